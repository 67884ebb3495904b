import type { Agent, Turn } from '../../retrieval/index.ts'
import type { Answer, ModelUsage } from '../answer.ts'
import type { Passages, StoredEvidence } from './stored-evidence.ts'

/** What decides an answer besides the question and the library: rules, models, versions. */
export type AnswerSettings = Readonly<Record<string, string | number | null>>

/** Who asked, as it was at that time. */
export interface StoredAsker {
  readonly agent: Agent
  readonly attributes: Readonly<Record<string, unknown>>
  /** Null for all. */
  readonly source_ids: readonly number[] | null
}

/** An answer as it was given, with what it was made from. */
export interface StoredAnswer {
  readonly id: string
  readonly workspaceId: number
  readonly createdAt: Date
  readonly question: string
  readonly history: readonly Turn[]
  readonly asker: StoredAsker
  readonly conversationId: number | null
  readonly contactId: number | null
  readonly libraryRevision: number
  readonly settings: AnswerSettings
  readonly mode: Answer['mode']
  readonly status: Answer['status']
  readonly usage: ModelUsage | undefined
  /** The exact JSON of the outcome; undefined once a page that it quotes is gone. */
  readonly outcome: string | undefined
  /** Undefined where nothing was searched for it. */
  readonly evidence: StoredEvidence | undefined
  /** What the evidence names, as far as it is still there. */
  readonly passages: Passages
}
