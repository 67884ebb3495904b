import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SCOPES, storeToken, type Scope } from '../../src/http/index.ts'
import type { ReceiverFetch } from '../../src/webhooks/index.ts'
import { aConversation, happen } from '../support/conversations.ts'
import { impatientFetch, loopbackFetch, WebhookReceiver } from '../support/receiver.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const PATH = '/dorsal/v1/webhooks'
const secret = 'sixteen letters at least'
let app: TestApp
let receiver: WebhookReceiver
let fetchVia: ReceiverFetch
beforeAll(async () => {
  app = await startTestApp({}, { sending: { fetch: (url, request) => fetchVia(url, request) } })
  receiver = await WebhookReceiver.start()
})
afterAll(async () => {
  await app[Symbol.asyncDispose]()
  await receiver[Symbol.asyncDispose]()
})
beforeEach(async () => {
  fetchVia = loopbackFetch
  receiver.react = () => 200
  receiver.received.length = 0
  for (const { id } of (await app.get(PATH)).body.data) await app.delete(`${PATH}/${id}`)
})

async function create(fields: Record<string, unknown> = {}): Promise<any> {
  const reply = await app.post(PATH, { family: 'fin_agent_api', url: receiver.url, ...fields })
  expect(reply.status).toBe(200)
  return reply.body
}

