import { sql, type RawBuilder } from 'kysely'
import type { Language, QueryTerm } from '../analysis/index.ts'
import { collapseCopies } from '../compare/index.ts'
import { readLibraryRevision, runPrepared, type Database } from '../db/index.ts'
import type { AnalyzeQuestion } from './analyze-question.ts'
import { bestOfPages } from './best-of-pages.ts'
import { hybridCandidates, lexicalOnly, type ScoredCandidates } from './fusion.ts'
import { lexicalCandidates } from './lexical.ts'
import { toPassage, type CandidateRow, type Passage } from './passage.ts'
import type { QueryEmbedder } from './query-embedder.ts'
import { readQuery } from './read-query.ts'
import { RERANKED, rerankPassages, type PassageReranker } from './rerank.ts'
import { scorePassages } from './score.ts'
import { toSought, type ContextTerm } from './sought-term.ts'
import type { Turn } from './turn.ts'
import type { Asker } from './visibility.ts'

export interface SearchRequest {
  readonly query: string
  /** Passages wanted, at most. */
  readonly limit: number
  /** Passages of one page, at most; 1 when absent. */
  readonly perPage?: number
  readonly asker: Asker
  /** What was said before, oldest first: its words count too, but less. */
  readonly history?: readonly Turn[]
}

export interface SearchResult {
  readonly passages: readonly Passage[]
  readonly language: Language
  readonly terms: readonly QueryTerm[]
  /** What earlier messages added to them. */
  readonly context: readonly ContextTerm[]
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
 * Chunks looked at for each page wanted: several of one page, and copies on other pages, collapse into one. A few are
 * looked at first, and many only where too few pages are left of them.
 */
const CANDIDATES_PER_RESULT = [3, 30] as const
/** Statements are prepared by their text, in which the width stands: there should be few. */
const WIDTH_STEP = 30
/** Each candidate that is read costs a read of its row; how it is read can bring it up by some places. */
const READ_PER_RESULT = 2
const READ_AT_LEAST = 20

export interface SearchDeps {
  readonly db: Database
  readonly analyzeQuestion: AnalyzeQuestion
  readonly embedder: QueryEmbedder | undefined
  readonly reranker: PassageReranker | undefined
}

export type Search = (request: SearchRequest) => Promise<SearchResult>

/** Finds the best passages of the best pages that the asker may see: one statement, one snapshot. */
export function makeSearch({ db, analyzeQuestion, embedder, reranker }: SearchDeps): Search {
  return async ({ query, limit, perPage = 1, asker, history = [] }) => {
    const reading = await readQuery(analyzeQuestion, asker, query, history)
    const { language, isSpoken, terms, context, contentWords } = reading
    const sought = toSought(terms, context)
    // A language that no page is written in is a bad guess about few words.
    const known = isSpoken ? language : 'und'
    const embedded = db.can.vector ? await embedder?.embedQuery(reading.text, known) : undefined
    const vector = embedded === 'unavailable' ? undefined : embedded
    const degraded: Degradation[] = embedded === 'unavailable' ? ['embedding_unavailable'] : []
    const understood = { language, terms, context, contentWords, degraded }
    const mode: SearchMode = vector === undefined ? 'lexical' : 'hybrid'
    const nothing = async () => ({
      ...understood,
      mode,
      passages: [],
      libraryRevision: await readLibraryRevision(db.reader, asker.workspaceId),
    })
    if (sought.length === 0 && vector === undefined) return nothing()
    const wanted = reranker === undefined ? limit : Math.max(limit, RERANKED)

    let found: Passage[] = []
    let libraryRevision: number | undefined
    for (const perResult of CANDIDATES_PER_RESULT) {
      const width = Math.ceil((wanted * perResult) / WIDTH_STEP) * WIDTH_STEP
      const lexical = lexicalCandidates(db.can, asker, sought, width)
      const candidates = vector === undefined ? lexicalOnly(lexical) : hybridCandidates(lexical, vector, asker, width)
      const read = Math.min(width, READ_PER_RESULT * wanted + READ_AT_LEAST)
      const rows = await runPrepared(db, readCandidates(candidates, asker, read, perPage + 1))
      const [first] = rows
      if (first === undefined) break
      libraryRevision = first.library_revision
      const passages = scorePassages(rows.map(toPassage), terms, first.best_lexical ?? 0)
      const ordered = bestOfPages(passages, perPage)
      found = collapseCopies(ordered.slice(0, wanted))
      if (found.length < Math.min(wanted, ordered.length)) found = collapseCopies(ordered).slice(0, wanted)
      const isExhausted = first.candidates < width
      if (found.length >= wanted || isExhausted) break
    }
    if (libraryRevision === undefined) return nothing()
    const result = { ...understood, mode, libraryRevision }
    if (reranker === undefined) return { ...result, passages: found }
    const reranked = await rerankPassages(reranker, reading.text, found)
    if (reranked !== undefined) return { ...result, passages: reranked.slice(0, limit), mode: 'reranked' }
    return { ...result, passages: found.slice(0, limit), degraded: [...degraded, 'reranker_unavailable'] }
  }
}

/** The most promising candidates; of chunks with the same text only the best, so that copies don't crowd. */
function readCandidates(
  candidates: ScoredCandidates,
  asker: Asker,
  limit: number,
  perPage: number,
): RawBuilder<CandidateRow> {
  return sql<CandidateRow>`
    select best.id, best.page_id, best.lexical, best.semantic, best.candidates, best.best_lexical, row.*,
      (select library_revision from workspace where id = ${asker.workspaceId}) as library_revision
    from (
      select * from (
        select *, row_number() over (partition by page_id order by promise desc, id) as rank_in_page
        from (
          select *, row_number() over (partition by content_hash order by promise desc, id) as rank_among_copies,
            count(*) over () as candidates, max(lexical) over () as best_lexical
          from (${candidates}) candidate
        ) ranked
        where rank_among_copies = 1
      ) distinct_text
      where rank_in_page <= ${sql.lit(perPage)}
      order by promise desc, id
      limit ${sql.lit(limit)}
    ) best
    cross join lateral (
      select p.external_id, p.source_id, p.title, p.url, p.revision, p.content_changed_at as updated_at, p.language,
        c.heading_path, c.text, c.start_offset, c.end_offset, c.terms, c.suspicions
      from chunk c
      join page p on p.workspace_id = c.workspace_id and p.id = c.page_id
      where c.workspace_id = best.workspace_id and c.id = best.id
    ) row
    order by best.promise desc, best.id`
}
