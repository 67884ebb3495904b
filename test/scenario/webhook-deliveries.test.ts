import { createHmac } from 'node:crypto'
import * as fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Sending } from '../../src/app/webhooks.ts'
import type { ReceiverFetch } from '../../src/webhooks/index.ts'
import { WIDTH_PER_WEBHOOK } from '../../src/webhooks/take-deliveries.ts'
import { aConversation, happen } from '../support/conversations.ts'
import { impatientFetch, loopbackFetch, WebhookReceiver, type Reaction } from '../support/receiver.ts'
import { seeded } from '../support/random.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

let app: TestApp
let receiver: WebhookReceiver
let fetchVia: ReceiverFetch
beforeAll(async () => {
  // Retries come as late as they may, so that tests know when.
  const sending: Sending = { fetch: (url, request) => fetchVia(url, request), random: () => 1 }
  app = await startTestApp({}, { sending })
})
afterAll(() => app[Symbol.asyncDispose]())
beforeEach(async () => {
  fetchVia = loopbackFetch
  receiver = await WebhookReceiver.start()
})
afterEach(async () => {
  await app.app.db.transact(async (tx) => {
    for (const table of ['webhook', 'event', 'contact'] as const) await tx.deleteFrom(table).execute()
  })
  await app.app.idle()
  await receiver[Symbol.asyncDispose]()
})

async function aWebhook(fields: Record<string, unknown> = {}, url = receiver.url): Promise<string> {
  const { status, body } = await app.post('/dorsal/v1/webhooks', { family: 'fin_agent_api', url, ...fields })
  expect(status).toBe(200)
  return body.id
}

async function stateOf(webhookId: string): Promise<any> {
  return (await app.get(`/dorsal/v1/webhooks/${webhookId}`)).body
}

async function deliveries(query = ''): Promise<any[]> {
  return (await app.get(`/dorsal/v1/deliveries${query}`)).body.data
}

function bodies(): string[] {
  return receiver.received.map(({ body }) => body)
}

/** Lets time pass in steps, with everything done that is due after each. */
async function pass(milliseconds: number, step = milliseconds): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += step) {
    app.clock.advance(step)
    await app.app.idle()
  }
}

