import { sql, type RawBuilder } from 'kysely'
import { dropInvisible, termsToFind, type Language, type QueryTerm } from '../analysis/index.ts'
import { collapseCopies } from '../compare/index.ts'
import { readLibraryRevision, runPrepared, type Database, type Suspicion } from '../db/index.ts'
import type { AnalyzeQuestion } from './analyze-question.ts'
import { lexicalCandidates } from './lexical.ts'
import type { QueryEmbedder } from './query-embedder.ts'
import { hybridCandidates, lexicalOnly, type ScoredCandidates } from './fusion.ts'
import { RERANKED, rerankPassages, type PassageReranker } from './rerank.ts'
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
  /** Cleaned: on one line, without characters that show nothing. */
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
  /** Why it may be written for a model and not for people: people may read it, a model may not. */
  readonly suspicions: readonly Suspicion[]
  readonly scores: Scores
}

export interface Scores {
  readonly lexical: number | null
  /** Cosine similarity; null when search is lexical. */
  readonly semantic: number | null
  /** The reranker's, on a scale of its own; null for a passage that it has not read. */
  readonly reranked: number | null
  /** All of them in one: what results are ordered by. */
  readonly fused: number
}

export interface SearchResult {
  readonly passages: readonly Passage[]
  readonly language: Language
  readonly terms: readonly QueryTerm[]
  /** Of the query: distinct words that are no stop words. */
  readonly contentWords: number
  readonly mode: SearchMode
  /** What would have been better, had the models answered. */
  readonly degraded: readonly Degradation[]
  /** Of the library as it was searched. */
  readonly libraryRevision: number
}

export type SearchMode = 'lexical' | 'hybrid' | 'reranked'
export type Degradation = 'embedding_unavailable' | 'reranker_unavailable'

/**
 * Chunks looked at for each page wanted, and rows read of them: several of one page, and copies on other pages, collapse
 * into one. A few are looked at first, and many only where too few pages are left of them.
 */
const DEPTHS = [
  { candidates: 3, rows: 1 },
  { candidates: 30, rows: 3 },
] as const
/** Statements are prepared by their text, in which the width stands: there should be few. */
const WIDTH_STEP = 30

export interface SearchDeps {
  readonly db: Database
  readonly analyzeQuestion: AnalyzeQuestion
  readonly embedder: QueryEmbedder | undefined
  readonly reranker: PassageReranker | undefined
}

export type Search = (request: SearchRequest) => Promise<SearchResult>

/** Finds the best passages of the best pages that the asker may see: one statement, one snapshot. */
export function makeSearch({ db, analyzeQuestion, embedder, reranker }: SearchDeps): Search {
  return async ({ query, limit, perPage = 1, asker }) => {
    const { language, isSpoken, terms, contentWords } = await analyzeQuestion(asker.workspaceId, query)
    const variants = termsToFind(terms)
    // A language that no page is written in is a bad guess about few words.
    const known = isSpoken ? language : 'und'
    const embedded = db.can.vector ? await embedder?.embedQuery(query, known) : undefined
    const vector = embedded === 'unavailable' ? undefined : embedded
    const degraded: Degradation[] = embedded === 'unavailable' ? ['embedding_unavailable'] : []
    const understood = { language, terms, contentWords, degraded }
    const mode: SearchMode = vector === undefined ? 'lexical' : 'hybrid'
    const nothing = async () => ({
      ...understood,
      mode,
      passages: [],
      libraryRevision: await readLibraryRevision(db.reader, asker.workspaceId),
    })
    if (variants.length === 0 && vector === undefined) return nothing()
    const wanted = reranker === undefined ? limit : Math.max(limit, RERANKED)

    let rows: PassageRow[] = []
    let fused: Passage[] = []
    for (const depth of DEPTHS) {
      const width = Math.ceil((wanted * depth.candidates) / WIDTH_STEP) * WIDTH_STEP
      const lexical = lexicalCandidates(db.can, asker, variants, width)
      const candidates = vector === undefined ? lexicalOnly(lexical) : hybridCandidates(lexical, vector, asker, width)
      rows = await runPrepared(db, bestPassages(candidates, asker, wanted * depth.rows, perPage))
      fused = collapseCopies(rows.map(toPassage)).slice(0, wanted)
      const isExhausted = rows.length < wanted * depth.rows && (rows[0]?.candidates ?? 0) < width
      if (fused.length >= wanted || isExhausted) break
    }
    const [best] = rows
    if (best === undefined) return nothing()
    const found = { ...understood, mode, libraryRevision: best.library_revision }
    if (reranker === undefined) return { ...found, passages: fused }
    const reranked = await rerankPassages(reranker, query, fused)
    if (reranked !== undefined) return { ...found, passages: reranked.slice(0, limit), mode: 'reranked' }
    return { ...found, passages: fused.slice(0, limit), degraded: [...degraded, 'reranker_unavailable'] }
  }
}

interface PassageRow {
  /** Chunks that were looked at. */
  candidates: number
  library_revision: number
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
  suspicions: Suspicion[]
  lexical: number | null
  semantic: number | null
  fused: number
}

/** The best chunks of each page; of chunks with the same text only the best-ranked one, so that copies don't crowd. */
function bestPassages(
  candidates: ScoredCandidates,
  asker: Asker,
  limit: number,
  perPage: number,
): RawBuilder<PassageRow> {
  return sql<PassageRow>`
    select best.id, best.page_id, best.lexical, best.semantic, best.fused, best.candidates, row.*,
      (select library_revision from workspace where id = ${asker.workspaceId}) as library_revision
    from (
      select * from (
        select *, row_number() over (partition by page_id order by fused desc, id) as rank_in_page
        from (
          select *, row_number() over (partition by content_hash order by fused desc, id) as rank_among_copies,
            count(*) over () as candidates
          from (${candidates}) candidate
        ) ranked
        where rank_among_copies = 1
      ) distinct_text
      where rank_in_page <= ${sql.lit(perPage)}
      order by fused desc, id
    ) best
    cross join lateral (
      select p.external_id, p.source_id, p.title, p.url, p.revision, p.content_changed_at as updated_at, p.language,
        c.heading_path, c.text, c.start_offset, c.end_offset, c.terms, c.suspicions
      from chunk c
      join page p on p.workspace_id = c.workspace_id and p.id = c.page_id
      where c.workspace_id = best.workspace_id and c.id = best.id
    ) row
    order by best.fused desc, best.id
    limit ${limit}`
}

function toPassage(row: PassageRow): Passage {
  return {
    chunkId: row.id,
    pageId: row.page_id,
    externalId: row.external_id,
    sourceId: row.source_id,
    title: dropInvisible(row.title).text.replace(/\s+/g, ' ').trim(),
    url: row.url,
    revision: row.revision,
    updatedAt: row.updated_at,
    headingPath: row.heading_path,
    language: row.language,
    text: row.text,
    start: row.start_offset,
    end: row.end_offset,
    terms: row.terms,
    suspicions: row.suspicions,
    scores: { lexical: row.lexical, semantic: row.semantic, reranked: null, fused: row.fused },
  }
}
