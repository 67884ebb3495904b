import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeContact } from '../../src/contacts/index.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const TYPE = '/dorsal/v1/object_types/Thing'
const INSTANCES = '/custom_object_instances/Thing'
const CONTACTS = ['1', '2', '3']
const DATA_TYPES = ['text', 'number', 'decimal', 'boolean', 'date', 'list', 'reference'] as const

interface GivenAttribute {
  readonly name: string
  readonly data_type: (typeof DATA_TYPES)[number]
  readonly many: boolean
  readonly options: readonly string[]
}
type Step =
  | { readonly kind: 'define'; readonly attributes: readonly GivenAttribute[] }
  | { readonly kind: 'upsert'; readonly id: string; readonly values: Readonly<Record<string, unknown>> }

const name = fc.constantFrom('a', 'b', 'c')
/** Mostly of the type that it had before: other definitions are refused. */
const attribute = name.chain((given) =>
  fc.record({
    name: fc.constant(given),
    data_type: fc.oneof(
      { weight: 9, arbitrary: fc.constant(given === 'a' ? 'list' : given === 'b' ? 'reference' : 'decimal') },
      { weight: 1, arbitrary: fc.constantFrom(...DATA_TYPES) },
    ),
    many: fc.boolean(),
    options: fc.subarray(['o1', 'o2', 'o3'], { minLength: 1 }),
  } satisfies Record<keyof GivenAttribute, unknown>),
)
const value = fc.constantFrom<unknown>('x', 7, 1.5, true, null, '2024-01-01', 'o1', ['1'], ['3', '2'], ['9'])
/** Mostly what fits: one wrong value is the end of a request. */
function valueOf(...fitting: readonly unknown[]) {
  return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...fitting) }, { weight: 1, arbitrary: value })
}
const givenValues = fc.record(
  { a: valueOf('o1', 'o2', 'o3'), b: valueOf(['1'], ['3', '2'], ['2', '9', '1']), c: valueOf(7, 1.5) },
  { requiredKeys: [] },
)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('define' as const),
    attributes: fc.uniqueArray(attribute, { maxLength: 3, selector: (each) => each.name }),
  }),
  fc.record({
    kind: fc.constant('upsert' as const),
    id: fc.constantFrom('i1', 'i2'),
    values: givenValues,
  }),
)

/** What a small reading of the rules expects: values as they are kept, by instance and attribute. */
class Model {
  readonly #known = new Map<string, GivenAttribute>()
  #active = new Set<string>()
  readonly #instances = new Map<string, Map<string, unknown>>()

  /** @returns the status that the step should have */
  take(next: Step): number {
    return next.kind === 'define' ? this.#define(next.attributes) : this.#upsert(next.id, next.values)
  }

