import { describe, expect, test } from 'vitest'
import type { ObjectAttribute } from './object-type.ts'
import { planDefinition, type AttributeContent, type AttributeTarget, type DefinitionPlan } from './plan-definition.ts'
import type { GivenAttribute } from './schemas.ts'

const TARGETS = new Map<string, AttributeTarget>([
  ['contact', { target: 'contact', target_type_id: null }],
  ['Order', { target: 'object', target_type_id: 7 }],
  ['Line', { target: 'object', target_type_id: 8 }],
])

function plan(before: readonly ObjectAttribute[], given: readonly GivenAttribute[]) {
  return planDefinition(before, given, (name) => TARGETS.get(name))
}

/** What a definition of nothing before makes, as it is then stored. */
function stored(...given: GivenAttribute[]): ObjectAttribute[] {
  const made = plan([], given)
  if ('code' in made) throw new Error(made.message)
  return made.added.map(toStored)
}

function toStored(content: AttributeContent, index: number): ObjectAttribute {
  const at = new Date(0)
  const target_identifier = content.target_type_id === 7 ? 'Order' : null
  return { ...content, workspace_id: 1, id: index + 1, type_id: 1, target_identifier, created_at: at, updated_at: at }
}

const LIST: GivenAttribute = {
  name: 'state',
  data_type: 'list',
  options: [
    { id: '1', label: 'Open' },
    { id: '2', label: 'Shut' },
  ],
}
const REFERENCE: GivenAttribute = { name: 'order', data_type: 'reference', target: 'Order', many: true }

describe('a definition', () => {
  test('that is given again changes nothing', () => {
    const before = stored(LIST, REFERENCE, { name: 'text', data_type: 'text' })
    const again: GivenAttribute[] = [{ name: 'text', label: 'text', data_type: 'text' }, REFERENCE, LIST]
    expect(plan(before, again)).toEqual({ added: [], changed: [], narrowed: [] })
  })

  test('archives what it leaves out, and brings it back', () => {
    const before = stored(LIST, REFERENCE)
    const [archived] = (plan(before, [REFERENCE]) as DefinitionPlan).changed
    expect(archived).toMatchObject({ id: 1, content: { is_archived: true, options: LIST.options } })
    const after = before.map((each) => (each.id === 1 ? { ...each, ...archived?.content } : each))
    expect(plan(after, [REFERENCE])).toEqual({ added: [], changed: [], narrowed: [] })
    expect(plan(after, [REFERENCE, LIST])).toMatchObject({
      added: [],
      changed: [{ id: 1, content: { is_archived: false, options: [{ id: '1' }, { id: '2' }] } }],
    })
  })

  test('keeps the options that it leaves out behind those that may be chosen', () => {
    const options = [
      { id: '3', label: 'New' },
      { id: '2', label: 'Closed' },
    ]
    expect(plan(stored(LIST), [{ ...LIST, options }])).toMatchObject({
      changed: [
        {
          content: {
            options: [
              { id: '3', label: 'New', is_archived: false },
              { id: '2', label: 'Closed', is_archived: false },
              { id: '1', label: 'Open', is_archived: true },
            ],
          },
        },
      ],
    })
  })

  test('tells which references are to become one', () => {
    const { many: _, ...one } = REFERENCE
    expect(plan(stored(REFERENCE), [one])).toMatchObject({ narrowed: [{ name: 'order' }] })
    expect(plan(stored(one), [REFERENCE])).toMatchObject({ narrowed: [], changed: [{ content: { is_many: true } }] })
  })

  test.each<[string, Partial<GivenAttribute>, string]>([
    ['another data type', { name: 'state', data_type: 'text' }, 'attributes.0.data_type'],
    ['another target', { name: 'order', data_type: 'reference', target: 'Line' }, 'attributes.0.target'],
    ['a target of another kind', { name: 'order', data_type: 'reference', target: 'contact' }, 'attributes.0.target'],
  ])('never gives an attribute %s', (_, attribute, field) => {
    expect(plan(stored(LIST, REFERENCE), [attribute as GivenAttribute])).toMatchObject({ code: 'conflict', field })
  })

  const option = { id: '1', label: 'One' }
  const many = (count: number, from = 0) =>
    Array.from({ length: count }, (_, index) => ({ id: `${from + index}`, label: `Option ${from + index}` }))
  test.each<[Partial<GivenAttribute>, string]>([
    [{ data_type: 'list' }, 'options'],
    [{ data_type: 'list', options: [option, { id: '1', label: 'Two' }] }, 'options.1.id'],
    [{ data_type: 'list', options: [option, { id: '2', label: 'ONE' }] }, 'options.1.label'],
    [{ data_type: 'list', options: many(501) }, 'options'],
    [{ data_type: 'text', options: [option] }, 'options'],
    [{ data_type: 'reference' }, 'target'],
    [{ data_type: 'reference', target: 'Nothing' }, 'target'],
    [{ data_type: 'text', target: 'contact' }, 'target'],
    [{ data_type: 'date', many: true }, 'many'],
  ])('is refused with %j', (attribute, field) => {
    const given = { name: 'a', ...attribute } as GivenAttribute
    expect(plan([], [given])).toMatchObject({ code: 'parameter_invalid', field: `attributes.0.${field}` })
  })

  test('counts what it leaves out', () => {
    const names = (count: number, from: number): GivenAttribute[] =>
      Array.from({ length: count }, (_, index) => ({ name: `a${from + index}`, data_type: 'text' }))
    expect(plan(stored(...names(60, 0)), names(41, 60))).toMatchObject({
      code: 'parameter_invalid',
      field: 'attributes',
    })
    expect(plan(stored(...names(60, 0)), names(40, 60))).toMatchObject({ added: { length: 40 } })
    const list = { ...LIST, options: many(300) }
    expect(plan(stored(list), [{ ...list, options: many(201, 300) }])).toMatchObject({ field: 'attributes.0.options' })
    expect(plan(stored(list), [{ ...list, options: many(200, 300) }])).toMatchObject({ changed: { length: 1 } })
  })
})
