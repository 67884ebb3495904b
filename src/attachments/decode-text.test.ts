import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutText } from './cut-text.ts'
import { decodeText } from './decode-text.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding)

test.each<[what: string, bytes: Uint8Array, charset: string | undefined, text: string]>([
  ['UTF-8', bytes('Grüße, мир'), undefined, 'Grüße, мир'],
  ['UTF-8 with a mark', bytes('\ufeffGrüße'), undefined, 'Grüße'],
  ['a mark against a wrong charset', bytes('\ufeffGrüße', 'utf16le'), 'windows-1251', 'Grüße'],
  ['UTF-16, big end first', bytes('\ufeffGrüße', 'utf16le').swap16(), undefined, 'Grüße'],
  ['the charset', Uint8Array.of(0xef, 0xf0, 0xe8), 'windows-1251', 'при'],
  ['the charset, in capitals', Uint8Array.of(0x83, 0x65), 'Shift_JIS', 'テ'],
  ['an unknown charset', bytes('Grüße'), 'x-klingon', 'Grüße'],
  ['a charset that browsers refuse', bytes('Grüße'), 'iso-2022-kr', 'Grüße'],
  ['windows-1252', bytes('Grüße', 'latin1'), undefined, 'Grüße'],
  ['windows-1252 that claims to be UTF-8', bytes('Grüße', 'latin1'), 'utf-8', 'Grüße'],
  ['UTF-8 that broke off', bytes('Привет, широкий мир').subarray(0, -1), undefined, 'Привет, широкий ми\ufffd'],
])('%s', (_what, given, charset, text) => {
  expect(decodeText(given, charset)).toBe(text)
})

test('UTF-8 comes back as it was, whatever charset says UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(undefined, 'utf8', 'UTF-8'), (text, charset) => {
      const sound = text.toWellFormed().replace(/^\ufeff/, '')
      expect(decodeText(bytes(sound), charset)).toBe(sound.replace(/^\ufeff/, ''))
    }),
  )
})

test('any bytes with any charset become text that can be stored', () => {
  const charsets = fc.constantFrom(undefined, 'utf-16le', 'utf-16be', 'gb18030', 'euc-jp', 'iso-2022-jp', 'nonsense')
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), charsets, fc.nat({ max: 100 }), (given, charset, limit) => {
      const { text } = cutText(decodeText(given, charset), limit)
      expect(text.isWellFormed()).toBe(true)
      expect(text).not.toContain('\0')
      expect(text.length).toBeLessThanOrEqual(limit)
    }),
  )
})

test.each([
  ['short', 10, 'short', false],
  ['a\0b\ud800c', 10, 'abc', false],
  ['line one\nline two\nline three', 20, 'line one\nline two', true],
  ['a\nlong line without an end', 10, 'a\nlong lin', true],
  ['12345678😀', 9, '12345678', true],
])('%j in %i characters is %j', (given, limit, text, isCut) => {
  expect(cutText(given, limit)).toEqual({ text, isCut })
})