  #define(attributes: readonly GivenAttribute[]): number {
    for (const { name: given, data_type, many } of attributes) {
      const known = this.#known.get(given)
      if (known !== undefined && known.data_type !== data_type) return 409
      const counts = [...this.#instances.values()].map((values) => values.get(given)).filter(Array.isArray)
      if (data_type === 'reference' && !many && counts.some(({ length }) => length > 1)) {
        this.seen.add('refused to narrow')
        return 409
      }
    }
    for (const given of attributes.map((each) => each.name)) {
      const isBack = this.#known.has(given) && !this.#active.has(given)
      if (isBack && [...this.#instances.values()].some((values) => values.has(given))) this.seen.add('value came back')
    }
    for (const each of attributes) this.#known.set(each.name, each)
    this.#active = new Set(attributes.map((each) => each.name))
    return 200
  }

  #upsert(id: string, given: Readonly<Record<string, unknown>>): number {
    const read = new Map<string, unknown>()
    for (const [key, each] of Object.entries(given)) {
      const known = this.#active.has(key) ? this.#known.get(key) : undefined
      const kept = known === undefined ? undefined : keep(known, each)
      if (kept === undefined) return 400
      read.set(key, kept)
    }
    this.#instances.set(id, new Map([...(this.#instances.get(id) ?? []), ...read]))
    return 200
  }

  /** The instances as they should be shown, by external id. */
  show(): Map<string, Record<string, unknown>> {
    return new Map(
      [...this.#instances].map(([id, values]) => {
        const shown = [...values].filter(([key, kept]) => this.#active.has(key) && kept !== null)
        return [id, Object.fromEntries(shown.map(([key, kept]) => [key, this.#showValue(key, kept)]))]
      }),
    )
  }

  /** What of interest has happened. */
  readonly seen = new Set<string>()

  #showValue(key: string, kept: unknown): unknown {
    const { data_type, many, options } = this.#known.get(key) ?? {}
    if (data_type === 'list' && !options?.includes(String(kept))) this.seen.add('archived option')
    if (data_type === 'list') return `Label of ${String(kept)}`
    return Array.isArray(kept) && !many ? kept[0] : kept
  }
}

/** The value as it is kept, null for none; undefined when it does not fit. */
function keep({ data_type, many, options }: GivenAttribute, given: unknown): unknown {
  if (given === null) return null
  switch (data_type) {
    case 'text':
      return typeof given === 'string' ? given : undefined
    case 'number':
      return given === 7 ? 7 : undefined
    case 'decimal':
      return typeof given === 'number' ? given : undefined
    case 'boolean':
      return given === true ? true : undefined
    case 'date':
      return given === 7 ? 7 : given === '2024-01-01' ? 1_704_067_200 : undefined
    case 'list':
      return typeof given !== 'string' ? undefined : options.includes(given) ? given : null
    case 'reference': {
      if (given === true || given === 1.5) return undefined
      const ids = Array.isArray(given) ? given.filter((id) => CONTACTS.includes(id)) : []
      return ids.length > 1 && !many ? undefined : ids.length === 0 ? null : ids
    }
    default:
      return data_type satisfies never
  }
}

function define(attributes: readonly GivenAttribute[]) {
  return {
    attributes: attributes.map(({ name: given, data_type, many, options }) => ({
      name: given,
      data_type,
      ...(data_type === 'reference' && { target: 'contact', many }),
      ...(data_type === 'list' && { options: options.map((id) => ({ id, label: `Label of ${id}` })) }),
    })),
  }
}

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ DORSAL_REQUESTS_PER_MINUTE: '1000000' })
  const person = { role: 'user', name: undefined, email: undefined, attributes: {} } as const
  for (const externalId of CONTACTS) {
    await app.app.db.transact((tx) => writeContact(tx, 1, { ...person, externalId }, new Date(0)))
  }
})
afterAll(() => app[Symbol.asyncDispose]())

test('whatever is defined and written in whatever order, values fit their definitions and stay readable', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      await app.delete(`${TYPE}?delete_instances=true`)
      await app.put(TYPE, { attributes: [] })
      const model = new Model()
      for (const next of steps) {
        const expected = model.take(next)
        const reply =
          next.kind === 'define'
            ? await app.put(TYPE, define(next.attributes))
            : await app.post(INSTANCES, { external_id: next.id, custom_attributes: next.values })
        expect(reply.status, JSON.stringify(reply.body)).toBe(expected)
        seen.add(`${next.kind} ${expected}`)
        const { body } = await app.get(INSTANCES, { version: '2.16' })
        const shown = new Map(body.data.map((each: any) => [each.external_id, each.custom_attributes]))
        expect(shown).toEqual(model.show())
      }
      for (const event of model.seen) seen.add(event)
    }),
    { numRuns: 40, seed: 20_260_102 },
  )
  expect([...seen].toSorted()).toEqual([
    'archived option',
    'define 200',
    'define 409',
    'refused to narrow',
    'upsert 200',
    'upsert 400',
    'value came back',
  ])
}, 120_000)
