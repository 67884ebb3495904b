import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { writeContact } from '../../src/contacts/index.ts'
import { aConversation } from '../support/conversations.ts'
import { startTestApp, type Reply, type TestApp } from '../support/test-app.ts'

const TYPES = '/dorsal/v1/object_types'
const INSTANCES = '/custom_object_instances'
const ORDER = {
  aliases: ['purchase'],
  attributes: [
    { name: 'order_number', data_type: 'text', ai_agent_availability: true },
    { name: 'items', label: 'Number of items', data_type: 'number' },
    { name: 'total', data_type: 'decimal' },
    { name: 'paid', data_type: 'boolean' },
    { name: 'shipped_at', data_type: 'date' },
    {
      name: 'state',
      data_type: 'list',
      options: [
        { id: 's1', label: 'Open' },
        { id: 's2', label: 'Shipped' },
      ],
    },
    { name: 'buyer', data_type: 'reference', target: 'contact' },
    { name: 'talks', data_type: 'reference', target: 'conversation', many: true },
    { name: 'part_of', data_type: 'reference', target: 'Order' },
    { name: 'lines', data_type: 'reference', target: 'Line', many: true },
  ],
}
const LINE = { attributes: [{ name: 'product', data_type: 'text' }] }

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ DORSAL_REQUESTS_PER_MINUTE: '1000000' })
})
afterAll(() => app[Symbol.asyncDispose]())

beforeEach(async () => {
  for (const { identifier } of (await app.get(TYPES)).body.data) {
    await app.delete(`${TYPES}/${identifier}?delete_instances=true`)
  }
  await define('Line', LINE)
  await define('Order', ORDER)
})

async function define(identifier: string, definition: object) {
  const reply = await app.put(`${TYPES}/${identifier}`, definition)
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  return reply.body
}

/** Of an instance that was taken. */
async function upsert(body: object, type = 'Order') {
  const reply = await app.post(`${INSTANCES}/${type}`, body)
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  return reply.body
}

function attributes(custom_attributes: object, external_id = '1') {
  return upsert({ external_id, custom_attributes })
}

function fault({ status, body }: Reply<any>) {
  const { code, field, message } = body.errors[0]
  return { status, code, field, message }
}

