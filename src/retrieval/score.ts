import type { QueryTerm } from '../analysis/index.ts'
import { measureProximity } from './proximity.ts'

/** What is known of a candidate before it is read. */
export interface Candidate {
  readonly lexical: number | null
  readonly semantic: number | null
  readonly terms: string
}

/**
 * Share of meaning in the order, words have the rest. One weight at the level of scores is best within a broad middle
 * (.4 to .6) on all sets of docs/quality.md, while reciprocal rank fusion with a small encoder hurts on most.
 */
export const SEMANTIC_WEIGHT = 0.45

/**
 * What closeness adds, in shares of the best lexical score: words that are neighbours in the question and in the
 * passage, and words near each other. nDCG@10 rises by .03 on manual sections and .01 on encyclopedia paragraphs, and
 * stays within .001 on the other sets of docs/quality.md.
 */
const CLOSENESS = { adjacent: 0.3, near: 0.2 } as const

/**
 * The score of each candidate, by which they are ordered: BM25 with closeness, and with vectors a weighted mean of that
 * (the best is 1) and the cosine. A chunk whose vector is not made yet counts as good in meaning as it is in words.
 * @param bestLexical of all chunks that were looked at
 */
export function scoreCandidates(
  candidates: readonly Candidate[],
  terms: readonly QueryTerm[],
  bestLexical: number,
): number[] {
  const words = candidates.map(({ lexical, terms: analysed }) => {
    if (lexical === null) return 0
    const { adjacent, near } = measureProximity(terms, analysed)
    return lexical + bestLexical * (CLOSENESS.adjacent * adjacent + CLOSENESS.near * near)
  })
  const meanings = candidates.flatMap(({ semantic }) => (semantic === null ? [] : [semantic]))
  if (meanings.length === 0) return words
  const mostWords = Math.max(...words, Number.MIN_VALUE)
  const mostMeaning = Math.max(...meanings)
  return candidates.map(({ semantic }, index) => {
    const share = (words[index] ?? 0) / mostWords
    return (1 - SEMANTIC_WEIGHT) * share + SEMANTIC_WEIGHT * (semantic ?? share * mostMeaning)
  })
}
