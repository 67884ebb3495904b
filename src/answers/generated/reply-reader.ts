import type { LookedAt, Quote, WrittenSentence } from '../answer.ts'
import { isInAnotherLanguage } from './answer-language.ts'
import { readLine, saysNoAnswer, type Claim } from './read-line.ts'
import { splitClaim } from './split-claim.ts'
import { verifyClaim, type Rejection, type Verified } from './verify-claim.ts'

/** More is no answer but a flood. */
const MAX_REPLY_UNITS = 20_000
const MAX_SENTENCES = 12
const MAX_SENTENCE_UNITS = 600

/** What is left of a reply. */
export interface Reading {
  readonly sentences: readonly WrittenSentence[]
  readonly quotes: readonly Quote[]
  /** Of the best passage that was cited. */
  readonly confidence: number
  /** How many sentences were dropped, by what was wrong with them. */
  readonly rejected: Readonly<Partial<Record<Rejection, number>>>
  /** The model says that the passages hold no answer; what it wrote before stands, what comes after does not count. */
  readonly saysNoAnswer: boolean
}

/** Reads a reply while it is written: each line once it is complete, and of it what is supported. */
export class ReplyReader {
  readonly #passages: readonly LookedAt[]
  readonly #language: string | undefined
  readonly #onText: (text: string) => void
  #sentences: WrittenSentence[] = []
  #quotes: Quote[] = []
  #rejected: Partial<Record<Rejection, number>> = {}
  #confidence = 0
  #saysNoAnswer = false
  /** Claims without support, whose support may stand on the next line. */
  #open: Claim | undefined
  #read = ''
  #told = ''

  constructor(deps: {
    readonly passages: readonly LookedAt[]
    /** That the answer is to be in. */
    readonly language: string | undefined
    /** Told all supported sentences so far. */
    readonly onText: (text: string) => void
  }) {
    this.#passages = deps.passages
    this.#language = deps.language
    this.#onText = deps.onText
  }

  /** @param reply all of it so far */
  readSoFar(reply: string): void {
    const text = reply.slice(0, MAX_REPLY_UNITS)
    // What looked like a reply turned out to be a thought: the reply begins anew.
    if (!text.startsWith(this.#read)) this.#forget()
    const complete = text.slice(0, text.lastIndexOf('\n') + 1)
    for (const line of complete.slice(this.#read.length).split('\n')) this.#readLine(line)
    if (complete.length > this.#read.length) this.#read = complete
  }

  /** @param reply all of it */
  finish(reply: string): Reading {
    this.readSoFar(`${reply.slice(0, MAX_REPLY_UNITS - 1)}\n`)
    this.#close()
    return {
      sentences: this.#sentences,
      quotes: this.#quotes,
      confidence: this.#confidence,
      rejected: this.#rejected,
      saysNoAnswer: this.#saysNoAnswer,
    }
  }

  #forget(): void {
    this.#sentences = []
    this.#quotes = []
    this.#rejected = {}
    this.#confidence = 0
    this.#saysNoAnswer = false
    this.#open = undefined
    this.#read = ''
  }

  #readLine(line: string): void {
    if (this.#saysNoAnswer || line.trim() === '') return
    if (saysNoAnswer(line)) {
      this.#close()
      this.#saysNoAnswer = true
      return
    }
    for (const claim of readLine(line)) {
      const open = this.#open
      if (claim.text === '') {
        // More support for what has some already is not needed.
        if (open !== undefined) this.#judge({ text: open.text, supports: claim.supports })
        this.#open = undefined
        continue
      }
      this.#close()
      if (claim.supports.length === 0) this.#open = claim
      else this.#judge(claim)
    }
  }

  #close(): void {
    if (this.#open !== undefined) this.#judge(this.#open)
    this.#open = undefined
  }

  #judge(claim: Claim): void {
    for (const part of splitClaim(claim, this.#language ?? 'en')) {
      const { text } = part
      if (this.#sentences.length >= MAX_SENTENCES || text.length > MAX_SENTENCE_UNITS) continue
      if (this.#sentences.some((known) => known.text === text)) continue
      const verified = isInAnotherLanguage(this.#textWith(text), this.#language)
        ? ('language' as const)
        : verifyClaim(part, this.#passages, this.#language)
      if (typeof verified === 'string') this.#rejected[verified] = (this.#rejected[verified] ?? 0) + 1
      else this.#keep(text, verified)
    }
  }

  #keep(sentence: string, verified: readonly Verified[]): void {
    const positions = verified.map(({ quote }) => this.#positionOf(quote))
    this.#confidence = Math.max(this.#confidence, ...verified.map(({ passage }) => passage.confidence))
    this.#sentences.push({ text: sentence, quotes: [...new Set(positions)] })
    const text = this.#textWith('')
    if (this.#told.startsWith(text)) return
    this.#told = text
    this.#onText(text)
  }

  #positionOf(quote: Quote): number {
    const known = this.#quotes.findIndex(
      ({ pageId, start, end }) => pageId === quote.pageId && start === quote.start && end === quote.end,
    )
    return known === -1 ? this.#quotes.push(quote) - 1 : known
  }

  #textWith(text: string): string {
    return [...this.#sentences.map((sentence) => sentence.text), text].join(' ').trim()
  }
}