describe('an instance', () => {
  test('is created, brought up to date, found and deleted', async () => {
    const created = await upsert({
      external_id: 'a-1',
      external_created_at: 1392036272,
      external_updated_at: '2014-02-10T12:57:52Z',
      custom_attributes: { order_number: 'ORDER-1', total: 99.99 },
    })
    const now = app.clock.now() / 1_000
    expect(created).toEqual({
      id: expect.stringMatching(/^\d+$/),
      type: 'Order',
      custom_attributes: { order_number: 'ORDER-1', total: 99.99 },
      external_id: 'a-1',
      external_created_at: 1392036272,
      external_updated_at: 1392037072,
      created_at: now,
      updated_at: now,
    })
    app.clock.advance(5_000)
    const changed = await upsert({ external_id: 'a-1', custom_attributes: { items: 2, order_number: null } })
    expect(changed).toEqual({
      ...created,
      custom_attributes: { items: 2, total: 99.99 },
      updated_at: now + 5,
    })
    for (const path of [`Order?external_id=a-1`, `Order/${created.id}`, `Order/a-1`, `order/a-1`]) {
      expect((await app.get(`${INSTANCES}/${path}`)).body, path).toEqual(changed)
    }
    const gone = { id: created.id, object: 'Order', deleted: true }
    expect(await app.delete(`${INSTANCES}/Order?external_id=a-1`)).toMatchObject({ status: 200, body: gone })
    expect(fault(await app.delete(`${INSTANCES}/Order/${created.id}`))).toMatchObject({
      status: 404,
      code: 'not_found',
      message: 'Custom object instance not found',
    })
  })

  test('is made anew each time without an external id, with as little as nothing', async () => {
    const [first, second] = [await upsert({}), await upsert({ custom_attributes: null })]
    expect(second.id).not.toBe(first.id)
    expect(first).not.toHaveProperty('external_id')
    expect(first).toMatchObject({ custom_attributes: {}, external_created_at: null, external_updated_at: null })
  })

  test('that is given again as it is does not change', async () => {
    const contact = await aContact('same')
    const body = {
      external_id: 'same',
      external_created_at: '2024-02-29',
      custom_attributes: {
        total: '1.50',
        paid: true,
        state: 'shipped',
        shipped_at: '2024-02-29T10:00',
        buyer: contact,
      },
    }
    const created = await upsert(body)
    app.clock.advance(60_000)
    expect(await upsert(body)).toEqual(created)
    // What was read means the same when it is written.
    expect(await upsert({ ...body, custom_attributes: created.custom_attributes })).toEqual(created)
    expect(await upsert({ external_id: 'same', custom_attributes: { buyer: [] } })).toMatchObject({
      updated_at: created.updated_at + 60,
    })
  })

  test('of one external id is one, whoever writes it at the same time', async () => {
    const names = ['order_number', 'items', 'total', 'paid'] as const
    const values = { order_number: 'A', items: 1, total: 2.5, paid: true }
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, index) => {
        const name = names[index % names.length] ?? 'paid'
        return upsert({ external_id: 'race', custom_attributes: { [name]: values[name] } })
      }),
    )
    expect(new Set(replies.map(({ id }) => id)).size).toBe(1)
    const { body } = await app.get(`${INSTANCES}/Order/race`)
    expect(body.custom_attributes).toEqual(values)
  })

  test('is found by its id before an external id that looks like one, and deleted by its id alone', async () => {
    const first = await upsert({ external_id: 'first' })
    const second = await upsert({ external_id: first.id })
    const other = String(Number(second.id) + 1_000)
    const third = await upsert({ external_id: other })
    expect((await app.get(`${INSTANCES}/Order/${first.id}`)).body.id).toBe(first.id)
    expect((await app.get(`${INSTANCES}/Order/${other}`)).body.id).toBe(third.id)
    expect((await app.delete(`${INSTANCES}/Order/${other}`)).status).toBe(404)
    expect((await app.delete(`${INSTANCES}/Order/first`)).status).toBe(404)
    expect((await app.delete(`${INSTANCES}/Order/${first.id}`)).body.id).toBe(first.id)
    expect((await app.get(`${INSTANCES}/Order/${first.id}`)).body.id).toBe(second.id)
    // An id of another type is none of this one.
    const line = await upsert({}, 'Line')
    expect((await app.get(`${INSTANCES}/Order/${line.id}`)).status).toBe(404)
    expect((await app.delete(`${INSTANCES}/Order/${line.id}`)).status).toBe(404)
  })

  test('of a type that is missing is said to be so by every operation', async () => {
    const calls: [string, string, unknown?][] = [
      ['POST', 'Nothing', {}],
      ['GET', 'Nothing?external_id=1'],
      ['DELETE', 'Nothing?external_id=1'],
      ['GET', 'Nothing/1'],
      ['DELETE', 'Nothing/1'],
    ]
    for (const [method, path, body] of calls) {
      const reply = await app.request(method, `${INSTANCES}/${path}`, body)
      const message = 'Custom object type `Nothing` not found'
      expect(fault(reply), `${method} ${path}`).toEqual({ status: 404, code: 'not_found', field: undefined, message })
    }
    for (const path of [
      '%00/1',
      'Order/%00',
      'Order?external_id=%00',
      `${'x'.repeat(400)}/1`,
      'İ/1',
      'Order/%F0%9F%98%80',
    ]) {
      expect((await app.get(`${INSTANCES}/${path}`)).status, path).toBe(404)
      expect((await app.delete(`${INSTANCES}/${path}`)).status, path).toBe(404)
    }
  })

  test('takes external times that mean nothing for none', async () => {
    for (const [index, time] of [true, {}, 'soon', 1e300, -1e12, [1], 1.5, '2024-02-30', null].entries()) {
      const body = { external_id: 't', external_created_at: 1392036272, external_updated_at: time }
      const reply = await upsert(body)
      expect(reply, String(index)).toMatchObject({ external_created_at: 1392036272, external_updated_at: null })
    }
    for (const time of [-62135596800, 0, 253402300799]) {
      expect(await upsert({ external_id: 't', external_updated_at: time })).toMatchObject({ external_updated_at: time })
    }
    expect(await upsert({ external_id: 't' })).toMatchObject({ external_updated_at: 253402300799 })
  })

  test('is refused whole when a part of it is wrong', async () => {
    await attributes({ order_number: 'kept', items: 1 })
    const before = (await app.get(`${INSTANCES}/Order/1`)).body
    const contacts = [await aContact('two'), await aContact('persons')]
    const many = Array.from({ length: 101 }, (_, index) => index + 1)
    const wrong: [object, string, (string | RegExp)?][] = [
      [
        { custom_attributes: { order_number: 'new', colour: 'red' } },
        'custom_attributes.colour',
        "Custom attribute 'colour' does not exist",
      ],
      [{ custom_attributes: { order_number: 'new', items: 1.5 } }, 'custom_attributes.items'],
      [{ custom_attributes: { order_number: 'x'.repeat(10_001) } }, 'custom_attributes.order_number'],
      [{ custom_attributes: { order_number: { a: 1 } } }, 'custom_attributes.order_number'],
      [{ custom_attributes: { order_number: 'new', buyer: { id: '1' } } }, 'custom_attributes.buyer'],
      [{ custom_attributes: { order_number: 'new', buyer: contacts } }, 'custom_attributes.buyer', /one contact/],
      [{ custom_attributes: { order_number: 'new', talks: many } }, 'custom_attributes.talks'],
      [{ custom_attributes: { order_number: 'new', talks: [[1]] } }, 'custom_attributes.talks'],
      [{ custom_attributes: { constructor: 'x' } }, 'custom_attributes.constructor'],
      [{ custom_attributes: { toString: 'x' } }, 'custom_attributes.toString'],
      [{ custom_attributes: { order_number: 'a\0b' } }, 'custom_attributes.order_number'],
      [{ custom_attributes: [] }, 'custom_attributes'],
      [{ custom_attributes: 'x' }, 'custom_attributes'],
      [{ external_id: 1 }, 'external_id'],
      [{ external_id: ' ' }, 'external_id'],
      [{ external_id: 'x'.repeat(513) }, 'external_id'],
      [{ external_id: 'reference_not_found' }, 'external_id'],
    ]
    for (const [body, field, message = /./] of wrong) {
      const reply = await app.post(`${INSTANCES}/Order`, { external_id: '1', ...body })
      expect(fault(reply), field).toMatchObject({ status: 400, code: 'parameter_invalid', field })
      expect(fault(reply).message).toMatch(message)
    }
    expect((await app.post(`${INSTANCES}/Order`, '{"custom_attributes":{"__proto__":"x"}}')).status).toBe(400)
    expect((await app.post(`${INSTANCES}/Order`)).status).toBe(400)
    expect((await app.get(`${INSTANCES}/Order/1`)).body).toEqual(before)
    const { body: list } = await app.get(`${INSTANCES}/Order`, PREVIEW)
    expect(list.total_count).toBe(1)
  })

  test('can hold so much and no more', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `text_${index}`)
    await define('Big', { attributes: names.map((name) => ({ name, data_type: 'text' })) })
    const values = (count: number) => Object.fromEntries(names.slice(0, count).map((name) => [name, 'x'.repeat(9_900)]))
    await upsert({ external_id: 'big', custom_attributes: values(9) }, 'Big')
    const more = { external_id: 'big', custom_attributes: { text_10: 'x'.repeat(9_900), text_11: 'x'.repeat(9_900) } }
    expect(fault(await app.post(`${INSTANCES}/Big`, more))).toMatchObject({ status: 400, field: 'custom_attributes' })
    expect((await app.get(`${INSTANCES}/Big/big`)).body.custom_attributes).toEqual(values(9))
  })
})

