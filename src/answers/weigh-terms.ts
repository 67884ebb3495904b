import { isSaidIn, type QueryTerm } from '../analysis/index.ts'
import { impactOf, type ContextTerm, type Impacts } from '../retrieval/index.ts'

/** A word of the question with how much it tells. */
export interface WeighedTerm extends QueryTerm {
  readonly weight: number
}

/** A word of an earlier message with how much it tells beside the question's own. */
export interface WeighedContextTerm extends WeighedTerm {
  readonly share: number
}

/** Weight of a word that every chunk has: it tells nothing, but it was asked. */
const COMMON_WEIGHT = 0.1

/**
 * Weighs words by what they can add to a visible chunk's score. A word that the library does not know weighs as much as
 * the rarest that it knows: a question about another product names things that this library has never heard of.
 */
export function weighTerms(terms: readonly QueryTerm[], impacts: Impacts): WeighedTerm[] {
  const known = terms.map((term) => {
    const impact = impactOf(term, impacts.byTerm)
    return impact === null ? undefined : Math.max(COMMON_WEIGHT, impact)
  })
  const rarest = Math.max(impacts.rarest, ...known.map((weight) => weight ?? 0))
  return terms.map((term, index) => ({ ...term, weight: known[index] ?? rarest }))
}

/** Weighs words of earlier messages: what the library has never heard of does not have to be in an answer. */
export function weighContext(terms: readonly ContextTerm[], impacts: Impacts): WeighedContextTerm[] {
  return terms.map((term) => ({ ...term, weight: term.share * (impactOf(term, impacts.byTerm) ?? 0) }))
}

/** The share of the words' weight that stands in these analysed terms: 0 to 1. */
export function coverage(terms: readonly WeighedTerm[], analysed: string): number {
  const present = new Set(analysed.split(' '))
  let total = 0
  let found = 0
  for (const term of terms) {
    total += term.weight
    if (isSaidIn(term, present)) found += term.weight
  }
  return total === 0 ? 0 : found / total
}

/** A confidence as it is told: three decimals. */
export function roundShare(share: number): number {
  return Math.round(share * 1_000) / 1_000
}
