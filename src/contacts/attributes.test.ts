import { describe, expect, test } from 'vitest'
import { parseTyped } from './attributes.ts'

describe('what a person types', () => {
  test.each([
    ['string', { ' Gold ': 'Gold', '0': '0' }, ['', ' \n']],
    [
      'integer',
      { '12': 12, '-3': -3, '+4 ': 4, '007': 7 },
      ['1.5', '1,000', '1e3', '', '12 seats', '9007199254740993'],
    ],
    ['float', { '1.5': 1.5, '1,5': 1.5, '-2': -2, '0,25': 0.25 }, ['1,000', '1.', '.5', 'NaN', '1e5', '1,5,5']],
    ['boolean', { Yes: true, '1': true, FALSE: false, no: false }, ['maybe', '2', '']],
    [
      'date',
      { '2024-02-29': '2024-02-29', '2026-01-02T03:04:05Z': '2026-01-02T03:04:05Z' },
      ['2025-02-29', '2026-02-31', '2026-13-01', '2026-1-1', 'tomorrow', '2026-02-31T00:00:00Z'],
    ],
  ] as const)('is read as %s or not at all', (type, right, wrong) => {
    for (const [text, value] of Object.entries(right)) expect(parseTyped(type, text), text).toBe(value)
    for (const text of wrong) expect(parseTyped(type, text), text).toBeUndefined()
  })
})