async function aToken(workspaceId: number, scopes: readonly Scope[]): Promise<string> {
  const token = `token-${workspaceId}-${scopes.join('-')}`
  const now = new Date(app.clock.now())
  await app.app.db.transact(async (tx) => {
    await tx
      .insertInto('workspace')
      .values({ id: workspaceId, name: 'another', created_at: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
    await storeToken(tx, { workspaceId, name: token, token, scopes }, now)
  })
  return token
}

describe('a webhook', () => {
  test('is created with a secret that is shown where one webhook is looked at, and not in lists', async () => {
    const created = await create()
    expect(created).toMatchObject({
      type: 'webhook',
      family: 'fin_agent_api',
      url: receiver.url,
      state: 'active',
      secret: expect.stringMatching(/^[\w-]{43}$/),
      probe: { status: 200 },
    })
    expect((await app.get(`${PATH}/${created.id}`)).body.secret).toBe(created.secret)
    const listed = await app.get(PATH)
    expect(listed.body).toMatchObject({ type: 'list', total_count: 1, data: [{ id: created.id }] })
    expect(JSON.stringify(listed.body)).not.toContain(created.secret)
  })

  test('takes a secret of the caller, and another one when it is rotated', async () => {
    const { id } = await create({ secret })
    const rotated = await app.post(`${PATH}/${id}/rotate_secret`)
    expect(rotated.body.secret).toMatch(/^[\w-]{43}$/)
    await happen(app, { payload: '1' })
    await app.app.idle()
    const signature = createHmac('sha256', rotated.body.secret).update('1').digest('hex')
    expect(receiver.received[0]?.headers['x-fin-agent-api-webhook-signature']).toBe(`sha256=${signature}`)
  })

  test('has topics only as a notification, and an authentication token only as a custom channel', async () => {
    expect(await create({ family: 'notification', topics: ['contact.deleted'] })).toMatchObject({
      topics: ['contact.deleted'],
    })
    expect(await create({ family: 'custom_channel', authentication_token: 'abc' })).toMatchObject({
      authentication_token: 'abc',
    })
    const listed = JSON.stringify((await app.get(PATH)).body)
    expect(listed).not.toContain('abc')
  })

  test('is probed when its url is saved, and saved whatever comes of that', async () => {
    const closed = await WebhookReceiver.start()
    const url = closed.url
    await closed[Symbol.asyncDispose]()
    const created = await create({ url })
    expect(created.probe).toEqual({ error: expect.any(String), ms: expect.any(Number) })
    const updated = await app.put(`${PATH}/${created.id}`, { url: `${receiver.url}/new` })
    expect(updated.body).toMatchObject({ url: `${receiver.url}/new`, probe: { status: 200 } })
    expect(receiver.probes.at(-1)).toBe('/hook/new')
    expect((await app.put(`${PATH}/${created.id}`, { state: 'disabled' })).body).not.toHaveProperty('probe')
  })

  test('keeps what an update leaves out', async () => {
    const { id } = await create({ family: 'notification', topics: ['contact.deleted'], secret })
    await app.put(`${PATH}/${id}`, { topics: ['contact.lead.created', 'contact.deleted'] })
    await app.put(`${PATH}/${id}`, { state: 'disabled' })
    expect((await app.get(`${PATH}/${id}`)).body).toMatchObject({
      url: receiver.url,
      topics: ['contact.lead.created', 'contact.deleted'],
      secret,
      state: 'disabled',
      state_reason: 'Disabled by the API',
    })
  })

  test('that is deleted gets nothing more and leaves nothing', async () => {
    const { id } = await create()
    receiver.react = () => 500
    await happen(app, { payload: '1' })
    await app.app.idle()
    expect((await app.delete(`${PATH}/${id}`)).status).toBe(204)
    app.clock.advance(3_600_000)
    await app.app.idle()
    expect(receiver.received).toHaveLength(1)
    expect((await app.get('/dorsal/v1/deliveries')).body.total_count).toBe(0)
    expect((await app.get(`${PATH}/${id}`)).status).toBe(404)
  })

  test('is one of at most 20, however many are created at once', async () => {
    const replies = await Promise.all(
      Array.from({ length: 25 }, () => app.post(PATH, { family: 'fin_agent_api', url: receiver.url })),
    )
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(20)
    expect(replies.find(({ status }) => status !== 200)).toMatchObject({
      status: 409,
      body: { errors: [{ code: 'resource_conflict' }] },
    })
  })

  test('can be tested: a signed ping without event_name, and what the receiver said', async () => {
    const { id } = await create({ secret })
    const { body } = await app.post(`${PATH}/${id}/test`)
    expect(body).toMatchObject({ type: 'webhook_test', ok: true, status: 200 })
    const [ping] = receiver.received
    expect(JSON.parse(ping?.body ?? '')).toMatchObject({ type: 'notification_event', topic: 'ping' })
    expect(ping?.body).toBe(body.request.body)
    const signature = createHmac('sha1', secret)
      .update(ping?.body ?? '')
      .digest('hex')
    expect(ping?.headers['x-hub-signature']).toBe(`sha1=${signature}`)
    receiver.react = () => 'stall'
    fetchVia = impatientFetch
    expect((await app.post(`${PATH}/${id}/test`)).body).toMatchObject({
      ok: false,
      error: expect.stringContaining('did not answer'),
    })
    fetchVia = loopbackFetch
    receiver.react = () => 500
    expect((await app.post(`${PATH}/${id}/test`)).body).toMatchObject({ ok: false, status: 500 })
    expect((await app.get(`${PATH}/${id}`)).body.consecutive_failures).toBe(0)
  })

  test('and its deliveries are of no other workspace', async () => {
    const { id } = await create()
    await happen(app, { payload: '1' })
    await app.app.idle()
    const [delivery] = (await app.get('/dorsal/v1/deliveries')).body.data
    const options = { token: await aToken(2, SCOPES) }
    expect((await app.get(PATH, options)).body.data).toEqual([])
    expect((await app.get('/dorsal/v1/deliveries', options)).body.data).toEqual([])
    const attempts: [string, string, unknown?][] = [
      ['GET', `${PATH}/${id}`],
      ['PUT', `${PATH}/${id}`, { state: 'disabled' }],
      ['DELETE', `${PATH}/${id}`],
      ['POST', `${PATH}/${id}/rotate_secret`],
      ['POST', `${PATH}/${id}/test`],
      ['POST', `${PATH}/${id}/replay`, { since: 0 }],
      ['GET', `/dorsal/v1/deliveries/${delivery.id}`],
      ['POST', `/dorsal/v1/deliveries/${delivery.id}/replay`],
    ]
    for (const [method, path, body] of attempts) {
      expect((await app.request(method, path, body, options)).status, `${method} ${path}`).toBe(404)
    }
    expect((await app.get(`${PATH}/${id}`)).body.state).toBe('active')
  })
})

describe('deliveries', () => {
  test('are listed newest first, by state, webhook, conversation and event, with links that keep the filter', async () => {
    const { id } = await create()
    await create({ family: 'notification', topics: ['contact.deleted'] })
    const conversationId = await aConversation(app, 'listed')
    receiver.react = (body) => (body === '3' ? 500 : 200)
    await happen(
      app,
      { payload: '1', conversationId },
      { payload: '2', conversationId, name: 'fin_status_updated' },
      { payload: '3' },
      { payload: '{}', family: 'notification', name: 'contact.deleted' },
    )
    await app.app.idle()
    const names = async (query: string) =>
      (await app.get(`/dorsal/v1/deliveries?${query}`)).body.data.map((each: any) => each.event_name)
    expect(await names('')).toEqual(['contact.deleted', 'fin_replied', 'fin_status_updated', 'fin_replied'])
    expect(await names('state=pending')).toEqual(['fin_replied'])
    expect(await names('event_name=fin_status_updated')).toEqual(['fin_status_updated'])
    expect(await names(`conversation_id=${conversationId}`)).toEqual(['fin_status_updated', 'fin_replied'])
    const page = await app.get(`/dorsal/v1/deliveries?webhook_id=${id}&state=delivered&per_page=1`)
    expect(page.body).toMatchObject({ total_count: 2, data: [{ conversation_id: String(conversationId) }] })
    expect(page.body.pages.next).toBe(
      `${app.url}/dorsal/v1/deliveries?webhook_id=${id}&state=delivered&page=2&per_page=1`,
    )
    const next = await app.get(page.body.pages.next.slice(app.url.length))
    expect(next.body.data).toMatchObject([{ event_name: 'fin_replied' }])
  })

  test('show the request that was sent, byte for byte, and no secret', async () => {
    await create({ family: 'notification', topics: ['contact.deleted'], secret })
    await create({ family: 'custom_channel', authentication_token: 'not-to-be-seen', secret })
    receiver.react = () => 500
    await happen(
      app,
      { payload: '{"id":"é"}', family: 'notification', name: 'contact.deleted' },
      { payload: '{"x":1}', family: 'custom_channel', name: 'new_message' },
    )
    await app.app.idle()
    app.clock.advance(5_000)
    const token = await aToken(1, ['read_conversations'])
    for (const { id } of (await app.get('/dorsal/v1/deliveries', { token })).body.data) {
      const { body } = await app.get(`/dorsal/v1/deliveries/${id}`, { token })
      const sent = receiver.received.findLast(({ headers }) => headers['x-dorsal-delivery-id'] === id)
      expect(sent?.body).toBe(body.request.body)
      for (const [name, value] of Object.entries(body.request.headers)) {
        if (name !== 'Authorization') expect(sent?.headers[name.toLowerCase()]).toBe(value)
      }
      expect(JSON.stringify(body)).not.toMatch(/not-to-be-seen|sixteen letters/)
    }
  })
})

describe('bad input', () => {
  const good = { family: 'notification', url: 'http://127.0.0.1:1/', topics: ['contact.deleted'] }

  test.each<[string, Record<string, unknown>, string]>([
    ['no family', { family: undefined }, 'family'],
    ['an unknown family', { family: 'sms' }, 'family'],
    ['no url', { url: undefined }, 'url'],
    ['another scheme', { url: 'ftp://127.0.0.1/' }, 'url'],
    ['a url that is none', { url: 'http://[' }, 'url'],
    ['a port that is none', { url: 'http://127.0.0.1:99999/' }, 'url'],
    ['a url without host', { url: 'http:///x' }, 'url'],
    ['spaces', { url: 'http://127.0.0.1/a b' }, 'url'],
    ['credentials in the url', { url: 'http://user:pass@127.0.0.1/' }, 'url'],
    ['a user name in the url', { url: 'http://user@127.0.0.1/' }, 'url'],
    ['an address that must not be asked', { url: 'http://169.254.169.254/latest' }, 'url'],
    ['a long url', { url: `http://127.0.0.1/${'x'.repeat(2_048)}` }, 'url'],
    ['a url that is a list', { url: ['http://127.0.0.1/'] }, 'url'],
    ['no topics', { topics: undefined }, 'topics'],
    ['an empty list of topics', { topics: [] }, 'topics'],
    ['an unknown topic', { topics: ['contact.deleted', 'company.created'] }, 'topics.1'],
    ['a topic twice', { topics: ['contact.deleted', 'contact.deleted'] }, 'topics'],
    ['topics that are text', { topics: 'contact.deleted' }, 'topics'],
    ['topics of another family', { family: 'fin_agent_api' }, 'topics'],
    ['a short secret', { secret: 'x'.repeat(15) }, 'secret'],
    ['a long secret', { secret: 'x'.repeat(256) }, 'secret'],
    ['a huge secret', { secret: 'x'.repeat(1_000_000) }, 'secret'],
    ['a secret that is a number', { secret: 1234567890123456 }, 'secret'],
    ['a token of another family', { authentication_token: 'abc' }, 'authentication_token'],
    [
      'a token that breaks a header',
      { family: 'custom_channel', topics: undefined, authentication_token: 'a\r\nb' },
      'authentication_token',
    ],
    [
      'an empty token',
      { family: 'custom_channel', topics: undefined, authentication_token: '' },
      'authentication_token',
    ],
  ])('%s is refused by its name, and nothing is stored', async (_name, fields, field) => {
    const { status, body } = await app.post(PATH, { ...good, ...fields })
    expect({ status, ...body.errors[0] }).toMatchObject({ status: 400, field })
    expect((await app.get(PATH)).body.data).toEqual([])
  })

  test.each<[string, unknown, string]>([
    ['paused', { state: 'paused' }, 'state'],
    ['no state', { state: null }, 'state'],
    ['a bad url', { url: 'http://169.254.169.254/' }, 'url'],
    ['topics', { topics: ['contact.deleted'] }, 'topics'],
    ['a token', { authentication_token: 'abc' }, 'authentication_token'],
  ])('an update to %s changes nothing', async (_name, body, field) => {
    const { id } = await create()
    const before = (await app.get(`${PATH}/${id}`)).body
    expect(await app.put(`${PATH}/${id}`, body)).toMatchObject({ status: 400, body: { errors: [{ field }] } })
    expect((await app.get(`${PATH}/${id}`)).body).toEqual(before)
  })

  test('a replay needs a time, and takes no other states', async () => {
    const { id } = await create()
    for (const body of [
      undefined,
      {},
      { since: '0' },
      { since: -1 },
      { since: 1.5 },
      { since: 1e15 },
      { since: 0, state: 'pending' },
    ]) {
      expect((await app.post(`${PATH}/${id}/replay`, body)).status).toBe(400)
    }
    expect((await app.post(`${PATH}/${id}/replay`, { since: 253_402_300_799 })).body.count).toBe(0)
  })

  test.each(['0', '-1', '1.5', 'abc', '999999', '2147483648', '9'.repeat(300), '%00', "1'--"])(
    'the id %s is unknown',
    async (id) => {
      for (const [method, path, body] of [
        ['GET', `${PATH}/${id}`],
        ['PUT', `${PATH}/${id}`, {}],
        ['DELETE', `${PATH}/${id}`],
        ['POST', `${PATH}/${id}/rotate_secret`],
        ['POST', `${PATH}/${id}/test`],
        ['POST', `${PATH}/${id}/replay`, { since: 0 }],
        ['GET', `/dorsal/v1/deliveries/${id}`],
        ['POST', `/dorsal/v1/deliveries/${id}/replay`],
      ] as [string, string, unknown?][]) {
        expect((await app.request(method, path, body)).status, `${method} ${path}`).toBe(404)
      }
    },
  )

  test('filters that can match nothing are refused by their name', async () => {
    for (const [query, field] of [
      ['state=paused', 'state'],
      ['webhook_id=x', 'webhook_id'],
      ['webhook_id=99999999999', 'webhook_id'],
      ['conversation_id=-1', 'conversation_id'],
      ['conversation_id=%00', 'conversation_id'],
      ['event_name=%00', 'event_name'],
      ['page=0', 'page'],
      ['per_page=151', 'per_page'],
    ]) {
      const { status, body } = await app.get(`/dorsal/v1/deliveries?${query}`)
      expect({ status, ...body.errors[0] }, query).toMatchObject({ status: 400, field })
    }
  })
})
