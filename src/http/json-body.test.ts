import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseJsonBody, requireStorable } from './json-body.ts'

const parse = (text: string) => parseJsonBody(Buffer.from(text))

describe('parseJsonBody', () => {
  test('gives what JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        fc.pre(!/__proto__|constructor/.test(text))
        expect(parse(text)).toEqual(JSON.parse(text))
      }),
    )
    expect(parse('')).toBeUndefined()
  })

  test('refuses what is not JSON, not UTF-8 or reaches for a prototype', () => {
    const bodies = ['{', '{"__proto__":1}', '{"a":{"constructor":{"prototype":1}}}', "{'a':1}"].map((text) =>
      Buffer.from(text),
    )
    for (const bytes of [...bodies, Buffer.from([0x22, 0xff, 0x22])]) {
      expect(() => parseJsonBody(bytes)).toThrow('Request body is not valid JSON')
    }
  })
})

describe('requireStorable', () => {
  test.each<[unknown, string]>([
    ['a\0', ''],
    [{ title: '\uD800' }, 'title'],
    [{ a: [{ b: ['x', '\0'] }] }, 'a.0.b.1'],
    [{ '\0': 1 }, 'body'],
    [{ a: { '\uDC00': 1 } }, 'a'],
  ])('names the path of text that can not be stored: %j', (body, field) => {
    expect(() => requireStorable(body)).toThrow(expect.objectContaining({ code: 'parameter_invalid', field }))
  })

  test('allows 100 levels and no more, however deep the rest is', () => {
    const nested = (levels: number) => parse('['.repeat(levels) + ']'.repeat(levels))
    expect(() => requireStorable(nested(100))).not.toThrow()
    for (const levels of [101, 200_000]) {
      expect(() => requireStorable(nested(levels))).toThrow('The body is nested more than 100 levels deep')
    }
  })

  test('allows every well-formed text without NUL', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const isStorable = text.isWellFormed() && !text.includes('\0')
        const check = () => requireStorable({ text })
        if (isStorable) expect(check).not.toThrow()
        else expect(check).toThrow('text must not contain')
      }),
    )
  })
})
