import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestTokenF1, containsGold } from './answer-text.ts'

test('a gold answer is found whatever its case, articles and punctuation', () => {
  expect(containsGold('It stands in the “Menu”, at Settings > General.', ['Settings>General'])).toBe(true)
  expect(containsGold('About three in ten: 30%, the Times said.', ['30% the times'])).toBe(true)
  expect(containsGold('Restart the machine.', ['start the machine'])).toBe(false)
  expect(containsGold('首都はパリです。', ['パリ'])).toBe(true)
})

test('any one of the gold answers will do', () => {
  expect(containsGold('It is Paris.', ['London', 'Paris'])).toBe(true)
  expect(containsGold('It is Rome.', ['London', 'Paris'])).toBe(false)
})

test('a gold answer of many words, or of none, does not count', () => {
  const passage = 'press the green button and wait until it blinks'
  expect(containsGold(passage, [passage])).toBeUndefined()
  expect(containsGold(passage, ['the', '...'])).toBeUndefined()
  expect(containsGold(passage, [])).toBeUndefined()
})

test('token F1 counts a word as often as both have it', () => {
  // 2 common of 3 and of 4 words
  expect(bestTokenF1('red red blue', ['red', 'x red y green'])).toBeCloseTo(0.5)
  expect(bestTokenF1('red red blue', ['red red x y'])).toBeCloseTo(4 / 7)
  expect(bestTokenF1('', ['red'])).toBe(0)
  expect(bestTokenF1('red', [])).toBeUndefined()
})

test('token F1 is 1 for the gold answer itself and between 0 and 1 for any other', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, gold) => {
      const f1 = bestTokenF1(text, [gold]) ?? 0
      expect(f1).toBeGreaterThanOrEqual(0)
      expect(f1).toBeLessThanOrEqual(1)
      expect(bestTokenF1(gold, [gold]) ?? 1).toBe(1)
    }),
  )
})
