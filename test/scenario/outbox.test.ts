import { afterAll, beforeAll, expect, test } from 'vitest'
import { EventSignal, Outbox, type EventPlace, type NewEvent } from '../../src/events/index.ts'
import type { EventFamily, WebhookState } from '../../src/db/index.ts'
import { aConversation } from '../support/conversations.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app[Symbol.asyncDispose]())

/** An outbox of its own: nobody delivers what is added to it before the test has looked. */
function anOutbox(): { outbox: Outbox; told: (EventPlace | undefined)[] } {
  const told: (EventPlace | undefined)[] = []
  const signal = new EventSignal(undefined)
  signal.subscribe((place) => told.push(place))
  return { outbox: new Outbox({ db: app.app.db, clock: app.clock, signal }), told }
}

async function aWebhook(family: EventFamily, topics: string[] = [], state: WebhookState = 'active'): Promise<number> {
  const now = new Date(app.clock.now())
  const { id } = await app.app.db.transact((tx) =>
    tx
      .insertInto('webhook')
      .values({
        workspace_id: 1,
        family,
        url: 'https://receiver.example/',
        topics,
        secret: 'x',
        authentication_token: null,
        state,
        state_reason: null,
        consecutive_failures: 0,
        failing_since: null,
        consecutive_throttles: 0,
        // Held back, so that the program's own worker leaves it alone.
        not_before: new Date(app.clock.now() + 86_400_000),
        created_at: now,
        updated_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  return id
}

const event: NewEvent = { family: 'fin_agent_api', name: 'fin_replied', conversationId: null, payload: '{}' }

async function deliveriesOf(webhookId: number): Promise<number[]> {
  const rows = await app.app.db.reader
    .selectFrom('delivery')
    .select('event_id')
    .where('webhook_id', '=', webhookId)
    .orderBy('id')
    .execute()
  return rows.map(({ event_id }) => event_id)
}

test('events keep their order, their exact text, and get deliveries for the webhooks that want them', async () => {
  const { outbox } = anOutbox()
  const fin = await aWebhook('fin_agent_api')
  const paused = await aWebhook('fin_agent_api', [], 'paused')
  const disabled = await aWebhook('fin_agent_api', [], 'disabled')
  const topical = await aWebhook('notification', ['contact.deleted'])
  const conversationId = await aConversation(app, 'order')
  const payloads = ['{"n": 1, "text": "Grüße\\u0041\\n✓"}', '{"n":12345678901234567890}', '3', '4']
  const ids = await app.app.db.transact((tx) =>
    outbox.append(tx, 1, [
      { ...event, conversationId, payload: payloads[0] ?? '' },
      { ...event, conversationId, payload: payloads[1] ?? '', isStreamOnly: true },
      { ...event, family: 'notification', name: 'contact.deleted', payload: payloads[2] ?? '' },
      { ...event, family: 'notification', name: 'contact.user.created', payload: payloads[3] ?? '' },
    ]),
  )
  expect(ids).toEqual(ids.toSorted((one, other) => one - other))
  const stored = await app.app.db.reader.selectFrom('event').select(['id', 'payload']).orderBy('id').execute()
  expect(stored).toEqual(ids.map((id, index) => ({ id, payload: payloads[index] })))
  expect(await deliveriesOf(fin)).toEqual([ids[0]])
  expect(await deliveriesOf(paused)).toEqual([ids[0]])
  expect(await deliveriesOf(disabled)).toEqual([])
  expect(await deliveriesOf(topical)).toEqual([ids[2]])
})

test('listeners are told once for each place, after the commit, and never of what was rolled back', async () => {
  const { outbox, told } = anOutbox()
  const conversationId = await aConversation(app, 'told')
  await app.app.db.transact(async (tx) => {
    await outbox.append(tx, 1, [{ ...event, conversationId }, { ...event, conversationId }, event])
    expect(told).toEqual([])
  })
  expect(told).toEqual([
    { workspaceId: 1, conversationId },
    { workspaceId: 1, conversationId: null },
  ])
  const { count } = await countEvents()
  const failing = app.app.db.transact(async (tx) => {
    await outbox.append(tx, 1, [event])
    throw new Error('rolled back')
  })
  await expect(failing).rejects.toThrow('rolled back')
  expect(told).toHaveLength(2)
  expect(await countEvents()).toEqual({ count })
})

test('no events are no work, and say nothing', async () => {
  const { outbox, told } = anOutbox()
  expect(await app.app.db.transact((tx) => outbox.append(tx, 1, []))).toEqual([])
  expect(told).toEqual([])
})

test('a notification is kept when a webhook of the workspace wants its topic, a disabled one too', async () => {
  const { outbox } = anOutbox()
  await aWebhook('notification', ['conversation.rating.added'], 'disabled')
  const append = (name: string, workspaceId: number) =>
    app.app.db.transact((tx) =>
      outbox.append(tx, workspaceId, [{ family: 'notification', name, conversationId: null, payload: '{}' }]),
    )
  const before = await countEvents()
  expect(await append('conversation.rating.added', 1)).toHaveLength(1)
  expect(await append('conversation.admin.closed', 1)).toEqual([])
  expect(await countEvents()).toEqual({ count: before.count + 1 })
})

async function countEvents() {
  return app.app.db.reader
    .selectFrom('event')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
}
