import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app[Symbol.asyncDispose]())

const PATH = '/dorsal/v1/audiences'
const SOURCES = '/ai/content_import_sources'
const rule = { attribute: 'plan', comparison: 'eq', value: 'pro' }
const url = 'https://help.example.com'
const V15 = { version: '2.15' }

async function anAudience(fields: object = {}): Promise<any> {
  const { status, body } = await app.post(PATH, { name: 'Customers', rule, ...fields })
  expect(status).toBe(200)
  return body
}

describe('an audience', () => {
  test('is made, listed, changed and deleted', async () => {
    const made = await anAudience()
    const seconds = Math.floor(app.clock.now() / 1000)
    expect(made).toEqual({
      type: 'audience',
      id: made.id,
      name: 'Customers',
      rule,
      source_ids: [],
      created_at: seconds,
      updated_at: seconds,
    })
    expect((await app.get(PATH)).body.data).toContainEqual(made)

    app.clock.advance(5_000)
    const changed = {
      name: 'Everybody else',
      rule: { any: [rule, { all: [{ attribute: 'a.b', comparison: 'exists' }] }] },
    }
    const { body } = await app.put(`${PATH}/${made.id}`, changed)
    expect(body).toEqual({ ...made, ...changed, updated_at: seconds + 5 })
    expect((await app.get(PATH)).body.data).toContainEqual(body)

    expect(await app.delete(`${PATH}/${made.id}`)).toMatchObject({ status: 204, body: undefined })
    for (const reply of [await app.put(`${PATH}/${made.id}`, changed), await app.delete(`${PATH}/${made.id}`)]) {
      expect(reply).toMatchObject({
        status: 404,
        body: { errors: [{ code: 'not_found', message: 'Audience not found' }] },
      })
    }
  })

  test('keeps nothing of its rule but what it knows', async () => {
    const noisy = { ...rule, extra: 1, all_: [] }
    expect((await anAudience({ rule: noisy })).rule).toEqual(rule)
    expect((await anAudience({ rule: { attribute: 'x', comparison: 'exists', value: 'y' } })).rule).toEqual({
      attribute: 'x',
      comparison: 'exists',
    })
  })

  const deep = (levels: number): object => (levels === 0 ? rule : { all: [deep(levels - 1)] })
  test.each<[string, unknown]>([
    ['rule', null],
    ['rule', 'everybody'],
    ['rule', []],
    ['rule.all', { all: [] }],
    ['rule.all', { all: rule }],
    ['rule.any', { any: null }],
    ['rule.all.0', { all: [1] }],
    ['rule.all.1.any.0.comparison', { all: [rule, { any: [{ attribute: 'x', comparison: '==' }] }] }],
    ['rule.attribute', { comparison: 'exists' }],
    ['rule.attribute', { attribute: '', comparison: 'exists' }],
    ['rule.attribute', { attribute: 7, comparison: 'exists' }],
    ['rule.attribute', { attribute: 'x'.repeat(256), comparison: 'exists' }],
    ['rule.comparison', { attribute: 'x' }],
    ['rule.comparison', { attribute: 'x', comparison: 'toString' }],
    ['rule.value', { attribute: 'x', comparison: 'eq' }],
    ['rule.value', { attribute: 'x', comparison: 'eq', value: null }],
    ['rule.value', { attribute: 'x', comparison: 'eq', value: ['a'] }],
    ['rule.value', { attribute: 'x', comparison: 'in', value: 'a' }],
    ['rule.value', { attribute: 'x', comparison: 'in', value: [] }],
    ['rule.value', { attribute: 'x', comparison: 'in', value: [null] }],
    ['rule.value', { attribute: 'x', comparison: 'in', value: Array.from({ length: 1_001 }, () => 'a') }],
    ['rule.value', { attribute: 'x', comparison: 'gt', value: true }],
    ['rule.value', { attribute: 'x', comparison: 'contains', value: '' }],
    ['rule.value', { attribute: 'x', comparison: 'starts_with', value: 3 }],
    ['rule.all.0.all.0.all.0.all.0.all.0.all.0', deep(6)],
  ])('with a bad rule is refused with the path to the fault: %s', async (field, bad) => {
    const before = (await app.get(PATH)).body
    for (const reply of [
      await app.post(PATH, { name: 'Bad', rule: bad }),
      await app.put(`${PATH}/1`, { name: 'Bad', rule: bad }),
    ]) {
      expect(reply).toMatchObject({ status: 400, body: { errors: [{ code: 'parameter_invalid', field }] } })
    }
    expect((await app.get(PATH)).body).toEqual(before)
  })

  test('may be as deep and as wide as it says, and no more', async () => {
    expect((await anAudience({ rule: deep(5) })).rule).toEqual(deep(5))
    const wide = (count: number) => ({ any: Array.from({ length: count }, () => rule) })
    await anAudience({ rule: wide(200) })
    const { status } = await app.post(PATH, { name: 'Wide', rule: wide(201) })
    expect(status).toBe(400)
  })

  test.each([
    [{ rule }, 'parameter_not_found', 'name'],
    [{ name: '', rule }, 'parameter_invalid', 'name'],
    [{ name: '  ', rule }, 'parameter_invalid', 'name'],
    [{ name: 1, rule }, 'parameter_invalid', 'name'],
    [{ name: 'x'.repeat(256), rule }, 'parameter_invalid', 'name'],
    [{ name: 'No rule' }, 'parameter_not_found', 'rule'],
  ])('needs a name and a rule: %j', async (body, code, field) => {
    expect(await app.post(PATH, body)).toMatchObject({ status: 400, body: { errors: [{ code, field }] } })
  })

  test('that a source holds can not be deleted, because the source would be open to everybody', async () => {
    const { id } = await anAudience()
    const held = await app.post(SOURCES, { sync_behavior: 'api', url, audience_ids: id }, V15)
    const refused = await app.delete(`${PATH}/${id}`)
    expect(refused).toMatchObject({ status: 409, body: { errors: [{ code: 'resource_conflict' }] } })
    expect(refused.body.errors[0].message).toContain(String(held.body.id))
    const listed = (await app.get(PATH)).body.data.find((each: any) => each.id === id)
    expect(listed.source_ids).toEqual([held.body.id])
    await app.put(`${SOURCES}/${held.body.id}`, { sync_behavior: 'api', url, audience_ids: [] }, V15)
    expect((await app.delete(`${PATH}/${id}`)).status).toBe(204)
  })

  test('is free again when its source is deleted', async () => {
    const { id } = await anAudience()
    const held = await app.post(SOURCES, { sync_behavior: 'api', url, audience_ids: [id] }, V15)
    await app.delete(`${SOURCES}/${held.body.id}`)
    expect((await app.delete(`${PATH}/${id}`)).status).toBe(204)
  })
})

