import { Intercom, IntercomClient } from 'intercom-client'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let client: IntercomClient
beforeAll(async () => {
  app = await startTestApp()
  client = new IntercomClient({ token: app.token, baseUrl: app.url })
  await app.put('/dorsal/v1/custom_channel', {
    flow: [
      { type: 'quick_replies', body: 'Which?', options: [{ id: 'one', text: 'One' }] },
      { type: 'collect_attribute', body: 'Seats?', attribute: { id: 'seats', type: 'integer' } },
      { type: 'answer' },
    ],
  })
})
afterAll(() => app[Symbol.asyncDispose]())

const contact = { type: 'user', external_id: 'user_001', name: 'Jane Doe', email: 'jane.doe@example.com' } as const

function event(externalId: string, fields: Partial<Intercom.CustomChannelBaseEvent> = {}) {
  return { event_id: crypto.randomUUID(), external_conversation_id: externalId, contact, ...fields }
}

/** Each of the four operations, with a body that is whole. */
function operations(base: Intercom.CustomChannelBaseEvent, api = client.customChannelEvents) {
  return [
    () => api.notifyNewConversation(base),
    () => api.notifyNewMessage({ ...base, body: 'Hello, I need help with my order.' }),
    () => api.notifyQuickReplySelected({ ...base, quick_reply_option_id: 'one' }),
    () => api.notifyAttributeCollected({ ...base, attribute: { id: 'seats', value: '3' } }),
  ]
}

/** What the client throws; a test fails when it throws nothing. */
async function errorOf(call: PromiseLike<unknown>): Promise<unknown> {
  try {
    await call
  } catch (error) {
    return error
  }
  throw new Error('the call succeeded')
}

function body(code: string, message: string) {
  return { type: 'error.list', request_id: expect.any(String), errors: [expect.objectContaining({ code, message })] }
}

describe('intercom-client 7.0.3, unmodified', () => {
  test('reports all that happens in a conversation', async () => {
    const { customChannelEvents: api } = client
    const ids = await api.notifyNewConversation(event('conv_1'))
    expect(ids).toEqual({
      external_conversation_id: 'conv_1',
      conversation_id: expect.stringMatching(/^\d+$/),
      external_contact_id: 'user_001',
      contact_id: expect.stringMatching(/^\d+$/),
    })
    await app.app.idle()
    expect(await api.notifyQuickReplySelected({ ...event('conv_1'), quick_reply_option_id: 'one' })).toEqual(ids)
    await app.app.idle()
    const attribute = { id: 'seats', value: '3' }
    expect(await api.notifyAttributeCollected({ ...event('conv_1'), attribute })).toEqual(ids)
    await app.app.idle()
    expect(await api.notifyNewMessage({ ...event('conv_1'), body: 'Hello' })).toEqual(ids)
    await app.app.idle()

    const { body: stored } = await app.get(`/dorsal/v1/conversations/${ids.conversation_id}`)
    expect(stored.contact).toMatchObject({ id: ids.contact_id, custom_attributes: { seats: 3 } })
    const parts: any[] = stored.conversation_parts.conversation_parts
    const said = parts.filter(({ author }) => author.type === 'user').map((part) => part.body)
    expect(said).toEqual(['<p>One</p>', '<p>3</p>', '<p>Hello</p>'])
  })

  test('throws its BadRequestError for a contact that can not be created', async () => {
    const unknown = { type: 'user', external_id: 'nameless' } as const
    for (const call of operations(event('conv_2', { contact: unknown }))) {
      const error = await errorOf(call())
      expect(error).toBeInstanceOf(Intercom.BadRequestError)
      expect(error).toMatchObject({ body: body('data_invalid', 'Contact not found or could not be created') })
    }
  })

  test('throws its UnauthorizedError', async () => {
    const stranger = new IntercomClient({ token: 'nobody', baseUrl: app.url })
    for (const call of operations(event('conv_2'), stranger.customChannelEvents)) {
      const error = await errorOf(call())
      expect(error).toBeInstanceOf(Intercom.UnauthorizedError)
      expect(error).toMatchObject({ body: body('unauthorized', 'Access Token Invalid') })
    }
  })

  test('throws its NotFoundError for an unknown conversation, and for a channel that is turned off', async () => {
    const [, ...followUps] = operations(event('conv_unknown'))
    for (const call of followUps) {
      const error = await errorOf(call())
      expect(error).toBeInstanceOf(Intercom.NotFoundError)
      expect(error).toMatchObject({ body: body('not_found', 'Object not found') })
    }
    await app.put('/dorsal/v1/custom_channel', { enabled: false })
    for (const call of operations(event('conv_unknown'))) {
      const error = await errorOf(call())
      expect(error).toBeInstanceOf(Intercom.NotFoundError)
      expect(error).toMatchObject({ body: body('data_invalid', 'Integration not found') })
    }
    await app.put('/dorsal/v1/custom_channel', { enabled: true })
  })

  test('throws its UnprocessableEntityError for what refers to nothing, or to something twice', async () => {
    const { customChannelEvents: api } = client
    const taken = event('conv_3')
    await api.notifyNewConversation(taken)
    const calls = [
      () => api.notifyNewConversation(event('conv_3')),
      () => api.notifyNewMessage({ ...taken, body: 'Hello' }),
      () => api.notifyQuickReplySelected({ ...event('conv_3'), quick_reply_option_id: 'none' }),
      () => api.notifyAttributeCollected({ ...event('conv_3'), attribute: { id: 'none', value: '1' } }),
    ]
    for (const call of calls) {
      const error = await errorOf(call())
      expect(error).toBeInstanceOf(Intercom.UnprocessableEntityError)
      expect(error).toMatchObject({ body: body('data_invalid', 'Invalid or duplicated record reference') })
    }
  })

  test('repeats an event whose answer was lost, and it has happened once', async () => {
    const statuses: number[] = []
    const unlucky = new IntercomClient({
      token: app.token,
      baseUrl: app.url,
      async fetch(input: string | URL | Request, init?: RequestInit) {
        const response = await fetch(input, init)
        statuses.push(response.status)
        return statuses.length % 2 === 1 ? new Response('lost', { status: 502 }) : response
      },
    })
    const base = event('conv_4')
    const { customChannelEvents: api } = unlucky
    const ids = await api.notifyNewConversation(base)
    await app.app.idle()
    const message = { ...event('conv_4'), body: 'Only once, please' }
    expect(await api.notifyNewMessage(message)).toEqual(ids)
    expect(statuses).toEqual([200, 200, 200, 200])
    const { rows } = await sql<{ said: number }>`
      select count(*) as said from conversation_part where body_text = 'Only once, please'`.execute(app.app.db.reader)
    expect(rows[0]).toEqual({ said: 1 })
  })
})
