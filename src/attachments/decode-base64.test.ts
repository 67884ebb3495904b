import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeBase64 } from './decode-base64.ts'

test('whatever was encoded comes back, padded or not', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.boolean(), (bytes, isPadded) => {
      const text = Buffer.from(bytes).toString('base64')
      expect(decodeBase64(isPadded ? text : text.replace(/=+$/, ''), 1_000)).toEqual(Buffer.from(bytes))
    }),
  )
})

test('no two texts decode to the same bytes, but for the padding', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'AQgw+/-_= \n') }), (text) => {
      const bytes = decodeBase64(text, 1_000)
      if (typeof bytes === 'string') return
      expect(text.replace(/={1,2}$/, '')).toBe(Buffer.from(bytes).toString('base64').replace(/=+$/, ''))
      expect(text.length % 4 === 0 || !text.includes('=')).toBe(true)
    }),
  )
})

test.each(['aGVs bG8=', 'aGVsbG8=\n', 'aGVsbG8', 'aGVsbG9=', 'aGVs=bG8', 'a', 'QQ=', 'QQ===', 'Pz8_', '====', 'é'])(
  '%j is judged as no lenient decoder would',
  (text) => {
    expect(decodeBase64(text, 100)).toEqual(text === 'aGVsbG8' ? Buffer.from('hello') : 'malformed')
  },
)

test.each([
  [3, 'AAAA', Buffer.alloc(3)],
  [2, 'AAAA', 'too_large'],
  [2, 'A'.repeat(40), 'too_large'],
  [0, '', Buffer.alloc(0)],
])('at most %i bytes: %j', (maxBytes, text, expected) => {
  expect(decodeBase64(text, maxBytes)).toEqual(expected)
})
