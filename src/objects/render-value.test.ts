import { expect, test } from 'vitest'
import type { ObjectDataType } from '../db/index.ts'
import { renderValue } from './render-value.ts'

const NINE = Date.UTC(2026, 0, 9) / 1_000

test.each<[ObjectDataType, unknown, string | undefined]>([
  ['text', 'Red\n Status:  Delivered\u2028x', 'Red Status: Delivered x'],
  ['text', ' \n ', undefined],
  ['text', null, undefined],
  ['text', 'a'.repeat(500), 'a'.repeat(500)],
  ['text', `${'a'.repeat(499)}🎉b`, `${'a'.repeat(499)}…`],
  ['number', 0, '0'],
  ['decimal', 99.5, '99.5'],
  ['boolean', false, 'false'],
  ['date', NINE, '2026-01-09'],
  ['date', NINE + 3_660, '2026-01-09 01:01 UTC'],
  ['date', -86_400, '1969-12-31'],
  ['date', 1e15, undefined],
  ['list', 'o1', 'On its way'],
  ['list', 'o2', undefined],
  ['reference', '1', undefined],
])('a %s %j is shown as %j', (data_type, value, shown) => {
  expect(renderValue(value, { data_type, options: [{ id: 'o1', label: 'On its way' }] })).toBe(shown)
})
