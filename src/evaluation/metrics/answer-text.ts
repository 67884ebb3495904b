import { answerWords } from './answer-words.ts'

/** A longer gold answer is somebody's wording, which no other text holds word by word. */
const LONGEST_CONTAINED_WORDS = 5

/**
 * Whether one of the short gold answers stands in the text, as whole words. Undefined when no gold answer is short
 * enough for that to mean anything.
 */
export function containsGold(text: string, golds: readonly string[]): boolean | undefined {
  const short = golds.map(answerWords).filter(({ length }) => length > 0 && length <= LONGEST_CONTAINED_WORDS)
  if (short.length === 0) return undefined
  const words = ` ${answerWords(text).join(' ')} `
  return short.some((gold) => words.includes(` ${gold.join(' ')} `))
}

/**
 * How much the text and the nearest gold answer have in common: the harmonic mean of the share of the text's words that
 * the gold answer has, and of the gold answer's words that the text has. 0 to 1; undefined without a gold answer.
 */
export function bestTokenF1(text: string, golds: readonly string[]): number | undefined {
  const goldWords = golds.map(answerWords).filter(({ length }) => length > 0)
  if (goldWords.length === 0) return undefined
  const words = answerWords(text)
  return Math.max(...goldWords.map((gold) => tokenF1(words, gold)))
}

function tokenF1(words: readonly string[], gold: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of gold) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of words) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    left.set(word, count - 1)
    common++
  }
  return (2 * common) / (words.length + gold.length || 1)
}
