import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTime } from './read-time.ts'

describe('a time', () => {
  test.each<[unknown, number]>([
    [1392036272, 1392036272],
    ['1392036272', 1392036272],
    ['-1', -1],
    ['2014-02-10T12:44:32Z', 1392036272],
    ['2014-02-10 12:44:32', 1392036272],
    ['2014-02-10T13:44:32.999+01:00', 1392036272],
    ['2014-02-10T07:44:32-0500', 1392036272],
    ['2024-02-29', 1709164800],
    ['0001-01-01', -62135596800],
    ['9999-12-31T23:59:59Z', 253402300799],
  ])('may be %j', (value, seconds) => {
    expect(readTime(value)).toBe(seconds)
  })

  test.each([
    '2023-02-29',
    '2024-13-01',
    '2024-1-1',
    '2024-01-01T25:00Z',
    '2024-01-01T10:00 CET',
    '0000-01-01',
    '10000-01-01',
    '1e9',
    '0x10',
    ' 1392036272',
    '',
    'NaN',
    NaN,
    Infinity,
    1.5,
    2 ** 53,
    253402300800,
    -62135596801,
    true,
    null,
    undefined,
    [1],
    {},
  ])('is not %j', (value) => {
    expect(readTime(value)).toBeUndefined()
  })

  test('means the same however it is written', () => {
    const seconds = fc.integer({ min: -62135596800, max: 253402300799 })
    fc.assert(
      fc.property(seconds, fc.integer({ min: -14 * 60, max: 14 * 60 }), (time, offset) => {
        expect(readTime(time)).toBe(time)
        expect(readTime(String(time))).toBe(time)
        expect(readTime(new Date(time * 1_000).toISOString())).toBe(time)
        const local = new Date((time + offset * 60) * 1_000)
        const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60]
        const zone = `${offset < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
        const text = local.toISOString().replace('Z', zone)
        if (/^\d{4}-/.test(text) && !text.startsWith('0000')) expect(readTime(text)).toBe(time)
      }),
    )
  })
})
