import { termsToFind, type QueryTerm } from '../analysis/index.ts'
import type { AnalysedQuestion, AnalyzeQuestion } from './analyze-question.ts'
import type { Turn } from './turn.ts'
import type { Asker } from './visibility.ts'

/** A word that was said earlier in the conversation. */
export interface ContextTerm extends QueryTerm {
  /** How much it counts beside a word of the question itself: 0 to 1. */
  readonly share: number
}

/** An analysed term with how much it counts, in whole numbers. */
export interface SoughtTerm {
  readonly term: string
  readonly weight: number
}

/** What a search is about. */
export interface QueryReading extends AnalysedQuestion {
  /** What earlier messages add, each word once and none that the question has. */
  readonly context: readonly ContextTerm[]
  /** What its meaning is taken from. */
  readonly text: string
}

/** Of a word of the question. The others are in tenths of it, because weights are whole numbers. */
export const QUESTION_WEIGHT = 10
/**
 * What was just asked tells what "it" is, and what was said before hardly does. Measured on multi-turn conversations:
 * nDCG@10 .703 without earlier messages, .779 with these shares.
 */
const SHARES = { lastQuestion: 0.3, earlierQuestion: 0.1, lastReply: 0.1 } as const
/** Questions looked back to. */
const QUESTIONS = 4
/** Of a message: replies are long, and each term costs time. */
const WORDS_PER_TURN = 40
const UNITS_PER_TURN = 2_000

/** Reads a query together with the conversation that it is asked in. */
export async function readQuery(
  analyzeQuestion: AnalyzeQuestion,
  asker: Asker,
  query: string,
  history: readonly Turn[],
): Promise<QueryReading> {
  const asked = await analyzeQuestion(asker, query)
  const said = new Set(termsToFind(asked.terms))
  const context: ContextTerm[] = []
  for (const { text, share } of turnsToRead(history)) {
    const { terms } = await analyzeQuestion(asker, text.slice(0, UNITS_PER_TURN))
    for (const term of terms.slice(0, WORDS_PER_TURN)) {
      if (term.variants.some((variant) => said.has(variant))) continue
      context.push({ ...term, share })
      for (const variant of term.variants) said.add(variant)
    }
  }
  const before = history.findLast(({ role }) => role === 'user')?.text.slice(0, UNITS_PER_TURN)
  return { ...asked, context, text: before === undefined ? query : `${before}\n${query}` }
}

/** The terms to look for, each once. */
export function toSought(terms: readonly QueryTerm[], context: readonly ContextTerm[]): SoughtTerm[] {
  const weights = new Map<string, number>()
  for (const term of termsToFind(terms)) weights.set(term, QUESTION_WEIGHT)
  for (const word of context) {
    for (const term of termsToFind([word])) {
      if (!weights.has(term)) weights.set(term, Math.round(word.share * QUESTION_WEIGHT))
    }
  }
  return [...weights].map(([term, weight]) => ({ term, weight }))
}

/** Those that count most first: a word keeps the share that it gets first. */
function turnsToRead(history: readonly Turn[]): { readonly text: string; readonly share: number }[] {
  const questions = history.filter(({ role }) => role === 'user').map(({ text }) => text)
  const [last, ...earlier] = questions.slice(-QUESTIONS).toReversed()
  const reply = history.findLast(({ role }) => role === 'agent')?.text
  return [
    ...(last === undefined ? [] : [{ text: last, share: SHARES.lastQuestion }]),
    ...earlier.map((text) => ({ text, share: SHARES.earlierQuestion })),
    ...(reply === undefined ? [] : [{ text: reply, share: SHARES.lastReply }]),
  ]
}
