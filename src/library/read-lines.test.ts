import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLines } from './read-lines.ts'

async function* inPieces(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0
  for (const size of sizes) {
    yield bytes.subarray(at, at + size)
    at += size
  }
  yield bytes.subarray(at)
}

async function read(text: string, sizes: readonly number[] = [], maxBytes = 1_000): Promise<[number, string | null][]> {
  const lines: [number, string | null][] = []
  for await (const { number, bytes } of readLines(inPieces(Buffer.from(text), sizes), maxBytes)) {
    lines.push([number, bytes === undefined ? null : bytes.toString()])
  }
  return lines
}

describe('readLines', () => {
  test('gives each line with its number, and no blank one', async () => {
    expect(await read('a\n\n \t\r\nb\r\nc')).toEqual([
      [1, 'a'],
      [4, 'b\r'],
      [5, 'c'],
    ])
    for (const text of ['', '\n', ' \n\r\n']) expect(await read(text)).toEqual([])
  })

  test('gives a line that is too long without its bytes, and goes on', async () => {
    expect(await read(`1234\n12345\n1234\n${'x'.repeat(50)}`, [3, 1, 9, 20], 4)).toEqual([
      [1, '1234'],
      [2, null],
      [3, '1234'],
      [4, null],
    ])
  })

  test('does not depend on how the bytes arrive', async () => {
    const line = fc.string({ unit: fc.constantFrom('a', '漢', '🤖', ' ', '\r'), maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 6 }),
        fc.array(fc.nat(7), { maxLength: 20 }),
        async (lines, sizes) => {
          const expected = lines.flatMap((text, index) => (text.trim() === '' ? [] : [[index + 1, text]]))
          expect(await read(lines.join('\n'), sizes)).toEqual(expected)
        },
      ),
    )
  })
})
