import type { AnswerLength } from '../db/index.ts'
import type { Impacts, Passage, SearchResult } from '../retrieval/index.ts'
import type { ModelReply } from './generated/model-reply.ts'

/** All that an answer is decided on, besides the question and the rules. */
export interface Evidence {
  /** Of the question by itself. */
  readonly alone: SearchResult
  /** Of the question together with what was asked before; undefined where it stands alone. */
  readonly combined: SearchResult | undefined
  /** How much the terms of the searches tell. */
  readonly impacts: Impacts
  /** How long the workspace wants answers to be. */
  readonly length: AnswerLength
  /** What else the workspace asks of whoever words the answer, for this asker, a line each. */
  readonly guidance: readonly string[]
  /** What a model replied, call by call; absent where none was asked. */
  readonly modelReplies?: readonly ModelReply[]
}

/** What its searches found, in their order. */
export function passagesOf({ alone, combined }: Evidence): readonly Passage[] {
  return [...alone.passages, ...(combined?.passages ?? [])]
}
