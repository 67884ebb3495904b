import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/dialogue/languages.ts'
import { readIntent } from '../../src/dialogue/read-intent.ts'

/**
 * Tests languages by what people write in them.
 * @param table a block for each language, its code first, then lines of `intent: message / message`
 */
export function describeMessages(table: string): void {
  describe.each(parseTable(table))('in %s', (code, expected) => {
    test('messages are understood and product questions stay questions', () => {
      expect(expected.map(({ message }) => ({ message, intent: readIntent(message, code) }))).toEqual(expected)
    })

    test('only topics are left to be filled in', () => {
      const words = LANGUAGES[code]
      if (words === undefined) throw new Error(`${code} is not spoken`)
      const { clarifyingChoice, ...others } = words.phrases
      expect(clarifyingChoice.split('{topics}')).toHaveLength(2)
      expect([clarifyingChoice.replace('{topics}', ''), ...Object.values(others)].join(' ')).not.toContain('{')
    })
  })
}

function parseTable(table: string): [string, { message: string; intent: string }[]][] {
  return table
    .trim()
    .split('\n\n')
    .map((block) => {
      const [code = '', ...lines] = block.split('\n')
      const expected = lines.flatMap((line) => {
        const [intent = '', messages = ''] = line.split(/: (.*)/s)
        return messages.split(' / ').map((message) => ({ message, intent }))
      })
      return [code, expected]
    })
}
