import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeTerm } from './encode-term.ts'

const PLAIN = /^(?:[a-z][a-z0-9]{0,254}|[0-9]{1,18})$/
const characters = fc.oneof(
  fc.constantFrom(...'abcz019qé.⁄ \u0000\ud800\udfff'),
  fc.constantFrom(...'абвгё', ...'אבגת', ...'ابتث', ...'αβγ', ...'漢字かナ한글', ...'ไทย', '😀', '𠮷', '\u{10ffff}'),
)
const words = fc.array(characters, { minLength: 0, maxLength: 12 }).map((parts) => parts.join(''))

test.each([
  ['invoice', 'invoice'],
  ['s3', 's3'],
  ['2026', '2026'],
  ['007', '007'],
  ['123456789012345678', '123456789012345678'],
])('%s stays as it is', (term, expected) => {
  expect(encodeTerm(term)).toBe(expected)
})

test.each(['1e5', '12abc', '3d', '2.14', 'zq', 'zqa', 'café', 'счёт', 'API', '1234567890123456789', 'foo bar'])(
  '%s becomes one token that starts with the prefix',
  (term) => {
    expect(encodeTerm(term)).toMatch(/^zq[a-z0-9]+$/)
  },
)

test('every code is one parser token of at most 255 characters', () => {
  fc.assert(
    fc.property(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 400 })), (term) => {
      expect(encodeTerm(term)).toMatch(PLAIN)
    }),
    { seed: 11, numRuns: 2000 },
  )
})

test('different words never share a code', () => {
  fc.assert(
    fc.property(words, words, (left, right) => {
      expect(encodeTerm(left) === encodeTerm(right)).toBe(left === right)
    }),
    { seed: 12, numRuns: 5000 },
  )
})

test('a code is not a word of its own: encoding it again gives another', () => {
  fc.assert(
    fc.property(words, (word) => {
      const code = encodeTerm(word)
      fc.pre(code !== word)
      expect(encodeTerm(code)).not.toBe(code)
    }),
    { seed: 13, numRuns: 500 },
  )
})

test('all pairs of a thousand words of one script stay apart', () => {
  const letters = [...'абвгдежзик']
  const all = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)))
  expect(new Set(all.map((word) => encodeTerm(word))).size).toBe(1000)
})

test('a Cyrillic word costs two characters a letter', () => {
  expect(encodeTerm('настройка')).toHaveLength(2 + 2 * 9)
  expect(encodeTerm('漢字')).toHaveLength(2 + 2 * 3)
})