describe('references', () => {
  test('show what they refer to, one level deep, without what is not there', async () => {
    const contact = await aContact('ann')
    const conversation = String(await aConversation(app, 'about the order'))
    const [one, two] = [
      await upsert({ external_id: 'l1', custom_attributes: { product: 'Pen' } }, 'Line'),
      await upsert({ custom_attributes: { product: 'Ink' } }, 'Line'),
    ]
    const parent = await upsert({ external_id: 'parent', custom_attributes: { buyer: contact, order_number: 'P' } })
    const order = await attributes(
      {
        buyer: [contact, '999999'],
        talks: [Number(conversation), 'nobody', conversation],
        part_of: parent.id,
        lines: [two.id, one.id, parent.id],
      },
      'child',
    )
    const { buyer: _, ...shown } = parent.custom_attributes
    expect(order.custom_attributes).toEqual({
      buyer: contact,
      talks: [conversation],
      part_of: { type: 'Order.list', instances: [{ ...parent, custom_attributes: shown }] },
      lines: { type: 'Line.list', instances: [two, one] },
    })
    expect((await app.get(`${INSTANCES}/Order/child`)).body).toEqual(order)

    // They are replaced, and go with what they refer to.
    expect((await attributes({ lines: [one.id], buyer: null }, 'child')).custom_attributes).toMatchObject({
      lines: { instances: [{ id: one.id }] },
    })
    await app.delete(`${INSTANCES}/Line/${one.id}`)
    await app.delete(`${INSTANCES}/Order/${parent.id}`)
    expect((await app.get(`${INSTANCES}/Order/child`)).body.custom_attributes).toEqual({ talks: [conversation] })
  })

  test('may go round in a circle', async () => {
    const [a, b] = [await upsert({ external_id: 'a' }), await upsert({ external_id: 'b' })]
    await Promise.all([attributes({ part_of: b.id }, 'a'), attributes({ part_of: a.id }, 'b')])
    expect((await attributes({ part_of: a.id }, 'a')).custom_attributes.part_of.instances).toMatchObject([{ id: a.id }])
  })
})

