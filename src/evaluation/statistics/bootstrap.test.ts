import fc from 'fast-check'
import { expect, test } from 'vitest'
import { estimateDifference, estimatePercentile, estimateRatio, type Tally } from './bootstrap.ts'
import { percentile } from './percentile.ts'

test('a percentile lies between its neighbours', () => {
  expect(percentile([10, 20, 30, 40], 0.5)).toBe(25)
  expect(percentile([10, 20, 30, 40], 1)).toBe(40)
  expect(percentile([7], 0.95)).toBe(7)
  expect(percentile([], 0.5)).toBeNaN()
})

test('a metric is all that was gained over all that was possible', () => {
  // Two of three citations of one question and none of the one of another: two of four, not the mean of the shares.
  const estimate = estimateRatio([
    [2, 3],
    [0, 1],
    [0, 0],
  ])
  expect(estimate?.value).toBe(0.5)
  expect(estimateRatio([[0, 0]])).toBeUndefined()
  expect(estimateRatio([])).toBeUndefined()
})

test('the interval of a share is about two standard errors wide to either side', () => {
  const tallies = Array.from({ length: 400 }, (_, index): Tally => [index % 4 === 0 ? 1 : 0, 1])
  const { value, low, high } = estimateRatio(tallies) ?? { value: 0, low: 0, high: 0 }
  const width = 1.96 * Math.sqrt((0.25 * 0.75) / 400)
  expect(value).toBe(0.25)
  expect(Math.abs(low - (0.25 - width))).toBeLessThan(0.006)
  expect(Math.abs(high - (0.25 + width))).toBeLessThan(0.006)
})

test('the same questions give the same interval, and it holds the figure', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }), (scores) => {
      const tallies = scores.map((score): Tally => [score, 1])
      const estimate = estimateRatio(tallies)
      expect(estimateRatio(tallies)).toEqual(estimate)
      const { value, low, high } = estimate ?? { value: Number.NaN, low: 0, high: 0 }
      expect(low).toBeLessThanOrEqual(value + 1e-9)
      expect(high).toBeGreaterThanOrEqual(value - 1e-9)
      expect(low).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-9)
      expect(high).toBeLessThanOrEqual(Math.max(...scores) + 1e-9)
    }),
    { numRuns: 50 },
  )
})

test('a difference that every question shows is certain, however much the questions differ', () => {
  const pairs = [0.1, 0.9, 0.4, 0.7].map((score): [Tally, Tally] => [
    [score, 1],
    [score - 0.1, 1],
  ])
  const { value, low, high } = estimateDifference(pairs) ?? { value: 0, low: 0, high: 0 }
  for (const figure of [value, low, high]) expect(figure).toBeCloseTo(-0.1, 9)
})

test('a metric that one of the runs can not have has no difference', () => {
  expect(
    estimateDifference([
      [
        [1, 1],
        [0, 0],
      ],
    ]),
  ).toBeUndefined()
})

test('the median of times ignores how long the longest took', () => {
  expect(estimatePercentile([5, 1, 9_000, 3, 4], 0.5)?.value).toBe(4)
  expect(estimatePercentile([], 0.5)).toBeUndefined()
})
