import { estimateTokens } from '../../analysis/index.ts'
import type { LookedAt } from '../answer.ts'
import type { Turn } from '../../retrieval/index.ts'

/**
 * How much of everything a model is shown, in tokens. With the rules it stays below 4,096, which is all that many local
 * servers let a model see unless they are told; what is beyond that they drop without a word.
 */
export const BUDGET = {
  passages: 1_900,
  history: 400,
  question: 400,
  guidance: 300,
  answer: 600,
  rewrite: 100,
} as const

/** The beginning of a text that fits. */
export function cutToTokens(text: string, tokens: number): string {
  if (estimateTokens(text) <= tokens) return text
  let fits = 0
  let tooLong = text.length
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1
    if (estimateTokens(text.slice(0, middle)) <= tokens) fits = middle
    else tooLong = middle
  }
  return text.slice(0, fits)
}

const TITLE_TOKENS = 60

/** A title as a model is shown it. */
export function cutTitle(title: string): string {
  return cutToTokens(title, TITLE_TOKENS)
}

/** The best passages that fit, best first. Only the very best is cut, if it alone is too long. */
export function choosePassages(passages: readonly LookedAt[]): LookedAt[] {
  const chosen: LookedAt[] = []
  let left: number = BUDGET.passages
  for (const passage of passages) {
    const size = estimateTokens(cutTitle(passage.title)) + estimateTokens(passage.text)
    if (size > left && chosen.length > 0) continue
    chosen.push(size > left ? { ...passage, text: cutToTokens(passage.text, left - TITLE_TOKENS) } : passage)
    left -= size
  }
  return chosen
}

/** The newest turns that fit, oldest first; the oldest of them may be cut. */
export function chooseHistory(history: readonly Turn[]): Turn[] {
  const chosen: Turn[] = []
  let left: number = BUDGET.history
  for (const turn of history.toReversed()) {
    if (left <= 0) break
    const text = cutToTokens(turn.text, left)
    left -= estimateTokens(text)
    if (text !== '') chosen.unshift({ role: turn.role, text })
  }
  return chosen
}

/** The lines that fit, first come first served. */
export function chooseGuidance(lines: readonly string[]): string[] {
  let left: number = BUDGET.guidance
  return lines.filter((line) => {
    const size = estimateTokens(line)
    if (size > left) return false
    left -= size
    return true
  })
}
