import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sample } from './sample.ts'

test('a sample has as many items as asked for, each once, in their order, the same ones every time', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(300), (size, count) => {
      const items = Array.from({ length: size }, (_, index) => index)
      const chosen = sample(items, count)
      expect(chosen).toHaveLength(Math.min(size, count))
      expect(chosen).toEqual([...new Set(chosen)].toSorted((a, b) => a - b))
      expect(sample(items, count)).toEqual(chosen)
    }),
  )
})

test('a sample is taken from everywhere', () => {
  const chosen = sample(
    Array.from({ length: 1_000 }, (_, index) => index),
    100,
  )
  expect(chosen.filter((item) => item < 500).length).toBeGreaterThan(30)
  expect(chosen.filter((item) => item >= 500).length).toBeGreaterThan(30)
})