describe('an event', () => {
  test('reaches the webhooks that want it, signed, and only after its change is stored', async () => {
    const secret = 'a secret of sixteen and more'
    await aWebhook({ secret })
    const notified = await aWebhook({ family: 'notification', topics: ['contact.deleted'] })
    const topic = { family: 'notification', payload: '{"id":"7"}' } as const
    await app.app.db
      .transact(async (tx) => {
        const event = {
          family: 'fin_agent_api',
          name: 'fin_replied',
          conversationId: null,
          payload: '{"lost":1}',
        } as const
        await app.app.outbox.append(tx, 1, [event])
        throw new Error('changed my mind')
      })
      .catch(() => {})
    await happen(
      app,
      { payload: '{"n":1}' },
      { ...topic, name: 'contact.deleted' },
      { ...topic, name: 'contact.lead.created' },
    )
    await app.app.idle()

    expect(receiver.received).toHaveLength(2)
    const [plain, envelope] = receiver.received.toSorted((one, other) => one.body.length - other.body.length)
    expect(plain?.body).toBe('{"n":1}')
    const signature = createHmac('sha256', secret).update('{"n":1}').digest('hex')
    expect(plain?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-fin-agent-api-webhook-signature': `sha256=${signature}`,
    })
    expect(JSON.parse(envelope?.body ?? '')).toMatchObject({ topic: 'contact.deleted', data: { item: { id: '7' } } })
    expect(await deliveries(`?webhook_id=${notified}`)).toMatchObject([
      { state: 'delivered', event_name: 'contact.deleted', attempt_count: 1, attempts: [{ status: 200, error: null }] },
    ])
  })

  test.each<[string, Reaction, object]>([
    ['an error', 500, { status: 500, error: null }],
    ['a client error', 404, { status: 404, error: null }],
    ['a stall', 'stall', { status: null, error: expect.stringContaining('did not answer in time') }],
    ['a death in the middle', 'die', { status: null, error: expect.stringMatching(/^the request to \S+ failed/) }],
    [
      'a redirect to a private address',
      { status: 307, headers: { location: 'https://10.0.0.1/' } },
      { status: null, error: expect.stringContaining('not a public address') },
    ],
  ])('is sent again after %s, with longer and longer waits', async (_name, reaction, attempt) => {
    await aWebhook()
    let failures = 2
    if (reaction === 'stall') {
      fetchVia = (url, request) => {
        expect(request.timeoutMs).toBe(5_000)
        return (failures > 0 ? impatientFetch : loopbackFetch)(url, request)
      }
    }
    receiver.react = () => (failures-- > 0 ? reaction : 204)
    await happen(app, { payload: '1' })
    await app.app.idle()
    expect(await deliveries()).toMatchObject([{ state: 'pending', attempt_count: 1, attempts: [attempt] }])
    await pass(SECOND - 1)
    expect(receiver.received).toHaveLength(1)
    await pass(1)
    expect(receiver.received).toHaveLength(2)
    await pass(2 * SECOND - 1)
    expect(receiver.received).toHaveLength(2)
    await pass(1)
    expect(bodies()).toEqual(['1', '1', '1'])
    expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: [attempt, attempt, { status: 204 }] }])
    await pass(DAY)
    expect(receiver.received).toHaveLength(3)
  })

  test('is given up after three days, and the next of its conversation goes on', async () => {
    const webhook = await aWebhook()
    const conversationId = await aConversation(app, 'a')
    receiver.react = (body) => (body === '"bad"' ? 400 : 200)
    await happen(app, { payload: '"bad"', conversationId }, { payload: '"good"', conversationId })
    await app.app.idle()
    // Another conversation's successes keep the webhook from being paused.
    for (let hour = 1; hour < 3 * 24; hour++) {
      await pass(HOUR)
      await happen(app, { payload: '"other"' })
    }
    await app.app.idle()
    expect(await deliveries('?state=failed')).toHaveLength(0)
    await pass(HOUR)
    expect(await deliveries('?state=failed')).toMatchObject([{ conversation_id: String(conversationId) }])
    expect(bodies().slice(-1)).toEqual(['"good"'])
    const [given] = await deliveries('?state=failed')
    expect(given.attempts).toHaveLength(20)
    expect((await stateOf(webhook)).state).toBe('active')
  })

  test('waits for those before it in its conversation, and for no other conversation', async () => {
    await aWebhook()
    const [one, two] = [await aConversation(app, 'one'), await aConversation(app, 'two')]
    let isBroken = true
    receiver.react = (body) => (body === '"one 1"' && isBroken ? 503 : 200)
    await happen(
      app,
      { payload: '"one 1"', conversationId: one },
      { payload: '"one 2"', conversationId: one },
      { payload: '"two 1"', conversationId: two },
      { payload: '"two 2"', conversationId: two },
      { payload: '"none"' },
    )
    await app.app.idle()
    expect(receiver.firstSuccesses().toSorted()).toEqual(['"none"', '"two 1"', '"two 2"'])
    isBroken = false
    await pass(SECOND)
    expect(receiver.firstSuccesses().slice(3)).toEqual(['"one 1"', '"one 2"'])
  })

  test('of a conversation is never under way together with another one of it', async () => {
    await aWebhook()
    const lanes = [await aConversation(app, 'one'), await aConversation(app, 'two'), null]
    const underWay = new Map<string, number>()
    let most = 0
    fetchVia = async (url, request) => {
      const lane = String(JSON.parse(request.body ?? '').lane)
      const count = (underWay.get(lane) ?? 0) + 1
      underWay.set(lane, count)
      most = Math.max(most, count)
      return loopbackFetch(url, request).finally(() => underWay.set(lane, (underWay.get(lane) ?? 0) - 1))
    }
    const events = Array.from({ length: 30 }, (_, n) => {
      const conversationId = lanes[n % lanes.length] ?? null
      return { conversationId, payload: JSON.stringify({ lane: conversationId, n }) }
    })
    await happen(app, ...events)
    await app.app.idle()
    expect(receiver.firstSuccesses()).toHaveLength(30)
    expect(most).toBe(1)
  })
})

