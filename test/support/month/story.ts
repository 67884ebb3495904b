import type { Channel, ConversationStatus, PartAuthor, ResolutionState } from '../../../src/db/index.ts'
import type { Purpose } from '../../../src/conversations/index.ts'

export interface StoryPage {
  readonly id: number
  readonly revision: number
  readonly title: string
  readonly url: string | null
  readonly text: string
}

export interface StoryPart {
  readonly kind: 'message' | 'note' | 'state'
  readonly author: PartAuthor
  readonly authorName: string | null
  readonly purpose: Purpose | null
  readonly text: string
  readonly turn: number
  readonly metadata: Readonly<Record<string, unknown>>
  readonly at: Date
  readonly pages: readonly StoryPage[]
}

export type Rating = 'terrible' | 'bad' | 'ok' | 'good' | 'amazing'

/** Thrown when what happens next would happen after the month: so far the story has come. */
export class MonthIsOver extends Error {}

const AGENT = 'Dorsal'
const SECOND = 1_000

/** A conversation as the program would have written it, had all this happened. */
export class Story {
  readonly channel: Channel
  readonly isSingleAnswer: boolean
  readonly createdAt: Date
  readonly parts: StoryPart[] = []
  readonly changes: { readonly isOpen: boolean; readonly at: Date }[] = []
  status: ConversationStatus = 'thinking'
  handler: 'agent' | 'team' = 'agent'
  isOpen = true
  turn = 0
  timer: 'check_in' | 'close' | null = null
  timerAt: Date | null = null
  memory: Record<string, unknown> = {}
  language: string | null = null
  resolution: ResolutionState | null = null
  rating: Rating | null = null
  ratingRemark: string | null = null
  ratingRequestedAt: Date | null = null
  ratedAt: Date | null = null
  firstHandedOverAt: Date | null = null
  readonly #end: number
  #now: number

  constructor(given: { channel: Channel; isSingleAnswer?: boolean; start: Date; end: Date }) {
    this.channel = given.channel
    this.isSingleAnswer = given.isSingleAnswer ?? false
    this.createdAt = given.start
    this.#now = given.start.getTime()
    this.#end = given.end.getTime()
  }

