import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { measureProximity } from './proximity.ts'

function words(text: string) {
  return text.split(' ').map((word) => ({ surface: word, variants: [word] }))
}

test('words that are neighbours in the question count where they are neighbours in the passage, in this order', () => {
  expect(measureProximity(words('smart remote pair'), 'a smart remote b').adjacent).toBeCloseTo(1 / 3)
  expect(measureProximity(words('smart remote pair'), 'smart remote pair').adjacent).toBeCloseTo(2 / 3)
  expect(measureProximity(words('smart remote'), 'remote smart').adjacent).toBe(0)
  expect(measureProximity(words('smart remote'), 'smart x remote').adjacent).toBe(0)
})

test('the best window of eight words counts, each word once', () => {
  expect(measureProximity(words('a b c'), 'a x x b b b x c').near).toBe(1)
  expect(measureProximity(words('a b c'), 'a x x b b b x x c').near).toBeCloseTo(2 / 3)
  expect(measureProximity(words('a b'), 'x y z').near).toBe(0)
})

test('any variant of a word is the word', () => {
  const question = [
    { surface: 'Akku', variants: ['akku', 'battery'] },
    { surface: 'laden', variants: ['lad', 'charg'] },
  ]
  expect(measureProximity(question, 'battery charg')).toEqual({ adjacent: 0.5, near: 1 })
})

test('words with weights count by them', () => {
  const question = [
    { surface: 'reset', variants: ['reset'], weight: 3 },
    { surface: 'code', variants: ['code'], weight: 1 },
  ]
  expect(measureProximity(question, 'reset x x x x x x x x code').near).toBe(0.75)
  expect(measureProximity(question, 'reset code').adjacent).toBe(0.25)
})

test('shares are shares, and more text takes nothing away', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'x'), { maxLength: 30 })
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')), text, text, (question, passage, more) => {
      const asked = question.length === 0 ? [] : words(question.join(' '))
      const short = measureProximity(asked, passage.join(' '))
      const long = measureProximity(asked, [...passage, ...more].join(' '))
      for (const share of [short.adjacent, short.near]) expect(share >= 0 && share <= 1).toBe(true)
      expect(long.adjacent >= short.adjacent && long.near >= short.near).toBe(true)
    }),
  )
})
