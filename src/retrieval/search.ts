import { sql, type RawBuilder } from 'kysely'
import { analyzeQuery, type Language, type QueryTerm } from '../analysis/index.ts'
import { collapseCopies, type OtherPage } from '../compare/index.ts'
import { runPrepared, type Database } from '../db/index.ts'
import { lexicalCandidates } from './lexical.ts'
import type { QueryEmbedder } from './query-embedder.ts'
import { hybridCandidates, lexicalOnly, type ScoredCandidates } from './fusion.ts'
import type { Asker } from './visibility.ts'

export interface SearchRequest {
  readonly query: string
  /** Passages wanted, at most. */
  readonly limit: number
  /** Passages of one page, at most; 1 when absent. */
  readonly perPage?: number
  readonly asker: Asker
}

/** A retrieved chunk. */
export interface Passage {
  readonly chunkId: number
  readonly pageId: number
  readonly externalId: string
  readonly sourceId: number
  readonly title: string
  readonly url: string | null
  readonly revision: number
  /** When the page's content last changed. */
  readonly updatedAt: Date
  readonly headingPath: readonly string[]
  /** The page's language. */
  readonly language: Language
  readonly text: string
  /** UTF-16 offsets into the page's text. */
  readonly start: number
  readonly end: number
  /** Analysed terms of the passage with its title and headings. */
  readonly terms: string
  readonly scores: Scores
  /** Pages with a URL that say the same, among those that the asker may see. */
  readonly alsoOn: readonly OtherPage[]
}

export interface Scores {
  readonly lexical: number | null
  /** Cosine similarity; null when search is lexical. */
  readonly semantic: number | null
  /** What results are ordered by. */
  readonly fused: number
}

export interface SearchResult {
  readonly passages: readonly Passage[]
  readonly language: Language
  readonly terms: readonly QueryTerm[]
  /** Of the query: distinct words that are no stop words. */
  readonly contentWords: number
  readonly mode: 'lexical' | 'hybrid'
}

/**
 * Chunks looked at for each page wanted, and rows read of them: several of one page, and copies on other pages, collapse
 * into one. Each costs a read of its row, so a few are looked at first, and many only where too few pages are left.
 */
const DEPTHS = [
  { candidates: 3, rows: 1.5 },
  { candidates: 30, rows: 6 },
] as const
/** Rows with exactly the same text that are read to tell where else it stands. */
const MAX_COPIES = 4
/** Statements are prepared by their text, in which the width stands: there should be few. */
const WIDTH_STEP = 30

export interface SearchDeps {
  readonly db: Database
  /** Languages that the workspace's pages are written in. */
  readonly libraryLanguages: (workspaceId: number) => Promise<readonly Language[]>
  readonly embedder: QueryEmbedder | undefined
}

export type Search = (request: SearchRequest) => Promise<SearchResult>

/** Finds the best passages of the best pages that the asker may see: one statement, one snapshot. */
export function makeSearch({ db, libraryLanguages, embedder }: SearchDeps): Search {
  return async ({ query, limit, perPage = 1, asker }) => {
    const { language, terms, contentWords } = analyzeQuery(query, await libraryLanguages(asker.workspaceId))
    const variants = [...new Set(terms.flatMap((term) => term.variants))]
    const vector = db.can.vector ? await embedder?.embedQuery(query) : undefined
    const mode = vector === undefined ? 'lexical' : 'hybrid'
    if (variants.length === 0 && vector === undefined) return { passages: [], language, terms, contentWords, mode }

    let passages: readonly Passage[] = []
    for (const depth of DEPTHS) {
      const width = Math.ceil((limit * depth.candidates) / WIDTH_STEP) * WIDTH_STEP
      const lexical = lexicalCandidates(db.can, asker, variants, width)
      const candidates = vector === undefined ? lexicalOnly(lexical) : hybridCandidates(lexical, vector, asker, width)
      const wanted = Math.ceil(limit * depth.rows)
      const rows = await runPrepared(db, bestPassages(candidates, wanted, perPage))
      passages = firstOfEachPage(collapseCopies(rows.map(toPassage)), perPage).slice(0, limit)
      const isExhausted = rows.length < wanted && (rows[0]?.candidates ?? 0) < width
      if (passages.length >= limit || isExhausted) break
    }
    return { passages, language, terms, contentWords, mode }
  }
}

interface PassageRow {
  /** Chunks that were looked at. */
  candidates: number
  language: string
  id: number
  page_id: number
  external_id: string
  source_id: number
  title: string
  url: string | null
  revision: number
  updated_at: Date
  heading_path: string[]
  text: string
  start_offset: number
  end_offset: number
  terms: string
  lexical: number | null
  semantic: number | null
  fused: number
}

/**
 * The best chunks of each page; of chunks with the same text only a few, which are counted apart, so that a page still
 * shows what only it says.
 */
function bestPassages(candidates: ScoredCandidates, limit: number, perPage: number): RawBuilder<PassageRow> {
  return sql<PassageRow>`
    select best.id, best.page_id, best.lexical, best.semantic, best.fused, best.candidates, row.*
    from (
      select * from (
        select *, row_number() over (
          partition by page_id, rank_among_copies = 1 order by fused desc, id) as rank_in_page
        from (
          select *, row_number() over (partition by content_hash order by fused desc, id) as rank_among_copies,
            count(*) over () as candidates
          from (${candidates}) candidate
        ) ranked
        where rank_among_copies <= ${sql.lit(MAX_COPIES)}
      ) of_page
      where rank_in_page <= ${sql.lit(perPage)}
      order by fused desc, id
    ) best
    cross join lateral (
      select p.external_id, p.source_id, p.title, p.url, p.revision, p.content_changed_at as updated_at, p.language,
        c.heading_path, c.text, c.start_offset, c.end_offset, c.terms
      from chunk c
      join page p on p.workspace_id = c.workspace_id and p.id = c.page_id
      where c.workspace_id = best.workspace_id and c.id = best.id
    ) row
    order by best.fused desc, best.id
    limit ${limit}`
}

function firstOfEachPage(passages: readonly Passage[], perPage: number): Passage[] {
  const counts = new Map<number, number>()
  return passages.filter(({ pageId }) => {
    const count = (counts.get(pageId) ?? 0) + 1
    counts.set(pageId, count)
    return count <= perPage
  })
}

function toPassage(row: PassageRow): Omit<Passage, 'alsoOn'> {
  return {
    chunkId: row.id,
    pageId: row.page_id,
    externalId: row.external_id,
    sourceId: row.source_id,
    title: row.title,
    url: row.url,
    revision: row.revision,
    updatedAt: row.updated_at,
    headingPath: row.heading_path,
    language: row.language,
    text: row.text,
    start: row.start_offset,
    end: row.end_offset,
    terms: row.terms,
    scores: { lexical: row.lexical, semantic: row.semantic, fused: row.fused },
  }
}
