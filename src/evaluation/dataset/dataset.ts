import type { PageLine, QuestionLine } from './lines.ts'

export interface Question {
  readonly id: string
  readonly text: string
  /** Gold answers; any of them would do. */
  readonly answers: readonly string[]
  readonly isAnswerable: boolean
  readonly history: NonNullable<QuestionLine['history']>
}

/** Grades of pages by external id; above zero is relevant. */
export type Grades = ReadonlyMap<string, number>

export interface CorpusPage extends PageLine {
  /** Where it was read, for people. */
  readonly origin: string
}

export interface Dataset {
  /** Its folder's name. */
  readonly name: string
  readonly questions: readonly Question[]
  /** By question id. */
  readonly relevance: ReadonlyMap<string, Grades>
  /** Undefined: the pages are on the server already. */
  readonly pages: readonly CorpusPage[] | undefined
  /** What is odd about it and yet allowed, as sentences. */
  readonly notes: readonly string[]
}
