import { estimateTokens, inContext, splitSentences } from '../analysis/index.ts'
import type { PendingText } from './pending.ts'

/** So much of a passage is read with its title and headings, however long these are. */
const LEAST = 32

/**
 * What a model reads of a passage. One that reads less than the passage has is given it in pieces of whole sentences,
 * each in the passage's context: it would overlook the rest. As close as the closest piece is the passage.
 * @param maxTokens that the model reads of a text; undefined: enough
 */
export function readInPieces(
  { title, headingPath, text, language }: Pick<PendingText, 'title' | 'headingPath' | 'text' | 'language'>,
  maxTokens: number | undefined,
): string[] {
  const whole = inContext(title, headingPath, text)
  if (maxTokens === undefined || estimateTokens(whole) <= maxTokens) return [whole]
  const room = Math.max(LEAST, maxTokens - estimateTokens(inContext(title, headingPath, '')))
  const pieces: string[] = []
  let from: number | undefined
  let to = 0
  for (const { start, end } of splitSentences(text, language)) {
    if (from !== undefined && estimateTokens(text.slice(from, end)) > room) {
      pieces.push(text.slice(from, to))
      from = undefined
    }
    from ??= start
    to = end
  }
  if (from !== undefined) pieces.push(text.slice(from, to))
  return pieces.length === 0 ? [whole] : pieces.map((piece) => inContext(title, headingPath, piece))
}