  get now(): Date {
    return new Date(this.#now)
  }

  /** @throws MonthIsOver */
  wait(seconds: number): void {
    // What the agent says in reply comes within the month as well.
    if (this.#now + (seconds + 10) * SECOND > this.#end) throw new MonthIsOver()
    this.#now += seconds * SECOND
  }

  /** Said before the agent was asked. */
  history(author: 'user' | 'agent', text: string): void {
    this.#add({ author, authorName: author === 'agent' ? 'Helper' : null, text, turn: 0 })
  }

  /** Said beside the agent, which is told of it. */
  context(text: string): void {
    this.turn++
    this.#add({ author: 'agent', authorName: 'Helper', text, metadata: { after_event: 0, is_context: true } })
  }

  /** @param language of a text that is long enough to tell */
  user(text: string, language: string | null, metadata: Readonly<Record<string, unknown>> = {}): void {
    this.turn++
    this.language ??= language
    this.#add({ author: 'user', text, metadata: { ...metadata, after_event: 0 } })
    const isForAgent = this.channel === 'fin_agent_api' || this.handler === 'agent' || !this.isOpen
    if (!isForAgent) return
    if (this.status === 'complete') {
      const { lastAnswerType } = this.memory
      this.memory = lastAnswerType === undefined ? {} : { lastAnswerType }
    }
    this.memory['isSelfContained'] = this.isSingleAnswer
    this.status = 'thinking'
    this.#setOpen(true)
    this.handler = 'agent'
    this.#setTimer(null)
  }

  fin(purpose: Purpose, text: string, given: { pages?: readonly StoryPage[]; near?: readonly StoryPage[] } = {}): void {
    this.#now += 2 * SECOND
    const { pages = [], near = [] } = given
    const metadata = near.length === 0 ? {} : { nearest_pages: near.map(({ id }) => id) }
    this.#add({ author: 'fin', authorName: AGENT, purpose, text, metadata, pages })
    this.memory['lastPurpose'] = purpose
    if (purpose === 'answer') {
      this.memory = { ...this.memory, hasAnswered: true, lastAnswerType: 'ai_answer', isUnhappy: false }
    }
    if (purpose === 'ask_for_detail') this.memory['isUnhappy'] = true
    this.status = 'awaiting_user_reply'
    this.#setTimer(purpose === 'answer' ? 'check_in' : 'close')
  }

  resolve(resolution: 'confirmed_resolution' | 'assumed_resolution'): void {
    this.#complete(resolution)
    this.#setOpen(false)
    if (this.channel === 'fin_agent_api' && !this.isSingleAnswer && this.rating === null) {
      this.ratingRequestedAt = this.now
    }
  }

  escalate(resolution: 'escalated' | 'routed_to_team' | 'abandoned'): void {
    this.#complete(resolution)
    this.#toTeam()
  }

  /** One answer was wanted, and there was none. */
  finish(): void {
    this.#complete(this.resolution)
    this.#setOpen(false)
  }

  /** Four minutes after an answer, and a day after that or after anything else. */
  silence(): void {
    if (this.timer === 'check_in') {
      this.wait(240)
      this.fin('check_in', 'Did that help?')
    }
    this.wait(86_400)
    const wasHelped = this.resolution === 'confirmed_resolution' || this.resolution === 'assumed_resolution'
    const isHelped = (this.memory['hasAnswered'] === true || wasHelped) && this.memory['isUnhappy'] !== true
    if (!isHelped) this.escalate('abandoned')
    else this.resolve(this.resolution === 'confirmed_resolution' ? this.resolution : 'assumed_resolution')
  }

  teammate(name: string, text: string): void {
    this.#takeOver()
    this.#add({ author: 'agent', authorName: name, text })
    this.#toTeam()
  }

  note(name: string | null, text: string): void {
    this.#add({ kind: 'note', author: 'agent', authorName: name, text })
  }

  close(name: string): void {
    this.#takeOver()
    this.#add({ kind: 'state', author: 'agent', authorName: name, metadata: { state: 'close' } })
    this.#setOpen(false)
    this.handler = 'agent'
  }

  reopen(name: string): void {
    this.#add({ kind: 'state', author: 'agent', authorName: name, metadata: { state: 'open' } })
    this.#toTeam()
  }

  rate(rating: Rating, remark: string | null): void {
    if (this.ratingRequestedAt === null) return
    this.rating = rating
    this.ratingRemark = remark
    this.ratedAt = this.now
  }

  #takeOver(): void {
    if (this.status !== 'complete') this.escalate('routed_to_team')
    else this.#setTimer(null)
  }

  #toTeam(): void {
    if (this.handler === 'agent') this.firstHandedOverAt ??= this.now
    this.handler = 'team'
    this.#setOpen(true)
  }

  #complete(resolution: ResolutionState | null): void {
    this.status = 'complete'
    this.resolution = resolution
    this.#setTimer(null)
  }

  #setOpen(isOpen: boolean): void {
    if (this.isOpen === isOpen) return
    this.isOpen = isOpen
    this.changes.push({ isOpen, at: this.now })
  }

  #setTimer(timer: 'check_in' | 'close' | null): void {
    this.timer = timer
    this.timerAt = timer === null ? null : new Date(this.#now + (timer === 'check_in' ? 240 : 86_400) * SECOND)
  }

  #add(part: Partial<StoryPart> & Pick<StoryPart, 'author'>): void {
    this.parts.push({
      kind: 'message',
      authorName: null,
      purpose: null,
      text: '',
      turn: this.turn,
      metadata: {},
      at: this.now,
      pages: [],
      ...part,
    })
  }
}
