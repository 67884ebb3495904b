import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hit, ndcg, recall, reciprocalRank } from './ranking.ts'

const grades = new Map([
  ['best', 2],
  ['good', 1],
  ['judged', 0],
])

test('nDCG weighs grades by their place', () => {
  // (1/1 + 2/log2(3)) / (2/1 + 1/log2(3))
  expect(ndcg(['good', 'best'], grades, 10)).toBeCloseTo(2.261859507 / 2.630929754, 8)
  expect(ndcg(['best', 'good'], grades, 10)).toBe(1)
  // 2/log2(4) over the same
  expect(ndcg(['x', 'judged', 'best'], grades, 10)).toBeCloseTo(1 / 2.630929754, 8)
  expect(ndcg(['x', 'judged', 'best'], grades, 2)).toBe(0)
})

test('recall, reciprocal rank and hits look at the first places only', () => {
  const ranking = ['judged', 'x', 'good', 'y', 'z', 'best']
  expect(recall(ranking, grades, 10)).toBe(1)
  expect(recall(ranking, grades, 5)).toBe(0.5)
  expect(reciprocalRank(ranking, grades, 10)).toBeCloseTo(1 / 3)
  expect(reciprocalRank(ranking, grades, 2)).toBe(0)
  expect(hit(ranking, grades, 5)).toBe(1)
  expect(hit(ranking, grades, 2)).toBe(0)
})

const pages = fc.constantFrom(...'abcdefghijklmnopqrst')
const rankings = fc.uniqueArray(pages, { maxLength: 20 })
const someGrades = fc
  .uniqueArray(fc.tuple(pages, fc.nat(4)), { minLength: 1, maxLength: 12, selector: ([page]) => page })
  .map((entries) => new Map(entries))

test('every figure stays between 0 and 1, and what stands below the depth changes nothing', () => {
  fc.assert(
    fc.property(rankings, someGrades, fc.integer({ min: 1, max: 12 }), (ranking, some, depth) => {
      for (const figure of [ndcg, recall, reciprocalRank, hit]) {
        const value = figure(ranking, some, depth)
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1 + 1e-12)
        expect(figure(ranking.slice(0, depth), some, depth)).toBe(value)
      }
    }),
  )
})

test('a better page that changes places with a worse one above it never lowers nDCG', () => {
  fc.assert(
    fc.property(rankings, someGrades, fc.nat(18), (ranking, some, place) => {
      const [above, below] = [ranking[place], ranking[place + 1]]
      if (above === undefined || below === undefined) return
      if ((some.get(below) ?? 0) < (some.get(above) ?? 0)) return
      const swapped = ranking.with(place, below).with(place + 1, above)
      expect(ndcg(swapped, some, 10)).toBeGreaterThanOrEqual(ndcg(ranking, some, 10) - 1e-12)
    }),
  )
})
