import type { QueryTerm } from '../analysis/index.ts'

/** How close together a question's words stand in a passage: shares of the question's words, or of their weight, 0 to 1. */
export interface Proximity {
  /** Neighbours in the question that are neighbours, in this order, in the passage. */
  readonly adjacent: number
  /** The most that stand within a few words of each other. */
  readonly near: number
}

/** Words of a passage that are looked at together. */
const WINDOW = 8

/**
 * Words that stand together in the question and in the passage make a name or a phrase there; words close together are
 * more likely about one thing than words far apart.
 * @param question its words in their order; without weights all count the same
 * @param analysed terms of the passage in their order, spaces between
 */
export function measureProximity(
  question: readonly (QueryTerm & { readonly weight?: number })[],
  analysed: string,
): Proximity {
  const weights = question.map(({ weight = 1 }) => weight)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return { adjacent: 0, near: 0 }
  const wordsOf = new Map<string, number[]>()
  question.forEach(({ variants }, word) => {
    for (const variant of variants) wordsOf.set(variant, [...(wordsOf.get(variant) ?? []), word])
  })
  const hits: Hit[] = []
  analysed.split(' ').forEach((term, position) => {
    for (const word of wordsOf.get(term) ?? []) hits.push({ word, position })
  })
  return { adjacent: weighAdjacent(hits, weights) / total, near: weighNear(hits, weights) / total }
}

/** A word of the question, by its place there, at a place in the passage. */
interface Hit {
  readonly word: number
  readonly position: number
}

function weighAdjacent(hits: readonly Hit[], weights: readonly number[]): number {
  const found = new Set<number>()
  const before = new Set<string>()
  for (const { word, position } of hits) {
    if (before.has(`${word - 1} ${position - 1}`)) found.add(word)
    before.add(`${word} ${position}`)
  }
  return weightOf(found, weights)
}

function weighNear(hits: readonly Hit[], weights: readonly number[]): number {
  const inWindow = new Map<number, number>()
  let first = 0
  let best = 0
  for (const { word, position } of hits) {
    inWindow.set(word, (inWindow.get(word) ?? 0) + 1)
    for (let oldest = hits[first]; oldest && position - oldest.position >= WINDOW; oldest = hits[++first]) {
      const left = (inWindow.get(oldest.word) ?? 0) - 1
      if (left === 0) inWindow.delete(oldest.word)
      else inWindow.set(oldest.word, left)
    }
    best = Math.max(best, weightOf(inWindow.keys(), weights))
  }
  return best
}

function weightOf(words: Iterable<number>, weights: readonly number[]): number {
  let sum = 0
  for (const word of words) sum += weights[word] ?? 0
  return sum
}
