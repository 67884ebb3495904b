import { createReadStream } from 'node:fs'
import { readLines } from '../../library/index.ts'
import type { Faults } from './faults.ts'

const LONGEST_LINE_BYTES = 64 * 1024 * 1024
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The lines of a UTF-8 file that are not blank, with their numbers; what can't be read is a fault. */
export async function* readFileLines(
  file: string,
  faults: Faults,
): AsyncGenerator<{ readonly number: number; readonly text: string }> {
  try {
    for await (const { number, bytes } of readLines(createReadStream(file), LONGEST_LINE_BYTES)) {
      if (bytes === undefined) {
        faults.add(file, number, 'the line is too long')
        continue
      }
      const text = decode(bytes)
      if (text === undefined) faults.add(file, number, 'not valid UTF-8')
      else yield { number, text }
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    faults.add(file, undefined, code === 'ENOENT' ? 'there is no such file' : `can't be read (${code})`)
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes).trimEnd()
  } catch {
    return undefined // the only thing that a fatal decoder throws for
  }
}
