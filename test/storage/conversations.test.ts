import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { selectedBackends, type RunningBackend } from '../support/backends.ts'
import { aPage, aSource, type TestApp } from '../support/test-app.ts'

/** A conversation from its beginning to its erasure, on every kind of database. */
describe.each(selectedBackends())('$name', (kind) => {
  let backend: RunningBackend
  let app: TestApp
  beforeAll(async () => {
    backend = await kind.start()
    app = await backend.open()
    const source = await aSource(app)
    await app.post('/ai/external_pages', aPage(source))
  })
  afterAll(async () => {
    await app?.[Symbol.asyncDispose]()
    await backend?.[Symbol.asyncDispose]()
  })

  async function say(path: string, body: string, fields: object = {}) {
    const reply = await app.post(path, {
      conversation_id: 'whole',
      message: { author: 'user', body },
      user: { id: 'ann', name: 'Ann', email: 'ann@example.com' },
      ...fields,
    })
    expect(reply.body).toMatchObject({ status: 'thinking' })
    await app.app.idle()
    return reply.body
  }
  const read = async (id: string) => (await app.get(`/dorsal/v1/conversations/${id}`)).body

  test('begins, is answered, gets its silence and its end, and leaves nothing when it is erased', async () => {
    const { intercom_conversation_id: id } = await say('/fin/start', 'How do I start the machine?')
    const answered = await read(id)
    expect(answered.status).toBe('awaiting_user_reply')
    expect(answered.participants).toEqual([
      { type: 'user', name: 'Ann' },
      { type: 'bot', name: 'Dorsal' },
    ])
    const [, answer] = answered.conversation_parts.conversation_parts
    expect(answer.body).toContain('green button')
    expect(answer.sources).toHaveLength(1)

    app.clock.advance(5 * 60_000)
    await app.app.idle()
    app.clock.advance(25 * 3_600_000)
    await app.app.idle()
    expect(await read(id)).toMatchObject({
      status: 'complete',
      state: 'closed',
      ai_agent: { resolution_state: 'assumed_resolution' },
    })
    expect((await app.post('/fin/csat', { conversation_id: 'whole', rating: 'good' })).body.status).toBe('rated')

    await say('/fin/reply', 'I want to talk to a human')
    expect(await read(id)).toMatchObject({ handled_by: 'team', ai_agent: { resolution_state: 'escalated', rating: 4 } })

    const contact = (await app.get('/dorsal/v1/contacts?external_id=ann')).body.data[0]
    const erased = await app.delete(`/dorsal/v1/contacts/${contact.id}`)
    expect(erased.body.erased).toMatchObject({ conversations: 1, identities: 1 })
    expect((await app.get(`/dorsal/v1/conversations/${id}`)).status).toBe(404)
    const { rows } = await app.app.db.pool.query('select from conversation_part union all select from event')
    expect(rows).toEqual([])
  })

  test('an event of a channel that comes twice is taken once', async () => {
    const event = {
      event_id: 'first',
      external_conversation_id: 'channel',
      contact: { type: 'lead', external_id: 'visitor' },
    }
    const taken = await app.post('/custom_channel_events/notify_new_conversation', event)
    expect(taken.status).toBe(200)
    expect((await app.post('/custom_channel_events/notify_new_conversation', event)).body).toEqual(taken.body)
    await app.app.idle()
    const conversation = await read(taken.body.conversation_id)
    expect(conversation.conversation_parts.total_count).toBe(1)
  })
})
