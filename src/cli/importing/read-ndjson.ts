import { readLines } from '../../library/index.ts'
import type { Availability, InputItem } from './page-to-send.ts'
import { LineFault, parseLine } from './parse-line.ts'

/** Longer lines are faults: no server takes a page of this size. */
const LONGEST_LINE_BYTES = 64 * 1024 * 1024

/** The pages of an NDJSON stream; a line that is none is a fault of its own. */
export async function* readNdjson(
  input: AsyncIterable<Uint8Array>,
  availability: Availability,
): AsyncGenerator<InputItem> {
  for await (const { number, bytes } of readLines(input, LONGEST_LINE_BYTES)) {
    const origin = `line ${number}`
    if (bytes === undefined) {
      yield { origin, fault: 'the line is too long' }
      continue
    }
    try {
      yield { origin, page: parseLine(bytes, availability) }
    } catch (error) {
      if (!(error instanceof LineFault)) throw error
      yield { origin, fault: error.message }
    }
  }
}
