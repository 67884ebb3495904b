import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EmbeddingModel } from '../embedding-model.ts'
import { packagedModel } from './packaged-model.ts'

let model: EmbeddingModel

beforeAll(async () => {
  model = await packagedModel()
})

afterAll(() => model.close?.())

/** Some of the 512 numbers that the TensorFlow.js runtime gives with the same weights. */
const PLACES = [0, 1, 2, 100, 255, 511]
const REFERENCE: readonly (readonly [text: string, values: readonly number[]])[] = [
  ['How do I reset my password?', [-0.04846, -0.05457, 0.04023, 0.05064, 0.05226, -0.05188]],
  ['The quick brown fox: jumps over 12:30 :) the lazy dog.', [-0.00684, -0.06059, 0.02806, -0.01646, 0.05311, 0.05955]],
  ['HELLO 😀 ﬁne World ½', [0.03643, -0.01647, 0.03635, -0.06532, 0.06459, 0.04491]],
  ['Refund policy for annual plans', [0.02394, -0.05538, 0.05169, -0.06032, 0.02866, 0.01552]],
  // Longer than the network reads.
  ['a '.repeat(300).trim(), [0.02278, -0.05401, -0.02343, -0.05324, 0.05368, -0.05391]],
]

test('the packaged encoder gives the vectors of the original runtime', async () => {
  const vectors = await model.embed(
    REFERENCE.map(([text]) => text),
    'passage',
  )
  REFERENCE.forEach(([, values], row) => {
    const vector = vectors[row] ?? []
    expect(vector).toHaveLength(512)
    values.forEach((value, index) => expect(vector[PLACES[index] ?? 0]).toBeCloseTo(value, 4))
  })
})

test('a paraphrase is nearer than an unrelated sentence', async () => {
  const [asked, paraphrase, unrelated] = await model.embed(
    ['How do I get my money back?', 'Requesting a refund', 'The museum opens at nine'],
    'query',
  )
  expect(cosine(asked, paraphrase)).toBeGreaterThan(cosine(asked, unrelated) + 0.2)
})

test('line breaks and control characters are spaces like any other', async () => {
  const [plain, broken] = await model.embed(['Reset your password', '\u0007Reset\r\n\tyour   password\n'], 'passage')
  expect(broken).toEqual(plain)
})

test('whatever the text, its vector is finite and of length 1', async () => {
  const hostile = [
    '',
    ' \n',
    '😀',
    '\ud800',
    'x\udc00y',
    '\u0000\u0007',
    '</s><s>',
    'y'.repeat(100_000),
    'y '.repeat(50_000),
  ]
  const random = fc.sample(fc.string({ unit: 'binary', maxLength: 40 }), 16)
  for (const vector of await model.embed([...hostile, ...random], 'passage')) {
    expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
  }
})

test('it says that it knows English only, and which edition it is', () => {
  expect(model.languages).toEqual(new Set(['en']))
  expect(model.id).toMatch(/^use-lite@\d/)
})

function cosine(a: readonly number[] = [], b: readonly number[] = []): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
}
