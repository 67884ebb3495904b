import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { confidenceOf, measureSupport, type Support } from './support.ts'

const scores = { lexical: 1, semantic: null, reranked: null, fused: 1 }
const words = (text: string) => text.split(' ').map((word) => ({ surface: word, variants: [word], weight: 1 }))

test('what a passage has of a question is seen: words, neighbours, closeness', () => {
  const passage = { terms: 'reset the door code in the app', scores }
  expect(measureSupport(passage, words('reset door code lamp'))).toEqual({
    coverage: 0.75,
    adjacent: 0.25,
    near: 0.75,
    shared: 3,
    meaning: null,
  })
})

test('the only word of a question counts as much as two; earlier words by their shares', () => {
  const passage = { terms: 'android sync menu', scores: { ...scores, semantic: 0.4 } }
  const context = [{ surface: 'sync', variants: ['sync'], weight: 0.25, share: 0.3 }]
  expect(measureSupport(passage, words('android'), context)).toEqual({
    coverage: 1,
    adjacent: 1,
    near: 1,
    shared: 2.3,
    meaning: 0.4,
  })
})

test('a confidence is a share, and more support never lowers it', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const meaning = fc.option(fc.double({ min: -1, max: 1, noNaN: true }))
  const support = fc.record({ coverage: share, adjacent: share, near: share, shared: fc.nat(40), meaning })
  fc.assert(
    fc.property(support, share, fc.double({ min: 0, max: 6, noNaN: true }), (less: Support, more, rarest) => {
      const confidence = confidenceOf(less, { rarest })
      expect(confidence >= 0 && confidence <= 1).toBe(true)
      // The same support tells more in a smaller library.
      expect(confidenceOf(less, { rarest: rarest / 2 })).toBeGreaterThanOrEqual(confidence)
      for (const name of ['coverage', 'adjacent', 'near', 'shared'] as const) {
        expect(confidenceOf({ ...less, [name]: less[name] + more }, { rarest })).toBeGreaterThanOrEqual(confidence)
      }
    }),
  )
})
