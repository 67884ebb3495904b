import { describe, expect, test } from 'vitest'
import { encodeTerm } from './encode-term.ts'
import { analyze, tokenize } from './terms.ts'

const ENCODED = /^(?:[a-z][a-z0-9]{0,254}|[0-9]{1,18})$/

describe('hostile text of a million characters', () => {
  // A quadratic step anywhere would run for hours here; the time limit of the test is the assertion.
  test.each([
    ['one letter', 'a', 1],
    ['combining marks', '\u0301', 0],
    ['marks on a letter', 'b', 1],
    ['lone surrogates', '\ud800', 0],
    ['NUL', '\u0000', 0],
    ['bidi controls', '\u202e', 0],
    ['emoji', '👨‍👩‍👧', 0],
    ['connectors', "'-_.,", 0],
    ['elisions', "d'", 1],
    ['mixed case', 'aB', 1],
  ])('%s', (name, unit, count) => {
    const text = name === 'marks on a letter' ? `b${'\u0301'.repeat(1_000_000)}` : unit.repeat(1_000_000 / unit.length)
    const tokens = tokenize(text, 'en')
    expect(tokens).toHaveLength(count)
    for (const token of tokens) expect(token.term.length).toBeLessThanOrEqual(255)
  })

  test.each(['漢', 'ก', '\u1112\u1161\u11ab', 'b_', 'b.', '1,', 'a漢', 'א"', 'ﷺ '])('runs of %s', (unit) => {
    const terms = analyze(unit.repeat(500_000 / unit.length), 'en')
    expect(terms.length).toBeGreaterThan(0)
    expect(terms.every((term) => ENCODED.test(term))).toBe(true)
  })

  test('a term is cut to 64 code points, not through a surrogate pair', () => {
    expect(analyze('b'.repeat(100), 'und')).toEqual(['b'.repeat(64)])
    expect(analyze(`x${'𐐨'.repeat(100)}`, 'und')).toEqual([encodeTerm(`x${'𐐨'.repeat(63)}`)])
  })
})
