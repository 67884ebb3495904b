import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_ID, parseId } from './ids.ts'

test('an id is a positive 32-bit integer in plain decimal digits', () => {
  expect(parseId('1')).toBe(1)
  expect(parseId(String(MAX_ID))).toBe(MAX_ID)
  for (const raw of ['', '0', '01', '-1', '+1', '1.0', '1e3', ' 1', '1\n', '١', String(MAX_ID + 1), '9'.repeat(400)]) {
    expect(parseId(raw), raw).toBeUndefined()
  }
})

test('an id is read back as it was written, and any other text is none', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: MAX_ID }), (id) => parseId(String(id)) === id))
  fc.assert(
    fc.property(fc.string(), (raw) => {
      const id = parseId(raw)
      return id === undefined || String(id) === raw
    }),
  )
})
