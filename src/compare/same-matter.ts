import { isNamedBy, relate, type Place } from './place.ts'
import type { Statement } from './read-statement.ts'

interface InPlace {
  readonly statement: Statement
  readonly excerpt: Place
}

/** Whether the content words of two sentences are the same. */
export function haveSameTerms({ terms: one }: Statement, { terms: other }: Statement): boolean {
  if (one.size === 0 || one.size !== other.size) return false
  for (const term of one) if (!other.has(term)) return false
  return true
}

/**
 * Whether two sentences with the same content words are, as far as one can see, said of the same. "The battery lasts 8
 * hours" is said of a device that only the title names.
 */
export function haveSameSubject(a: InPlace, b: InPlace): boolean {
  const relation = relate(a.excerpt, b.excerpt)
  const named = [a, b].filter(({ statement, excerpt }) => isNamedBy(statement.terms, excerpt)).length
  // One word is little to be about.
  if (a.statement.terms.size === 1) return relation === 'same' && named === 2
  if (relation !== 'unrelated') return relation === 'same'
  return named > 0 && !a.statement.isInstruction && !b.statement.isInstruction
}
