import { CommandError } from './command.ts'
import type { WireAnswer } from './write-answer.ts'

/**
 * Reads a streamed answer: tells each text so far, and returns the answer itself.
 * @param lines of the event stream
 * @throws CommandError when it ends without an answer
 */
export async function readAnswerStream(
  lines: AsyncIterable<string>,
  onText: (text: string) => void,
): Promise<WireAnswer> {
  let event = ''
  for await (const line of lines) {
    if (line.startsWith('event: ')) event = line.slice('event: '.length)
    if (!line.startsWith('data: ')) continue
    const data = JSON.parse(line.slice('data: '.length))
    if (event === 'text') onText(data.text)
    if (event === 'answer') return data
    if (event === 'error') throw new CommandError(data.errors?.[0]?.message ?? 'the server gave no answer')
  }
  throw new CommandError('the server ended its answer in the middle')
}
