import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { ReceiverFetch } from '../../src/webhooks/index.ts'
import { openAt, selectedBackends } from '../support/backends.ts'
import { aConversation, happen } from '../support/conversations.ts'
import { PostgresServer } from '../support/postgres-server.ts'
import { seeded } from '../support/random.ts'
import { loopbackFetch, WebhookReceiver } from '../support/receiver.ts'
import type { TestApp } from '../support/test-app.ts'

const isSelected = selectedBackends().some(({ key }) => key === 'server')

/** What only many connections can show. */
describe.skipIf(!isSelected)('webhooks of two instances of the program on one server', { timeout: 120_000 }, () => {
  let server: PostgresServer
  let receiver: WebhookReceiver
  let apps: TestApp[]
  const underWay = new Map<number, number>()
  let most = 0

  const fetch: ReceiverFetch = async (url, request) => {
    if (request.body === undefined) return loopbackFetch(url, request)
    const { lane } = JSON.parse(request.body)
    const count = (underWay.get(lane) ?? 0) + 1
    underWay.set(lane, count)
    most = Math.max(most, count)
    return loopbackFetch(url, request).finally(() => underWay.set(lane, (underWay.get(lane) ?? 0) - 1))
  }

  beforeAll(async () => {
    server = await PostgresServer.start()
    const url = await server.createDatabase('shared')
    receiver = await WebhookReceiver.start()
    // Retries are due at once.
    const sending = { fetch, random: () => 0 }
    apps = [await openAt(url, { sending }), await openAt(url, { sending })]
  }, 60_000)
  afterAll(async () => {
    for (const app of apps ?? []) await app[Symbol.asyncDispose]()
    await receiver?.[Symbol.asyncDispose]()
    await server?.[Symbol.asyncDispose]()
  })

  const either = (index: number) => apps[index % 2] as TestApp

  test('each event arrives once, in order, and no two of a conversation at the same time', async () => {
    await either(0).post('/dorsal/v1/webhooks', { family: 'fin_agent_api', url: receiver.url })
    const random = seeded(5)
    receiver.react = () => (random() < 0.1 ? 500 : 200)
    const lanes = await Promise.all(Array.from({ length: 20 }, (_, n) => aConversation(either(n), `lane ${n}`)))
    await Promise.all(
      lanes.map(async (lane, index) => {
        for (let n = 0; n < 15; n++) {
          await happen(either(index + n), { payload: JSON.stringify({ lane, n }), conversationId: lane })
        }
      }),
    )
    await vi.waitFor(() => expect(receiver.firstSuccesses()).toHaveLength(300), { timeout: 60_000 })
    expect(receiver.received.filter(({ status }) => status === 200)).toHaveLength(300)
    for (const lane of lanes) {
      const arrived = receiver.firstSuccesses().filter((body) => JSON.parse(body).lane === lane)
      expect(arrived).toEqual(Array.from({ length: 15 }, (_, n) => JSON.stringify({ lane, n })))
    }
    expect(most).toBe(1)
  })

  test('an event is added although a webhook that wants it is being deleted', async () => {
    const [one, other] = [either(0), either(1)]
    const { body } = await one.post('/dorsal/v1/webhooks', { family: 'custom_channel', url: receiver.url })
    let adding: Promise<void> | undefined
    await one.app.db.transact(async (tx) => {
      await tx.deleteFrom('webhook').where('id', '=', Number(body.id)).execute()
      adding = happen(other, { payload: '{"lane":0}', family: 'custom_channel' })
      await vi.waitFor(async () => {
        const { rows } = await sql`select from pg_locks where not granted`.execute(tx)
        expect(rows).toHaveLength(1)
      })
    })
    await expect(adding).resolves.toBeUndefined()
  })
})
