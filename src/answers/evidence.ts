import type { AnswerLength } from '../db/index.ts'
import type { Passage, SearchResult } from '../retrieval/index.ts'
import type { ModelReply } from './generated/model-reply.ts'

/** All that an answer is decided on, besides the question and the rules. */
export interface Evidence {
  /** Of the question by itself. */
  readonly alone: SearchResult
  /** Of the question together with what was asked before; undefined where it stands alone. */
  readonly combined: SearchResult | undefined
  /** What each term of the searches adds at most to the score of a chunk that the asker may see. */
  readonly impacts: ReadonlyMap<string, number | null>
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
