import { expect, test } from 'vitest'
import { readLine, saysNoAnswer } from './read-line.ts'

const one = (text: string, quote: string, passages = [1]) => [{ text, supports: [{ passages, quote }] }]

test.each([
  ['Open the lid. [1] "open the lid"', one('Open the lid.', 'open the lid')],
  ['- Open the lid [1]: “open the lid”.', one('Open the lid', 'open the lid')],
  ['2. Open the lid [1] «open the lid»', one('Open the lid', 'open the lid')],
  ['Open the lid【1】"open the lid"', one('Open the lid', 'open the lid')],
  ['Open the lid [1, 3] "open the lid"', one('Open the lid', 'open the lid', [1, 3])],
  ['Open the lid [1][Passage 3] "open the lid"', one('Open the lid', 'open the lid', [1, 3])],
  ['Open the lid [1]. [3] "open the lid"', one('Open the lid.', 'open the lid', [1, 3])],
  ['Choose "Open" now. [1] "choose "Open" now"', one('Choose "Open" now.', 'choose "Open" now')],
  ['Open the lid. "open the lid" [1]', one('Open the lid.', 'open the lid')],
  ['It is big. [1] "a \\"big\\" \\u003cone\\u003e\\nhere"', one('It is big.', 'a "big" <one> here')],
  ['**Open** <b>it</b>. [1] "open it"', one('**Open** <b>it</b>.', 'open it')],
  ['One. [1] "a b" Two. [2] "c d"', [...one('One.', 'a b'), ...one('Two.', 'c d', [2])]],
  [
    'Both. [1] "a b" [2] "c d"',
    [{ text: 'Both.', supports: [...(one('', 'a b')[0]?.supports ?? []), { passages: [2], quote: 'c d' }] }],
  ],
  ['[1] "a b"', one('', 'a b')],
  ['Without support.', [{ text: 'Without support.', supports: [] }]],
  ['Without words [1].', [{ text: 'Without words.', supports: [] }]],
  ['', []],
])('%j is read for what it says', (line, claims) => {
  expect(readLine(line)).toEqual(claims)
})

test('only a line of its own says that there is no answer', () => {
  for (const line of ['NO_ANSWER', ' **NO_ANSWER**', 'NO ANSWER.', '"NO_ANSWER": not there']) {
    expect(saysNoAnswer(line), line).toBe(true)
  }
  for (const line of ['no answer', 'Write NO_ANSWER.', 'NO_ANSWERS', '']) expect(saysNoAnswer(line), line).toBe(false)
})
