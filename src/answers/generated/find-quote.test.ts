import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findQuote } from './find-quote.ts'

function found(text: string, quote: string): string | undefined {
  const span = findQuote(text, quote)
  return span === undefined ? undefined : text.slice(span.start, span.end)
}

test('case, spaces, quotation marks and dashes do not matter, and what is found is the text as it is', () => {
  const text = 'First:\n1. Choose “Forgot  password” — it’s on the\u00a0Sign-in page.'
  expect(found(text, 'choose "forgot password" - it\'s on the sign‑in page')).toBe(text.slice(10, -1))
  expect(found('E\u0301cole ﬁnale', 'école finale')).toBe('E\u0301cole ﬁnale')
  expect(found('İstanbul açık', 'istanbul açık')).toBeUndefined()
  expect(found('答えは、設定の画面にあります。', '設定の画面')).toBe('設定の画面')
})

test('words are not cut, and not found where they do not stand', () => {
  expect(found('The smart office', 'art off')).toBeUndefined()
  expect(found('a smart of art of war', 'art of')).toBe('art of')
  expect(found('Boil twice. Fill it.', 'fill it boil twice')).toBeUndefined()
  for (const nothing of ['', '...', '"', ' \u200b ']) expect(found('Anything ... at all', nothing)).toBeUndefined()
})

test('of a quote with a gap the longest piece counts', () => {
  expect(found('Open the order and choose Refund.', 'Open ... and choose refund')).toBe('and choose Refund')
})

const UNITS = [
  'a',
  'B',
  'İ',
  'ß',
  'e\u0301',
  'ﬁ',
  '😀',
  '\u0301',
  ' ',
  '\n',
  '"',
  '’',
  '\\',
  '—',
  '.',
  '\u200b',
  '語',
  '\ud800',
]

test('whatever a quote is, what is found is a stretch of whole characters; and a word of the text is found', () => {
  const anyText = fc.array(fc.constantFrom(...UNITS)).map((units) => units.join(''))
  fc.assert(
    fc.property(anyText, anyText, (text, quote) => {
      const span = findQuote(text, quote)
      if (span === undefined) return
      expect(0 <= span.start && span.start < span.end && span.end <= text.length).toBe(true)
      expect(findQuote(text, text.slice(span.start, span.end))).toBeDefined()
    }),
    { numRuns: 1_000 },
  )
})