test('whatever receivers do, each event arrives, in order within its conversation', async () => {
  await aWebhook()
  const conversations = await Promise.all(['a', 'b', 'c'].map((name) => aConversation(app, name)))
  const places = [...conversations, null]
  let round = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(places.length - 1), { minLength: 1, maxLength: 25 }),
      fc.integer(),
      async (chosen, seed) => {
        round++
        receiver.received.length = 0
        const random = seeded(seed)
        const reactions: Reaction[] = [200, 200, 204, 500, 'die', { status: 429, headers: { 'retry-after': '3' } }]
        receiver.react = () => reactions[Math.floor(random() * reactions.length)] ?? 200
        const events = chosen.map((place, n) => ({ place, payload: JSON.stringify({ round, place, n }) }))
        for (const { place, payload } of events) {
          await happen(app, { payload, conversationId: places[place] ?? null })
        }
        await vi.waitFor(
          async () => {
            await pass(MINUTE)
            expect(receiver.firstSuccesses()).toHaveLength(events.length)
          },
          { timeout: 20_000, interval: 1 },
        )
        for (const place of places.keys()) {
          const expected = events.filter((event) => event.place === place).map(({ payload }) => payload)
          const arrived = receiver.firstSuccesses().filter((body) => JSON.parse(body).place === place)
          expect(arrived).toEqual(expected)
        }
      },
    ),
    { seed: 20_260_102, numRuns: 15 },
  )
}, 60_000)

describe('a receiver', () => {
  test('that answers 410 is not asked again until it is enabled, and then gets what it missed', async () => {
    const webhook = await aWebhook()
    receiver.react = () => 410
    await happen(app, { payload: '1' })
    await app.app.idle()
    expect(await stateOf(webhook)).toMatchObject({ state: 'disabled', state_reason: 'The receiver answered 410 Gone' })
    await happen(app, { payload: '2' })
    await pass(DAY)
    expect(bodies()).toEqual(['1'])
    expect(await deliveries('?state=pending')).toHaveLength(1)

    receiver.react = () => 200
    const { body } = await app.put(`/dorsal/v1/webhooks/${webhook}`, { state: 'active' })
    expect(body).toMatchObject({ state: 'active', state_reason: null })
    await app.app.idle()
    expect(bodies()).toEqual(['1', '1'])
    // What happened while it was disabled was not meant for it, but can be had.
    const since = Math.floor(app.clock.now() / 1000) - 2 * 24 * 3600
    const replay = await app.post(`/dorsal/v1/webhooks/${webhook}/replay`, { since })
    expect(replay.body).toMatchObject({ count: 1, created: 1, replayed: 0 })
    await app.app.idle()
    expect(bodies()).toEqual(['1', '1', '2'])
  })

  test('that asks for fewer requests by 429 gets none until it said, in seconds or as a date, and no failure counts', async () => {
    const webhook = await aWebhook()
    const date = new Date(app.clock.now() + 130 * SECOND).toUTCString()
    const answers: Reaction[] = [
      { status: 429, headers: { 'retry-after': '40' } },
      { status: 429, headers: { 'retry-after': date } },
      429,
      200,
    ]
    receiver.react = () => answers.shift() ?? 200
    await happen(app, { payload: '1' })
    await app.app.idle()
    // The third in a row that does not say for how long: 1 minute, doubled twice.
    for (const [count, wait] of [40 * SECOND, 90 * SECOND, 4 * MINUTE].entries()) {
      expect(await stateOf(webhook)).toMatchObject({ state: 'active', consecutive_failures: 0 })
      await happen(app, { payload: '2', conversationId: await aConversation(app, String(count)) })
      await pass(wait - 1)
      expect(bodies()).toEqual(Array.from({ length: count + 1 }, () => '1'))
      await pass(1)
    }
    expect(receiver.firstSuccesses()).toEqual(['1', '2'])
    expect(await stateOf(webhook)).toMatchObject({ state: 'active', not_before: null, consecutive_failures: 0 })
  })

  test('that keeps failing is paused, tried once in 15 minutes, and gets all at its first success', async () => {
    const webhook = await aWebhook()
    let isUp = false
    receiver.react = () => (isUp ? 200 : 500)
    for (let n = 0; n < 30; n++) {
      await happen(app, { payload: String(n), conversationId: await aConversation(app, String(n)) })
    }
    await pass(30 * SECOND, SECOND)
    const paused = await stateOf(webhook)
    expect(paused).toMatchObject({ state: 'paused', state_reason: expect.stringContaining('in a row failed') })
    expect(paused.not_before).toBeGreaterThan(app.clock.now() / 1000)
    const before = receiver.received.length
    await pass(13 * MINUTE)
    expect(receiver.received).toHaveLength(before)
    await pass(2 * MINUTE)
    expect(receiver.received).toHaveLength(before + 1)
    await pass(14 * MINUTE)
    expect(receiver.received).toHaveLength(before + 1)
    isUp = true
    await pass(2 * MINUTE)
    expect(receiver.firstSuccesses()).toHaveLength(30)
    expect(await stateOf(webhook)).toMatchObject({ state: 'active', not_before: null, consecutive_failures: 0 })
  })

  test('that fails for seven days is disabled', async () => {
    const webhook = await aWebhook()
    receiver.react = () => 500
    await happen(app, { payload: '1' })
    await app.app.idle()
    await pass(2 * DAY, HOUR)
    for (let day = 0; day < 5; day++) {
      await happen(app, { payload: '2' })
      await pass(DAY, 2 * HOUR)
    }
    expect(await stateOf(webhook)).toMatchObject({
      state: 'disabled',
      state_reason: 'Every delivery failed for 7 days',
    })
  })

  test('that stalls holds few requests, and keeps no other from its events', async () => {
    const [stalled, quick] = [await WebhookReceiver.start(() => 'stall'), receiver]
    let [underWay, most] = [0, 0]
    fetchVia = (url, request) => {
      if (url !== stalled.url || request.method === 'HEAD') return loopbackFetch(url, request)
      most = Math.max(most, ++underWay)
      return impatientFetch(url, request).finally(() => underWay--)
    }
    await aWebhook({}, stalled.url)
    await aWebhook({}, quick.url)
    const conversations = await Promise.all(Array.from({ length: 60 }, (_, n) => aConversation(app, String(n))))
    await happen(app, ...conversations.map((conversationId, n) => ({ payload: String(n), conversationId })))
    await vi.waitFor(() => expect(quick.firstSuccesses()).toHaveLength(60), { timeout: 10_000 })
    expect(stalled.firstSuccesses()).toEqual([])
    expect(most).toBe(WIDTH_PER_WEBHOOK)
    await stalled[Symbol.asyncDispose]()
  })
})