describe('audience_ids of a source', () => {
  const make = (audience_ids: unknown, version = '2.15') =>
    app.post(SOURCES, { sync_behavior: 'api', url, audience_ids }, { version })

  test('may be one id, several, the same twice, none or null', async () => {
    const [a, b] = [(await anAudience()).id, (await anAudience()).id]
    const cases: [unknown, number[]][] = [
      [a, [a]],
      [
        [b, a],
        [a, b],
      ],
      [
        [a, a, b, a],
        [a, b],
      ],
      [[], []],
      [null, []],
      [undefined, []],
    ]
    for (const [given, held] of cases) {
      const { status, body } = await make(given)
      expect({ status, held: body.audience_ids }).toEqual({ status: 200, held })
      expect((await app.get(`${SOURCES}/${body.id}`, V15)).body.audience_ids).toEqual(held)
    }
    const source = (await make([a, b])).body
    const put = async (audience_ids: unknown) =>
      (await app.put(`${SOURCES}/${source.id}`, { sync_behavior: 'api', url, audience_ids }, V15)).body.audience_ids
    expect(await put(undefined)).toEqual([a, b])
    expect(await put([b])).toEqual([b])
    expect(await put(null)).toEqual([])
    expect(await put(a)).toEqual([a])
    expect(await put([])).toEqual([])
  })

  test('names the ids that are unknown, and changes nothing', async () => {
    const { id } = await anAudience()
    const source = (await make(id)).body
    const before = (await app.get(`${SOURCES}?per_page=150`, V15)).body
    for (const [given, named] of [
      [999_999, '999999'],
      [[id, 999_999, 888_888], '999999, 888888'],
      [[0, -1, 2 ** 31, 2 ** 53], `0, -1, ${2 ** 31}, ${2 ** 53}`],
    ] as const) {
      const body = { sync_behavior: 'api', url: `${url}/changed`, status: 'deactivated', audience_ids: given }
      for (const reply of [await app.post(SOURCES, body, V15), await app.put(`${SOURCES}/${source.id}`, body, V15)]) {
        expect(reply.status).toBe(404)
        expect(reply.body.errors).toEqual([
          {
            code: 'parameter_invalid',
            message: `audience_ids contains unknown audience IDs: ${named}`,
            field: 'audience_ids',
          },
        ])
      }
    }
    expect((await app.get(`${SOURCES}?per_page=150`, V15)).body).toEqual(before)
  })

  test.each(['1', 1.5, true, {}, ['1'], [null], [[1]]])('is refused when it is %j', async (given) => {
    const { status, body } = await make(given)
    expect(status).toBe(400)
    expect(body.errors[0].field).toMatch(/^audience_ids/)
  })

  test('is not known in 2.14: whatever it says changes nothing', async () => {
    const { id } = await anAudience()
    for (const given of [id, [id], null, 999_999, 'nonsense']) {
      const made = await make(given, '2.14')
      expect(made.status).toBe(200)
      expect(made.body).not.toHaveProperty('audience_ids')
      expect((await app.get(`${SOURCES}/${made.body.id}`, V15)).body.audience_ids).toEqual([])
    }
    const source = (await make(id)).body
    for (const given of [null, [], 999_999, 'nonsense']) {
      const body = { sync_behavior: 'api', url, audience_ids: given }
      expect((await app.put(`${SOURCES}/${source.id}`, body)).status).toBe(200)
      expect((await app.get(`${SOURCES}/${source.id}`, V15)).body.audience_ids).toEqual([id])
    }
  })

  test('decides about the very next question', async () => {
    const sourceId = await aSource(app)
    await app.post('/ai/external_pages', aPage(sourceId, { html: '<p>The quokka key is under the mat.</p>' }))
    const { id } = await anAudience()
    const found = async (plan: string) => {
      const asked = { query: 'quokka', agent: 'ai_agent', user: { attributes: { plan } } }
      return (await app.post('/dorsal/v1/search', asked)).body.results.length
    }
    const hold = (audience_ids: unknown) =>
      app.put(`${SOURCES}/${sourceId}`, { sync_behavior: 'api', url, audience_ids }, V15)
    expect([await found('pro'), await found('free')]).toEqual([1, 1])
    await hold(id)
    expect([await found('pro'), await found('free')]).toEqual([1, 0])
    await app.put(`${PATH}/${id}`, { name: 'Free', rule: { ...rule, value: 'free' } })
    expect([await found('pro'), await found('free')]).toEqual([0, 1])
    await hold(null)
    expect([await found('pro'), await found('free')]).toEqual([1, 1])
  })
})
