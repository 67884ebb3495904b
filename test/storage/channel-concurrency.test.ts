import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Chat, contactOf, JANE } from '../scenario/channel-world.ts'
import { openAt, selectedBackends } from '../support/backends.ts'
import { PostgresServer } from '../support/postgres-server.ts'
import type { TestApp } from '../support/test-app.ts'

const isSelected = selectedBackends().some(({ key }) => key === 'server')

/** What only many connections can show. */
describe.skipIf(!isSelected)('a custom channel on two instances of the program', { timeout: 120_000 }, () => {
  let server: PostgresServer
  let apps: [TestApp, TestApp]
  beforeAll(async () => {
    server = await PostgresServer.start()
    const url = await server.createDatabase('shared')
    apps = [await openAt(url), await openAt(url)]
  }, 60_000)
  afterAll(async () => {
    for (const app of apps ?? []) await app[Symbol.asyncDispose]()
    await server?.[Symbol.asyncDispose]()
  })

  async function counts() {
    const { rows } = await sql<Record<string, number>>`select
      (select count(*) from channel_event) as taken,
      (select count(*) from contact) as contacts,
      (select count(*) from conversation) as conversations,
      (select count(*) from conversation_part where author = 'user') as said,
      (select count(*) from conversation where turn_due_at is not null) as owed`.execute(apps[0].app.db.reader)
    return rows[0]
  }

  test('takes an event once that comes many times to both at once', async () => {
    const chats = apps.map((app) => Object.assign(new Chat(app, 'chat'), { contact: JANE }))
    const send = (action: (chat: Chat) => ReturnType<Chat['begin']>) =>
      Promise.all(Array.from({ length: 10 }, () => chats.map(action)).flat())
    const begun = await send((chat) => chat.begin({ event_id: 'e-1' }))
    const said = await send((chat) => chat.say('Hello', { event_id: 'e-2' }))
    for (const reply of [...begun, ...said]) {
      expect(reply).toMatchObject({ status: 200, body: begun[0]?.body })
    }
    for (const app of apps) await app.app.idle()
    expect(await counts()).toEqual({ taken: 2, contacts: 1, conversations: 1, said: 1, owed: 0 })
  })

  test('merges a lead that goes on as a user in many conversations at once', async () => {
    const before = (await counts()) as Record<string, number>
    const chats = Array.from({ length: 8 }, (_, index) => new Chat(apps[index % 2 === 0 ? 0 : 1]))
    for (const chat of chats) {
      chat.contact = { type: 'lead', external_id: 'visitor' }
      await chat.begin()
    }
    const user = { ...JANE, external_id: 'member' }
    const replies = await Promise.all(
      chats.flatMap((chat) => [chat.say('Signed in', { contact: user }), chat.say('Sent before that')]),
    )
    const member = await contactOf(apps[0], 'member')
    expect(await contactOf(apps[1], 'visitor')).toEqual(member)
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200))
    for (const app of apps) await app.app.idle()
    expect(await counts()).toMatchObject({ contacts: (before['contacts'] ?? 0) + 1, owed: 0 })
    const { body } = await apps[0].get(`/dorsal/v1/conversations?contact_id=${member.id}`)
    expect(body.total_count).toBe(chats.length)
  })
})
