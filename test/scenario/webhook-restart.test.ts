import { sql } from 'kysely'
import { pino } from 'pino'
import { describe, expect, test, vi } from 'vitest'
import { buildApp } from '../../src/app/build-app.ts'
import { readConfig } from '../../src/app/config.ts'
import { aConversation, happen } from '../support/conversations.ts'
import { copyDataTemplate, TEST_TOKEN } from '../support/data-template.ts'
import { loopbackFetch, WebhookReceiver } from '../support/receiver.ts'
import { TestApp, TestClock } from '../support/test-app.ts'

const HOUR = 3_600_000

/** Opens the program on this data directory; a disposed one removes it. */
async function open(dataDir: string, clock: TestClock): Promise<TestApp> {
  const app = await buildApp({
    config: readConfig({
      PORT: '0',
      DORSAL_DATA_DIR: dataDir,
      DORSAL_ACCESS_TOKEN: TEST_TOKEN,
      DORSAL_EMBEDDING_MODEL: 'none',
    }),
    clock,
    log: pino({ level: 'silent' }),
    onFatal(error) {
      throw error
    },
    sending: { fetch: loopbackFetch, random: () => 1 },
  })
  return new TestApp(app, await app.listen(), clock, dataDir)
}

// Each opens the program several times.
describe('a program that stops', { timeout: 90_000 }, () => {
  test('what waits for a retry is sent after a restart, in order and not before its time', async () => {
    const [dataDir, clock] = [await copyDataTemplate(), new TestClock()]
    await using receiver = await WebhookReceiver.start(() => 500)
    const first = await open(dataDir, clock)
    await first.post('/dorsal/v1/webhooks', { family: 'fin_agent_api', url: receiver.url })
    const conversationId = await aConversation(first, 'a')
    await happen(first, { payload: '1', conversationId }, { payload: '2', conversationId })
    await first.app.idle()
    expect(receiver.received).toHaveLength(1)
    await first.app.close()

    receiver.react = () => 200
    await using second = await open(dataDir, clock)
    await second.app.idle()
    expect(receiver.received).toHaveLength(1)
    clock.advance(1_000)
    await second.app.idle()
    expect(receiver.firstSuccesses()).toEqual(['1', '2'])
  })

  test('a stop calls requests off: they are no failures, and are made again at once after the start', async () => {
    const [dataDir, clock] = [await copyDataTemplate(), new TestClock()]
    await using receiver = await WebhookReceiver.start(() => 'stall')
    const first = await open(dataDir, clock)
    await first.post('/dorsal/v1/webhooks', { family: 'fin_agent_api', url: receiver.url })
    await happen(first, { payload: '1' })
    await vi.waitFor(() => expect(receiver.received).toHaveLength(1))
    await first.app.close()

    receiver.react = () => 200
    await using second = await open(dataDir, clock)
    await second.app.idle()
    expect(receiver.firstSuccesses()).toEqual(['1'])
    expect((await second.get('/dorsal/v1/deliveries')).body.data).toMatchObject([
      { state: 'delivered', attempt_count: 1, attempts: [{ status: 200 }] },
    ])
  })

  test('what a program that died was sending is sent by the next one, once its lease has ended', async () => {
    const [dataDir, clock] = [await copyDataTemplate(), new TestClock()]
    await using receiver = await WebhookReceiver.start()
    await using app = await open(dataDir, clock)
    await app.post('/dorsal/v1/webhooks', { family: 'fin_agent_api', url: receiver.url })
    receiver.react = () => 500
    const conversationId = await aConversation(app, 'a')
    await happen(app, { payload: '1', conversationId }, { payload: '2', conversationId })
    await app.app.idle()
    const leasedUntil = new Date(clock.now() + 20_000)
    await sql`update delivery set leased_until = ${leasedUntil} where id = 1`.execute(app.app.db.reader)
    receiver.react = () => 200
    clock.advance(19_999)
    await app.app.idle()
    expect(receiver.firstSuccesses()).toEqual([])
    clock.advance(1)
    await app.app.idle()
    expect(receiver.firstSuccesses()).toEqual(['1', '2'])
    clock.advance(HOUR)
    await app.app.idle()
    expect(receiver.received).toHaveLength(3)
  })
})
