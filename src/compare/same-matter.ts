import { isNamedBy, relate, type Place } from './place.ts'
import type { Statement } from './read-statement.ts'

interface InPlace {
  readonly statement: Statement
  readonly excerpt: Place
}

/** Two words may be all that a sentence is about ("Shipping costs $5."). */
const FEWEST_TERMS = 2

/** Whether the content words of two sentences are the same. */
export function haveSameTerms({ terms: one }: Statement, { terms: other }: Statement): boolean {
  if (one.size < FEWEST_TERMS || one.size !== other.size) return false
  for (const term of one) if (!other.has(term)) return false
  return true
}

/**
 * Whether two sentences with the same content words are, as far as one can see, said of the same. "The battery lasts 8
 * hours" is said of a device that only the title names.
 */
export function haveSameSubject(a: InPlace, b: InPlace): boolean {
  const relation = relate(a.excerpt, b.excerpt)
  if (relation !== 'unrelated') return relation === 'same'
  if (a.statement.isInstruction || b.statement.isInstruction) return false
  return isNamedBy(a.statement.terms, a.excerpt) || isNamedBy(b.statement.terms, b.excerpt)
}
