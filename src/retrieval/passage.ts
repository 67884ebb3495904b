import { dropInvisible, type Language } from '../analysis/index.ts'
import type { Suspicion } from '../db/index.ts'

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
  /** All of them in one, with how close together the question's words stand: what results are ordered by. */
  readonly fused: number
}

/** A candidate as the database gives it. */
export interface CandidateRow {
  /** Chunks that were looked at. */
  candidates: number
  /** The best lexical score of them all. */
  best_lexical: number | null
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
}

/** Not scored yet. */
export function toPassage(row: CandidateRow): Passage {
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
    scores: { lexical: row.lexical, semantic: row.semantic, reranked: null, fused: 0 },
  }
}
