import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ObjectDataType } from '../db/index.ts'
import type { ObjectAttribute } from './object-type.ts'
import { readValues } from './read-values.ts'

const STATES = [
  { id: '1', label: 'Open', is_archived: false },
  { id: '2', label: 'open late', is_archived: false },
  { id: 'Open', label: '2', is_archived: false },
  { id: '3', label: 'Gone', is_archived: true },
]

function anAttribute(data_type: ObjectDataType, fields: Partial<ObjectAttribute> = {}): ObjectAttribute {
  return {
    workspace_id: 1,
    id: 1,
    type_id: 1,
    name: 'a',
    label: 'A',
    data_type,
    options: data_type === 'list' ? STATES : [],
    target: data_type === 'reference' ? 'contact' : null,
    target_type_id: null,
    target_identifier: null,
    is_many: true,
    is_archived: false,
    ai_agent_availability: false,
    created_at: new Date(0),
    updated_at: new Date(0),
    ...fields,
  }
}

/** The value that is kept, the ids that are referred to, or what is wrong. */
function read(data_type: ObjectDataType, value: unknown) {
  const attribute = anAttribute(data_type)
  const result = readValues(new Map([['a', attribute]]), { a: value })
  if ('field' in result) return result.message
  return data_type === 'reference' ? result.references.get(attribute) : result.values.get('a')
}

describe('a value', () => {
  test.each<[ObjectDataType, unknown, unknown]>([
    ['text', '', ''],
    ['text', ' 1 ', ' 1 '],
    ['number', -7, -7],
    ['number', '42', 42],
    ['number', 1e3, 1000],
    ['number', 2 ** 53 - 1, 2 ** 53 - 1],
    ['decimal', 99.99, 99.99],
    ['decimal', '99.99', 99.99],
    ['decimal', '1e-7', 1e-7],
    ['decimal', -1.7976931348623157e308, -1.7976931348623157e308],
    ['boolean', false, false],
    ['boolean', 'true', true],
    ['date', '2024-02-29', 1709164800],
    ['date', 1709164800, 1709164800],
    ['list', '1', '1'],
    ['list', 'Open', '1'],
    ['list', '2', 'Open'],
    ['list', 'OPEN', '1'],
    ['list', 'OPEN LATE', '2'],
    ['list', 'Gone', null],
    ['list', '3', null],
    ['list', 'nothing', null],
    ['reference', '12', [12]],
    ['reference', 12, [12]],
    ['reference', ['2', 1, '2', 'nobody', '0', '99999999999'], [2, 1]],
    ['reference', null, []],
    ['reference', [], []],
    ['text', null, null],
    ['number', null, null],
  ])('of %s takes %j', (type, value, expected) => {
    expect(read(type, value)).toEqual(expected)
  })

  test.each<[ObjectDataType, unknown]>([
    ['text', 1],
    ['text', ['x']],
    ['text', 'x'.repeat(10_001)],
    ['number', 1.5],
    ['number', '1.0'],
    ['number', '1,000'],
    ['number', ' 1'],
    ['number', '0x1F'],
    ['number', ''],
    ['number', 2 ** 53],
    ['number', '9007199254740993'],
    ['number', true],
    ['decimal', 'NaN'],
    ['decimal', 'Infinity'],
    ['decimal', '1e999'],
    ['decimal', '1,5'],
    ['decimal', '.5'],
    ['decimal', ''],
    ['boolean', 1],
    ['boolean', 'yes'],
    ['boolean', 'TRUE'],
    ['date', 'tomorrow'],
    ['date', false],
    ['list', 1],
    ['list', ['Open']],
    ['reference', true],
    ['reference', 1.5],
    ['reference', {}],
    ['reference', [['1']]],
    ['reference', [null]],
    ['reference', Array.from({ length: 101 }, (_, index) => index)],
  ])('of %s does not take %j', (type, value) => {
    expect(read(type, value)).toMatch(/^custom_attributes\.a (must be|can have) /)
  })

  test('of an attribute that is not there is refused, whatever objects have by themselves', () => {
    for (const name of ['b', 'constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      const given = Object.fromEntries([[name, 'x']])
      expect(readValues(new Map([['a', anAttribute('text')]]), given)).toEqual({
        field: `custom_attributes.${name}`,
        message: `Custom attribute '${name}' does not exist`,
      })
    }
  })

  test('is read back as what it was read as', () => {
    const types = ['text', 'number', 'decimal', 'boolean', 'date'] as const
    const value = fc.oneof(fc.jsonValue(), fc.double().map(String), fc.integer().map(String), fc.date().map(String))
    fc.assert(
      fc.property(fc.constantFrom(...types), value, (type, given) => {
        const result = readValues(new Map([['a', anAttribute(type)]]), { a: given })
        if ('field' in result) return
        const stored = JSON.parse(JSON.stringify(result.values.get('a')))
        expect(read(type, stored)).toEqual(result.values.get('a'))
      }),
      { numRuns: 1_000 },
    )
  })
})
