import { areSiblings, type Place } from './place.ts'
import type { Statement } from './read-statement.ts'

interface InPlace {
  readonly statement: Statement
  readonly excerpt: Place
}

/** Two words may be all that a sentence is about ("Shipping costs $5."). */
const FEWEST_TERMS = 2
/** A sentence of so many words may lack one of them. */
const TERMS_FOR_A_GAP = 4

/** Whether two sentences are about the same: their content words are the same but for one, and so is what they stand under. */
export function isSameMatter(a: InPlace, b: InPlace): boolean {
  const [few, many] = [a.statement.terms, b.statement.terms].toSorted((x, y) => x.size - y.size)
  if (few === undefined || many === undefined || few.size < FEWEST_TERMS) return false
  const gap = few.size >= TERMS_FOR_A_GAP && a.statement.isConditional === b.statement.isConditional ? 1 : 0
  if (many.size - few.size > gap || [...few].some((term) => !many.has(term))) return false
  return !areSiblings(a.excerpt, b.excerpt)
}