describe('a replay', () => {
  test('of one delivery sends it again, whatever became of it', async () => {
    await aWebhook()
    await happen(app, { payload: '1' })
    await app.app.idle()
    const [{ id }] = await deliveries()
    const { body } = await app.post(`/dorsal/v1/deliveries/${id}/replay`)
    expect(body).toMatchObject({ id, attempts: [{ status: 200 }] })
    await app.app.idle()
    expect(bodies()).toEqual(['1', '1'])
    expect(receiver.received[0]?.headers['x-dorsal-delivery-id']).toBe(
      receiver.received[1]?.headers['x-dorsal-delivery-id'],
    )
    expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: [{ status: 200 }, { status: 200 }] }])
  })

  test('waits while another event of its conversation is under way', async () => {
    await aWebhook()
    const conversationId = await aConversation(app, 'a')
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
    let isHeld = false
    fetchVia = async (url, request) => {
      if (request.body === '2') {
        isHeld = true
        await held
      }
      return loopbackFetch(url, request)
    }
    await happen(app, { payload: '1', conversationId }, { payload: '2', conversationId })
    await vi.waitFor(() => expect(isHeld).toBe(true))
    try {
      const [first] = await deliveries('?state=delivered')
      await app.post(`/dorsal/v1/deliveries/${first.id}/replay`)
      // An event of another conversation shows that the worker has looked again meanwhile.
      await happen(app, { payload: '3' })
      await vi.waitFor(() => expect(bodies()).toContain('3'))
      expect(bodies()).toEqual(['1', '3'])
    } finally {
      letGo()
    }
    await app.app.idle()
    expect(bodies()).toEqual(['1', '3', '2', '1'])
  })

  test('of what a webhook missed takes failures alone, or everything, since a time, and only what it wants', async () => {
    await happen(app, { payload: '"too early"' })
    app.clock.advance(HOUR)
    const since = Math.floor(app.clock.now() / 1000)
    await happen(
      app,
      { payload: '1' },
      { payload: '2' },
      { payload: '{}', family: 'notification', name: 'contact.deleted' },
    )
    const webhook = await aWebhook()
    const replay = async (body: object) => (await app.post(`/dorsal/v1/webhooks/${webhook}/replay`, body)).body
    expect(await replay({ since })).toMatchObject({ count: 2, created: 2 })
    await app.app.idle()
    expect(bodies()).toEqual(['1', '2'])
    expect(await replay({ since })).toMatchObject({ count: 0 })
    expect(await replay({ since, state: 'all' })).toMatchObject({ count: 2, created: 0, replayed: 2 })
    await app.app.idle()
    expect(bodies()).toEqual(['1', '2', '1', '2'])
  })
})
