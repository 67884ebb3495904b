import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mergeContacts, writeContact, type Contact } from '../../src/contacts/index.ts'
import { openAt, selectedBackends } from '../support/backends.ts'
import { PostgresServer } from '../support/postgres-server.ts'
import type { TestApp } from '../support/test-app.ts'

const isSelected = selectedBackends().some(({ key }) => key === 'server')
const ORDERS = '/custom_object_instances/Order'
const LIST = { version: '2.16' }

/** What only many connections can show. */
describe.skipIf(!isSelected)('custom objects on two instances of the program', { timeout: 120_000 }, () => {
  let server: PostgresServer
  let apps: [TestApp, TestApp]
  beforeAll(async () => {
    server = await PostgresServer.start()
    const url = await server.createDatabase('objects')
    apps = [await openAt(url), await openAt(url)]
    await define([NOTE, BUYERS, PARTS])
  }, 60_000)
  afterAll(async () => {
    for (const app of apps ?? []) await app[Symbol.asyncDispose]()
    await server?.[Symbol.asyncDispose]()
  })

  const NOTE = { name: 'note', data_type: 'text' }
  const BUYERS = { name: 'buyers', data_type: 'reference', target: 'contact', many: true }
  const PARTS = { name: 'parts', data_type: 'reference', target: 'Order', many: true }

  function define(attributes: readonly object[]) {
    return apps[0].put('/dorsal/v1/object_types/Order', { attributes })
  }

  /** One instance of the program after the other. */
  function each<T>(count: number, call: (app: TestApp, index: number) => Promise<T>): Promise<T[]> {
    return Promise.all(Array.from({ length: count }, (_, index) => call(apps[index % 2 === 0 ? 0 : 1], index)))
  }

  function aContact(externalId: string): Promise<Contact> {
    const person = { role: 'user', externalId, name: undefined, email: undefined, attributes: {} } as const
    return apps[0].app.db.transact(async (tx) => (await writeContact(tx, 1, person, new Date(0))).contact)
  }

  /** Replies with another status than these. */
  function others(statuses: readonly number[], replies: readonly { status: number; body: unknown }[]) {
    return replies.filter(({ status }) => !statuses.includes(status)).map(({ status, body }) => ({ status, body }))
  }

  test('many writes of one external id make one instance', async () => {
    const buyer = (await aContact('racer')).id
    const replies = await each(30, (app, index) =>
      app.post(ORDERS, { external_id: 'race', custom_attributes: index % 3 === 0 ? { note: 'a' } : { buyers: buyer } }),
    )
    expect(new Set(replies.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
    expect((await apps[1].get(`${ORDERS}/race`)).body.custom_attributes).toEqual({ note: 'a', buyers: [`${buyer}`] })
  })

  test('definitions change while instances are written, and nothing fails or gets lost', async () => {
    const [written, defined] = await Promise.all([
      each(40, (app, index) =>
        app.post(ORDERS, { external_id: `d-${index % 8}`, custom_attributes: { note: `${index}` } }),
      ),
      (async () => {
        const replies = []
        for (let round = 0; round < 10; round++) {
          replies.push(await define(round % 2 === 0 ? [BUYERS, PARTS] : [NOTE, BUYERS, PARTS]))
        }
        return replies
      })(),
    ])
    expect(others([200], defined)).toEqual([])
    // An attribute that is archived at the moment is not there.
    expect(others([200, 400], written)).toEqual([])
    const taken = new Set(written.filter(({ status }) => status === 200).map(({ body }) => body.external_id))
    const { body } = await apps[0].get(`${ORDERS}?per_page=150`, LIST)
    const noted = body.data.filter((order: any) => order.external_id.startsWith('d-') && order.custom_attributes.note)
    expect(new Set(noted.map((order: any) => order.external_id))).toEqual(taken)
  })

  test('instances refer to each other in circles and are deleted meanwhile', async () => {
    const ids = (await each(4, (app, index) => app.post(ORDERS, { external_id: `c-${index}` }))).map(
      ({ body }) => body.id,
    )
    const replies = await each(60, (app, index) =>
      index % 10 === 9
        ? app.delete(`${ORDERS}?external_id=c-${index % 4}`)
        : app.post(ORDERS, {
            external_id: `c-${index % 4}`,
            custom_attributes: { parts: [ids[(index + 1) % 4], ids[0]] },
          }),
    )
    expect(others([200, 404], replies)).toEqual([])
  })

  test('a type is deleted while instances of another begin to refer to it', async () => {
    const lines = { name: 'lines', data_type: 'reference', target: 'Line', many: true }
    for (let round = 0; round < 6; round++) {
      await apps[0].put('/dorsal/v1/object_types/Line', { attributes: [] })
      await define([NOTE, BUYERS, PARTS, lines])
      const { body: line } = await apps[0].post('/custom_object_instances/Line', {})
      const [gone, ...written] = await Promise.all([
        apps[0].delete('/dorsal/v1/object_types/Line?delete_instances=true'),
        ...Array.from({ length: 8 }, (_, index) =>
          apps[1].post(ORDERS, { external_id: `l-${index}`, custom_attributes: { lines: line.id } }),
        ),
      ])
      expect(others([204], [gone])).toEqual([])
      expect(others([200, 400], written)).toEqual([])
    }
  })

  test('a contact is erased while instances begin to refer to it, and no reference outlives it', async () => {
    const friend = (await aContact('friend')).id
    for (let round = 0; round < 10; round++) {
      const { id } = await aContact(`gone-${round}`)
      const [erased, ...written] = await Promise.all([
        apps[0].delete(`/dorsal/v1/contacts/${id}`),
        ...Array.from({ length: 6 }, (_, index) =>
          apps[1].post(ORDERS, {
            external_id: `e-${round}-${index % 3}`,
            custom_attributes: { note: 'theirs', buyers: index < 3 ? [id] : [id, friend] },
          }),
        ),
      ])
      expect(others([200], [erased, ...written])).toEqual([])
    }
    const { rows } = await sql<{ count: number }>`select count(*) from object_reference r
      where contact_id is not null and not exists (select 1 from contact c where c.id = r.contact_id)`.execute(
      apps[0].app.db.reader,
    )
    expect(rows[0]?.count).toBe(0)
  })

  test('references follow a contact that is merged into another, each once', async () => {
    const [lead, user] = [await aContact('lead'), await aContact('user')]
    const ids = [lead.id, user.id]
    await apps[0].post(ORDERS, { external_id: 'm-1', custom_attributes: { buyers: lead.id } })
    await apps[0].post(ORDERS, { external_id: 'm-2', custom_attributes: { buyers: ids } })
    await apps[0].app.db.transact((tx) => mergeContacts(tx, lead, user, new Date(0)))
    for (const order of ['m-1', 'm-2']) {
      expect((await apps[0].get(`${ORDERS}/${order}`)).body.custom_attributes).toEqual({ buyers: [`${user.id}`] })
    }
  })
})