describe('the list', () => {
  test('came with 2.16: newest first, in pages, by what is referred to', async () => {
    const [ann, bob] = [await aContact('ann'), await aContact('bob')]
    const conversation = await aConversation(app, 'listed')
    for (let index = 0; index < 5; index++) {
      await attributes({ buyer: index % 2 === 0 ? ann : bob, ...(index > 2 && { talks: conversation }) }, `o${index}`)
    }
    const list = async (query: string) => (await app.get(`${INSTANCES}/Order${query}`, PREVIEW)).body
    const ids = async (query: string) => (await list(query)).data.map((each: any) => each.external_id)
    expect(await list('?per_page=2&page=2')).toEqual({
      type: 'list',
      data: [expect.objectContaining({ external_id: 'o2' }), expect.objectContaining({ external_id: 'o1' })],
      total_count: 5,
      pages: {
        type: 'pages',
        page: 2,
        per_page: 2,
        total_pages: 3,
        next: `${app.url}${INSTANCES}/Order?page=3&per_page=2`,
      },
    })
    expect(await list('')).toMatchObject({ total_count: 5, pages: { per_page: 20 } })
    expect(await ids(`?references_contact_id=${ann}`)).toEqual(['o4', 'o2', 'o0'])
    expect(await ids(`?references_conversation_id=${conversation}`)).toEqual(['o4', 'o3'])
    expect(await ids(`?references_contact_id=${bob}&references_conversation_id=${conversation}`)).toEqual(['o3'])
    for (const nobody of ['0', 'x', '999999', '%00']) expect(await ids(`?references_contact_id=${nobody}`)).toEqual([])
    expect(await list('?external_id=o1')).toMatchObject({ type: 'Order', external_id: 'o1' })
    expect((await app.get(`${INSTANCES}/Order?per_page=151`, PREVIEW)).status).toBe(400)

    const missing = { status: 400, code: 'parameter_not_found', field: 'external_id' }
    expect(fault(await app.get(`${INSTANCES}/Order?page=none&references_contact_id=${ann}`))).toMatchObject(missing)
    expect(fault(await app.delete(`${INSTANCES}/Order`))).toMatchObject(missing)
    expect(fault(await app.delete(`${INSTANCES}/Order`, PREVIEW))).toMatchObject(missing)
    expect((await list('')).total_count).toBe(5)
  })
})

