import type { QueryTerm } from '../analysis/index.ts'

/** One message of a conversation. */
export interface Turn {
  readonly role: 'user' | 'agent'
  readonly text: string
}

/** A follow-up ("and on Android?") says hardly more than this many words of its own. */
const FOLLOW_UP_CONTENT_WORDS = 2

/**
 * What the user asked before, when this question may need it to be understood; undefined when it stands alone.
 * @param contentWords of the question itself
 */
export function findContext(contentWords: number, history: readonly Turn[]): string | undefined {
  if (contentWords > FOLLOW_UP_CONTENT_WORDS) return undefined
  return history.findLast(({ role }) => role === 'user')?.text
}

/**
 * The words of a combined query that the question itself brings: an answer to a follow-up must hold these, or it only
 * answers what was asked before once more.
 */
export function ownTerms<T extends QueryTerm>(terms: readonly T[], question: string): T[] {
  const asked = question.toLowerCase()
  return terms.filter(({ surface }) => asked.includes(surface.toLowerCase()))
}
