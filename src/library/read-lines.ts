const NEWLINE = 0x0a

/** One line of the input; `bytes` is undefined when it was longer than allowed and has been skipped. */
export interface Line {
  /** Counts from 1, blank lines included, as an editor shows it. */
  readonly number: number
  readonly bytes: Buffer | undefined
}

/** Splits a stream of bytes at line feeds; memory holds one line at most. Blank lines are counted, not given. */
export async function* readLines(input: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let size = 0
  let number = 1

  function take(): Line | undefined {
    const isTooLong = size > maxBytes
    const bytes = isTooLong ? undefined : Buffer.concat(parts)
    parts = []
    size = 0
    if (bytes !== undefined && isBlank(bytes)) return undefined
    return { number, bytes }
  }

  for await (const chunk of input) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      add(chunk.subarray(start, end))
      const line = take()
      if (line !== undefined) yield line
      number++
      start = end + 1
    }
    add(chunk.subarray(start))
  }
  const last = take()
  if (last !== undefined) yield last

  function add(part: Uint8Array): void {
    size += part.length
    if (size <= maxBytes) parts.push(part)
    else parts = []
  }
}

/** Only white space: space, tab, carriage return. */
function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)
}