describe('a type', () => {
  test('is shown as it was defined, whatever the case of its name', async () => {
    const { body } = await app.get(`${TYPES}/oRDER`)
    expect(body).toMatchObject({ type: 'object_type', identifier: 'Order', aliases: ['purchase'] })
    expect(body.attributes.slice(0, 2)).toEqual([
      { name: 'order_number', label: 'order_number', data_type: 'text', ai_agent_availability: true },
      { name: 'items', label: 'Number of items', data_type: 'number', ai_agent_availability: false },
    ])
    expect(body.attributes.slice(5, 7)).toEqual([
      {
        name: 'state',
        label: 'state',
        data_type: 'list',
        options: ORDER.attributes[5]?.options,
        ai_agent_availability: false,
      },
      {
        name: 'buyer',
        label: 'buyer',
        data_type: 'reference',
        target: 'contact',
        many: false,
        ai_agent_availability: false,
      },
    ])
    app.clock.advance(60_000)
    expect(await define('order', ORDER)).toEqual(body)
    expect((await app.get(TYPES)).body).toMatchObject({ total_count: 2, data: [{ identifier: 'Line' }, body] })
    expect((await define('ORDER', { ...ORDER, aliases: [] })).updated_at).toBe(body.updated_at + 60)
  })

  test('keeps the values of what is left out of it, and shows them when it comes back', async () => {
    const contact = await aContact('kept')
    const full = await attributes({ order_number: 'A', state: 'Shipped', buyer: contact })
    const [number, , , , , state, buyer] = ORDER.attributes
    await define('Order', { attributes: [{ name: 'state', data_type: 'list', options: [{ id: 's1', label: 'New' }] }] })
    // A value keeps its option, which nobody can choose any more.
    expect((await app.get(`${INSTANCES}/Order/1`)).body.custom_attributes).toEqual({ state: 'Shipped' })
    expect((await attributes({ state: 'Shipped' }, '2')).custom_attributes).toEqual({})
    expect((await attributes({ state: 's1' }, '2')).custom_attributes).toEqual({ state: 'New' })
    for (const name of ['order_number', 'buyer']) {
      const refused = await app.post(`${INSTANCES}/Order`, { external_id: '1', custom_attributes: { [name]: null } })
      expect(fault(refused)).toMatchObject({ status: 400, field: `custom_attributes.${name}` })
    }
    expect((await app.get(`${INSTANCES}/Order?references_contact_id=${contact}`, PREVIEW)).body.data).toEqual([])
    for (const attribute of [
      { ...number, data_type: 'number' },
      { ...buyer, target: 'conversation' },
    ]) {
      expect(fault(await app.put(`${TYPES}/Order`, { attributes: [attribute] }))).toMatchObject({
        status: 409,
        code: 'conflict',
      })
    }
    await define('Order', { attributes: [number, state, buyer] })
    expect((await app.get(`${INSTANCES}/Order/1`)).body.custom_attributes).toEqual(full.custom_attributes)
  })

  test('refuses one reference where an instance has several', async () => {
    const conversations = [await aConversation(app, 'n1'), await aConversation(app, 'n2')]
    await attributes({ talks: conversations })
    const one = { attributes: [{ name: 'talks', data_type: 'reference', target: 'conversation' }] }
    expect(fault(await app.put(`${TYPES}/Order`, one))).toMatchObject({ status: 409, field: 'attributes.0.many' })
    await attributes({ talks: conversations[1] })
    await define('Order', one)
    const { body } = await app.get(`${INSTANCES}/Order/1`)
    expect(body.custom_attributes).toEqual({ talks: String(conversations[1]) })
  })

  test('is deleted with its instances only when that is said, and with what refers to it', async () => {
    const line = await upsert({}, 'Line')
    await attributes({ lines: [line.id], order_number: 'A' })
    expect(fault(await app.delete(`${TYPES}/Line`))).toMatchObject({
      status: 409,
      code: 'conflict',
      field: 'delete_instances',
    })
    expect((await app.delete(`${TYPES}/Line?delete_instances=true`)).status).toBe(204)
    expect(fault(await app.delete(`${TYPES}/Line`))).toMatchObject({ status: 404 })
    expect((await app.get(`${INSTANCES}/Order/1`)).body.custom_attributes).toEqual({ order_number: 'A' })
    const names = (await app.get(`${TYPES}/Order`)).body.attributes.map(({ name }: { name: string }) => name)
    expect(names).not.toContain('lines')
  })

  test('must have a name, and attributes that can be told apart', async () => {
    for (const identifier of ['contact', 'Conversation', '1st', 'a.b', '%00', 'é', 'x'.repeat(101), ' a', 'a ']) {
      const reply = await app.put(`${TYPES}/${encodeURIComponent(identifier).replace('%2500', '%00')}`, LINE)
      expect(fault(reply), identifier).toMatchObject({ status: 400, field: 'identifier' })
    }
    const text = { name: 'a', data_type: 'text' }
    const wrong: [unknown, string][] = [
      [[{ ...text, name: 'external_id' }], 'attributes.0.name'],
      [[{ ...text, name: '__proto__' }], 'attributes.0.name'],
      [[{ ...text, name: 'a.b' }], 'attributes.0.name'],
      [[text, text], 'attributes.1.name'],
      [[{ ...text, data_type: 'blob' }], 'attributes.0.data_type'],
      [[{ ...text, data_type: 'reference', target: 'Nobody' }], 'attributes.0.target'],
      [Array.from({ length: 101 }, (_, index) => ({ ...text, name: `a${index}` })), 'attributes'],
    ]
    for (const [list, field] of wrong) {
      expect(fault(await app.put(`${TYPES}/New`, { attributes: list })), field).toMatchObject({ status: 400, field })
    }
    expect((await app.get(`${TYPES}/New`)).status).toBe(404)
  })
})

const PREVIEW = { version: '2.16' }

/** @returns its id */
async function aContact(externalId: string): Promise<string> {
  const now = new Date(app.clock.now())
  const { contact } = await app.app.db.transact((tx) =>
    writeContact(tx, 1, { role: 'user', externalId, name: undefined, email: undefined, attributes: {} }, now),
  )
  return String(contact.id)
}
