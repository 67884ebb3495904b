import { termsToFind, type QueryTerm } from '../analysis/index.ts'

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

/** Of a word of the question. The others are in tenths of it, because weights are whole numbers. */
export const QUESTION_WEIGHT = 10

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
