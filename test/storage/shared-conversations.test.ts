import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAt, selectedBackends } from '../support/backends.ts'
import { EventStream } from '../support/event-stream.ts'
import { PostgresServer } from '../support/postgres-server.ts'
import { aPage, aSource, type TestApp } from '../support/test-app.ts'

const isSelected = selectedBackends().some(({ key }) => key === 'server')

/** What only several processes on one database can get wrong. */
describe.skipIf(!isSelected)('conversations of two instances on one server', { timeout: 120_000 }, () => {
  let server: PostgresServer
  let apps: TestApp[]
  beforeAll(async () => {
    server = await PostgresServer.start()
    const url = await server.createDatabase('conversations')
    apps = [await openAt(url), await openAt(url)]
    const source = await aSource(either(0))
    await either(0).post('/ai/external_pages', aPage(source))
  }, 60_000)
  afterAll(async () => {
    for (const app of apps ?? []) await app[Symbol.asyncDispose]()
    await server?.[Symbol.asyncDispose]()
  })

  const either = (index: number) => apps[index % 2] as TestApp
  const question = (id: string, body = 'How do I start the machine?') => ({
    conversation_id: id,
    message: { author: 'user', body, timestamp: new Date(either(0).clock.now()).toISOString() },
    user: { id: `user of ${id}` },
  })
  const allIdle = () => Promise.all(apps.map((app) => app.app.idle()))
  const eventsOf = async (id: string) => {
    const { rows } = await either(0).app.db.pool.query<{ name: string; payload: string }>(
      `select e.name, e.payload from event e join conversation c on c.workspace_id = e.workspace_id
        and c.id = e.conversation_id where c.external_id = $1 order by e.id`,
      [id],
    )
    return rows
  }

  test('each message is answered once, whoever took it', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `shared-${index}`)
    const replies = await Promise.all(ids.map((id, index) => either(index).post('/fin/start', question(id))))
    expect(replies.map(({ status }) => status)).toEqual(ids.map(() => 200))
    await allIdle()
    for (const id of ids) {
      const names = (await eventsOf(id)).map(({ name }) => name)
      expect(names, id).toEqual(['fin_replied', 'fin_status_updated'])
    }
  })

  test('one conversation begins once when both are asked at the same moment', async () => {
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, index) => either(index).post('/fin/start', question('raced'))),
    )
    // All are the same message: the first is taken, the others are answered like it.
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200))
    expect(new Set(replies.map(({ body }) => body.intercom_conversation_id)).size).toBe(1)
    await allIdle()
    expect((await eventsOf('raced')).filter(({ name }) => name === 'fin_replied')).toHaveLength(1)
  })

  test('a stream at one instance gets what the other one answers', async () => {
    const { body } = await either(0).post('/fin/start', {
      ...question('streamed'),
      message: { author: 'agent', body: 'One moment please' },
    })
    const here = new URL(body.sse_subscription_url)
    const there = new URL(`${here.pathname}${here.search}`, either(1).url)
    const streams = await Promise.all([here, there].map((url) => EventStream.open(url.href)))
    const reply = either(0).post('/fin/reply', question('streamed'))
    for (const stream of streams) await stream.all()
    expect((await reply).status).toBe(200)
    const told = (await eventsOf('streamed')).map(({ payload }) => payload)
    expect(told.length).toBeGreaterThan(0)
    for (const { data } of streams) expect(data).toEqual(told)
  })

  test('the same event of a channel at both instances is taken once', async () => {
    const event = (id: string, fields: object = {}) => ({
      event_id: id,
      external_conversation_id: 'channel',
      contact: { type: 'lead', external_id: 'lead of channel' },
      ...fields,
    })
    const path = '/custom_channel_events'
    const begun = await Promise.all(
      Array.from({ length: 6 }, (_, index) => either(index).post(`${path}/notify_new_conversation`, event('begin'))),
    )
    expect(begun.map(({ status }) => status)).toEqual(begun.map(() => 200))
    expect(begun.map(({ body }) => body)).toEqual(begun.map(() => begun[0]?.body))
    const message = event('message', { body: 'How do I start the machine?' })
    const said = await Promise.all(
      Array.from({ length: 6 }, (_, index) => either(index).post(`${path}/notify_new_message`, message)),
    )
    expect(said.map(({ body }) => body)).toEqual(said.map(() => begun[0]?.body))
    await allIdle()
    const answers = (await eventsOf('channel')).filter(({ payload }) => payload.includes('green button'))
    expect(answers).toHaveLength(1)
  })

  test('a contact that is erased while both take messages of it leaves nothing behind', async () => {
    for (let round = 0; round < 15; round++) {
      const id = `erased-${round}`
      const asked = (conversation: string, index: number) => ({
        ...question(conversation, `How do I start the machine? (${index})`),
        user: { id: 'restless', name: 'Restless' },
      })
      await either(round).post('/fin/start', asked(id, 0))
      const found = await either(round).get('/dorsal/v1/contacts?external_id=restless')
      const contact: string = found.body.data[0].id
      const writing = Array.from({ length: 12 }, (_, index) =>
        index % 3 === 0
          ? either(index).post('/fin/start', asked(`${id}-${index}`, index))
          : either(index).post('/fin/reply', asked(id, index)),
      )
      await Promise.race(writing)
      const erasing = [0, 1].map((index) => either(index).delete(`/dorsal/v1/contacts/${contact}`))
      // One of the two erases, the other finds nobody.
      expect((await Promise.all(erasing)).map(({ status }) => status).toSorted()).toEqual([200, 404])
      for (const { status, body } of await Promise.all(writing)) {
        expect([200, 400], JSON.stringify(body)).toContain(status)
      }
      await allIdle()
      const { body } = await either(0).get(`/dorsal/v1/conversations?contact_id=${contact}`)
      expect(body.total_count).toBe(0)
    }
    const { rows } = await either(0).app.db.pool.query(`select
      (select count(*) from contact c where not exists (select from contact_identity i where i.contact_id = c.id)) as nameless,
      (select count(*) from contact where external_id = 'restless') > 1 as has_twins,
      (select count(*) from conversation where status = 'thinking' and external_id like 'erased%') as unanswered`)
    expect(rows).toEqual([{ nameless: 0, has_twins: false, unanswered: 0 }])
  })

  test('a contact that both learn of at the same moment is one contact', async () => {
    const names = Array.from({ length: 10 }, (_, index) => `Name ${index}`)
    const replies = await Promise.all(
      names.map((name, index) =>
        either(index).post('/fin/start', { ...question(`new-${index}`), user: { id: 'newcomer', name } }),
      ),
    )
    expect(replies.map(({ status }) => status)).toEqual(names.map(() => 200))
    const { body } = await either(1).get('/dorsal/v1/contacts?external_id=newcomer')
    expect(body.total_count).toBe(1)
    const own = await either(0).get(`/dorsal/v1/conversations?contact_id=${body.data[0].id}`)
    expect(own.body.total_count).toBe(names.length)
    await allIdle()
  })
})
