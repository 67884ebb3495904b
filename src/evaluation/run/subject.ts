import type { Question } from '../dataset/dataset.ts'

export interface FoundPage {
  readonly externalId: string
  readonly score: number
}

export interface GivenCitation {
  readonly pageId: string
  readonly quote: string
  /** UTF-16 offsets into the page's text. */
  readonly start: number
  readonly end: number
}

export interface GivenAnswer {
  readonly status: 'answered' | 'refused'
  readonly mode: string
  readonly text: string
  readonly confidence: number
  readonly citations: readonly GivenCitation[]
}

/** A result with the milliseconds that it took. */
export interface Timed<T> {
  readonly value: T
  readonly tookMs: number
}

/** The server under evaluation. Each call throws what makes the whole run useless. */
export interface Subject {
  /** The best pages, best first. */
  search(question: Question, limit: number): Promise<Timed<readonly FoundPage[]>>
  answer(question: Question): Promise<Timed<GivenAnswer>>
  /** Undefined: the page is gone. */
  readPage(pageId: string): Promise<{ readonly externalId: string; readonly text: string } | undefined>
}
