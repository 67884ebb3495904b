import type { FinEvent } from './fin-world.ts'

/** What happened in a conversation, in order: a message or a rating was taken, or the application was told an event. */
export type Token =
  | { readonly kind: 'message' }
  | { readonly kind: 'rating' }
  | { readonly kind: 'event'; readonly event: FinEvent }

export type State = 'new' | 'thinking' | 'replied' | 'awaiting_user_reply' | 'escalated' | 'resolved' | 'complete'

/** Where a status may follow. What the agent has not said goes to a person without a word: somebody else decided it. */
const STATUSES: Readonly<Partial<Record<State, readonly string[]>>> = {
  thinking: ['escalated'],
  replied: ['awaiting_user_reply', 'escalated', 'resolved'],
  awaiting_user_reply: ['escalated', 'resolved'],
  escalated: ['complete'],
  resolved: ['complete'],
}

const REASONS = [
  /^Escalation requested by user$/,
  /^Escalation rule: \S/,
  /^Escalation rule matched$/,
  /^Routed to team$/,
  /^Conversation finished without resolution$/,
  /^Escalation requested via API$/,
]

/**
 * The order of a conversation's events as Intercom's facts have it (§4.1, §4.5, §4.7, §4.8), written down without a look
 * at the program.
 */
export class Grammar {
  state: State = 'new'
  readonly #isSingleAnswer: boolean
  readonly #unprompted: ReadonlySet<string>
  #chunks: FinEvent[] = []
  #mayAskForRating = false
  #isRated = false

  /**
   * @param isSingleAnswer one answer was asked for: it ends in complete, answered or not, and is not rated
   * @param unprompted the replies, by `message.id`, that were said because nobody wrote
   */
  constructor(options: { readonly isSingleAnswer: boolean; readonly unprompted: ReadonlySet<string> }) {
    this.#isSingleAnswer = options.isSingleAnswer
    this.#unprompted = options.unprompted
  }

  /** @returns what is wrong with this token here; undefined when nothing is */
  take(token: Token): string | undefined {
    switch (token.kind) {
      case 'rating':
        this.#isRated = true
        return undefined
      case 'message':
        // A turn is told in one piece, and escalated and resolved are only passed through.
        if (this.#chunks.length > 0 || ['replied', 'escalated', 'resolved'].includes(this.state)) return 'within a turn'
        this.state = 'thinking'
        this.#mayAskForRating = false
        return undefined
      case 'event':
        return this.#takeEvent(token.event)
      default:
        return token satisfies never
    }
  }

  #takeEvent(event: FinEvent): string | undefined {
    const { event_name: name, reason, status } = event
    if (this.#chunks.length > 0 && !['fin_reply_chunk', 'fin_replied'].includes(name)) return 'an answer stopped short'
    if (reason !== undefined && (status !== 'escalated' || !REASONS.some((each) => each.test(reason))))
      return 'a reason'
    switch (name) {
      case 'fin_reply_chunk':
        return this.#takeChunk(event)
      case 'fin_replied': {
        const expected = this.#unprompted.has(event['message'].id) ? 'awaiting_user_reply' : 'thinking'
        if (this.state !== expected) return 'a reply that nobody waits for'
        if (event['stream_id'] !== this.#chunks.at(-1)?.['stream_id']) return 'a reply of another stream'
        this.state = 'replied'
        this.#chunks = []
        return undefined
      }
      case 'fin_status_updated':
        return this.#takeStatus(status)
      case 'csat_requested':
        if (!this.#mayAskForRating || this.#isRated) return 'a survey out of place'
        this.#mayAskForRating = false
        return undefined
      default:
        return 'an unknown event'
    }
  }

  #takeChunk(chunk: FinEvent): string | undefined {
    const before = this.#chunks.at(-1)
    if (this.state !== 'thinking') return 'a chunk that nobody waits for'
    if (chunk['chunk_index'] !== this.#chunks.length) return 'a chunk out of order'
    if (before !== undefined && chunk['stream_id'] !== before['stream_id']) return 'a chunk of another stream'
    if (!chunk['chunk_text'].startsWith(before?.['chunk_text'] ?? '')) return 'a chunk that takes something back'
    this.#chunks.push(chunk)
    return undefined
  }

  #takeStatus(status: string): string | undefined {
    const isEnd = this.#isSingleAnswer && this.state === 'replied' && status === 'complete'
    if (!isEnd && !STATUSES[this.state]?.includes(status)) return 'a status out of place'
    this.#mayAskForRating = this.state === 'resolved' && !this.#isSingleAnswer
    this.state = status as State
    return undefined
  }
}
