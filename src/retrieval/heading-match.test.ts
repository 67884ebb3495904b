import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { measureHeadingMatch } from './heading-match.ts'

const words = (text: string) => text.split(' ').map((word) => ({ surface: word, variants: [word] }))

test('a heading that is the question matches wholly, one with other words too by what they share', () => {
  expect(measureHeadingMatch(words('citation'), [['answers'], ['citation']])).toBe(1)
  expect(measureHeadingMatch(words('reset code'), [['code', 'reset']])).toBe(1)
  expect(measureHeadingMatch(words('citation'), [['citation', 'precision', 'measure']])).toBeCloseTo(1 / 3)
  expect(measureHeadingMatch(words('reset door code'), [['door', 'lamp']])).toBeCloseTo(1 / 4)
  expect(measureHeadingMatch(words('citation'), [[], ['lamp']])).toBe(0)
})

test('a synonym in a heading is the word, a phrase by all its words', () => {
  const question = [{ surface: 'wlan', variants: ['wlan'], synonyms: ['wireless network'] }]
  expect(measureHeadingMatch(question, [['wireless', 'network']])).toBeGreaterThan(0)
  expect(measureHeadingMatch(question, [['wireless']])).toBe(0)
})

test('a match is a share', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }),
      fc.array(text),
      (question, headings) => {
        const match = measureHeadingMatch(words(question.join(' ')), headings)
        expect(match >= 0 && match <= 1).toBe(true)
      },
    ),
  )
})
