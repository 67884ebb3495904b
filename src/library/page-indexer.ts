import type { Suspicion, Transaction } from '../db/index.ts'

/** What ingest makes of a page: pure, before any transaction. */
export interface PreparedPage {
  /** What a reader sees of the page. */
  readonly text: string
  readonly language: string
  /** What was left out of `text`, counted. */
  readonly hidden: Readonly<Record<string, number>>
  readonly chunks: readonly PreparedChunk[]
}

export interface PreparedChunk {
  readonly ordinal: number
  readonly headingPath: readonly string[]
  /** UTF-16 offsets into the page's text. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Analysed terms of title, headings and text, joined by spaces. */
  readonly terms: string
  /** Hash of the text alone: equal chunks of several pages share it. */
  readonly hash: Buffer
  /** Hash of title, headings and text, a line each: what a vector is made of. */
  readonly contextHash: Buffer
  /** Why it may be written for a model and not for people. */
  readonly suspicions: readonly Suspicion[]
}

/** A stored page whose chunks are to be replaced. */
export interface PageToIndex {
  readonly workspaceId: number
  readonly pageId: number
  readonly sourceId: number
  readonly agent: boolean
  readonly copilot: boolean
  readonly prepared: PreparedPage
}

/** What the library needs of ingest; implemented there and handed in when the program is put together. */
export interface PageIndexer {
  /** Changes when the rules do, so that pages indexed by older rules are found. */
  readonly version: number
  prepare(page: { readonly title: string; readonly html: string }): PreparedPage
  /**
   * Replaces the chunks of these pages within `tx`, under a savepoint: should the index fail, the transaction goes on.
   * @returns ids of the pages that could not be indexed; they are marked stale and a job is queued in the same
   * transaction.
   */
  store(tx: Transaction, pages: readonly PageToIndex[]): Promise<ReadonlySet<number>>
}
