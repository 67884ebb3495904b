import type { Turn } from '../../retrieval/index.ts'
import { BUDGET } from './budget.ts'
import { rewritePrompt } from './prompt.ts'
import type { UsageMeter } from './usage-meter.ts'

/** A question is one line, and hardly longer than this in UTF-16 units. */
const MAX_UNITS = 500

/**
 * The question in words that need no conversation.
 * @returns undefined when what the model wrote is no question
 * @throws as the model does
 */
export async function rewriteQuestion(
  meter: UsageMeter,
  question: string,
  history: readonly Turn[],
  signal: AbortSignal,
): Promise<string | undefined> {
  const { text } = await meter.complete({
    messages: rewritePrompt(question, history),
    maxTokens: BUDGET.rewrite,
    signal,
  })
  const line = text
    .trim()
    .replace(/^(?:Question|Meaning):\s*/i, '')
    .replaceAll(/^["“„«]|["”“»]$/g, '')
  const isQuestion = /[\p{L}\p{N}]/u.test(line) && line.length <= MAX_UNITS && !line.includes('\n')
  return isQuestion ? line : undefined
}
