import type { Asker, Passage, SearchResult, Turn } from '../retrieval/index.ts'
import type { Evidence } from './evidence.ts'

export interface AnswerRequest {
  readonly question: string
  readonly asker: Asker
  /** Earlier turns of the conversation, oldest first. */
  readonly history: readonly Turn[]
  /** The conversation that it is asked in, if any. */
  readonly conversationId?: number
  /** Calls the answer off. */
  readonly signal?: AbortSignal
  /** Told each piece of a generated answer as soon as it is verified: the text so far, and what `isVague` will be. */
  readonly onText?: (text: string, isVague: boolean) => void
}

/** A stretch of a page, word for word. */
export interface Quote {
  readonly pageId: number
  /** The page's revision that the text was taken from. */
  readonly revision: number
  readonly title: string
  readonly url: string | null
  readonly text: string
  /** UTF-16 offsets into the page's text. */
  readonly start: number
  readonly end: number
  /** When the page's content last changed. */
  readonly updatedAt: Date
}

/** A page that a question came near to, whether or not it answers. */
export interface NearPage {
  readonly id: number
  readonly title: string
  /** A page without one is private: its title is not for those who ask. */
  readonly url: string | null
}

/**
 * Who worded the answer: a person beforehand, a model, or the pages themselves.
 * `generated` is written by the configured model from passages, each sentence supported by a quote.
 */
export type AnswerMode = 'custom' | 'generated' | 'extractive'

/** What an answer had to do without: it was made on the next lower rung. */
export type Degradation = SearchResult['degraded'][number] | 'model_unavailable'

/** What a model was asked for an answer, all calls together. */
export interface ModelUsage {
  readonly model: string
  readonly inputTokens: number
  readonly outputTokens: number
  /** In the currency of the configured prices; undefined without prices. */
  readonly cost: number | undefined
}

/** A sentence that a model wrote, and what supports it. */
export interface WrittenSentence {
  readonly text: string
  /** Positions in the answer's quotes; at least one. */
  readonly quotes: readonly number[]
}

/** A passage that was looked at for an answer. */
export interface LookedAt extends Passage {
  /** How likely it is to answer the question: 0 to 1. */
  readonly confidence: number
}

/** What a person wrote beforehand, for the question that was asked. */
export interface HandWritten {
  /** Of the custom answer. */
  readonly identifier: string
  /** The example that the question was taken for. */
  readonly example: string
  /** Safe to show in a browser. */
  readonly html: string
  readonly text: string
}

interface Understanding {
  readonly id: string
  readonly mode: AnswerMode
  readonly degraded: readonly Degradation[]
  readonly confidence: number
  /** The question says too little to know which of several things it is about. */
  readonly isVague: boolean
  /** Each page once, best first; few, since few passages are looked at. */
  readonly nearest: readonly NearPage[]
  /** What was looked at, best first. */
  readonly passages: readonly LookedAt[]
  readonly usage: ModelUsage | undefined
  /** What it was decided on; absent where nothing was searched for it. */
  readonly evidence?: Evidence
}

export type Answered = Understanding & {
  readonly status: 'answered'
  readonly quotes: readonly Quote[]
  /** In a model's words; undefined: the quotes are the answer. */
  readonly wording: readonly WrittenSentence[] | undefined
  /** In a person's words, which stand for themselves: there are no quotes then. */
  readonly handWritten?: HandWritten
}
export type Refused = Understanding & { readonly status: 'refused' }

/** Refusing is an answer; it never carries quotes. */
export type Answer = Answered | Refused

export type Answerer = (request: AnswerRequest) => Promise<Answer>
