import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storeToken, type Scope, SCOPES } from '../../src/http/index.ts'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'
import { readableLog } from './log-lines.ts'

const KIT = '/dorsal/v1/test'
const ROUTES: readonly [string, string, unknown][] = [
  ['GET', '/clock', undefined],
  ['POST', '/clock', { advance_seconds: 0 }],
  ['POST', '/idle', undefined],
  ['GET', '/faults', undefined],
  ['POST', '/faults', { kind: 'model' }],
  ['DELETE', '/faults/1', undefined],
  ['DELETE', '/faults', undefined],
  ['POST', '/seed', {}],
  ['GET', '/requests', undefined],
  ['DELETE', '/requests', undefined],
  ['POST', '/reset', undefined],
]

async function aToken(app: TestApp, scopes: readonly Scope[], workspaceId = 1): Promise<string> {
  const token = `token-${workspaceId}-${scopes.length}`
  const now = new Date(app.clock.now())
  await app.app.db.transact((tx) => storeToken(tx, { workspaceId, name: token, token, scopes }, now))
  return token
}

async function start(app: TestApp, id: string, body: string): Promise<void> {
  const { status } = await app.post('/fin/start', {
    conversation_id: id,
    message: { author: 'user', body, timestamp: '2026-01-02T03:04:05.000Z' },
    user: { id: 'ann' },
  })
  expect(status).toBe(200)
}

async function conversation(app: TestApp, id: string) {
  const { body } = await app.get(`/dorsal/v1/conversations?external_id=${id}`)
  expect(body.data).toHaveLength(1)
  return body.data[0]
}

test('without its setting there is no test kit', async () => {
  const { log, lines } = readableLog()
  await using app = await startTestApp({}, { log })
  for (const [method, path, body] of ROUTES) {
    expect((await app.request(method, KIT + path, body)).status, path).toBe(404)
  }
  expect((await app.get('/dorsal/v1/status')).body.test_kit).toBe(false)
  expect(lines.filter(({ msg }) => String(msg).includes('test kit'))).toEqual([])
})

describe('the test kit', () => {
  const { log, lines } = readableLog()
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ DORSAL_TEST_KIT: '1', DORSAL_REQUESTS_PER_MINUTE: '1000' }, { log })
    await app.post('/ai/external_pages', aPage(await aSource(app)))
  })
  afterAll(() => app[Symbol.asyncDispose]())

  test('says that it is on', async () => {
    expect((await app.get('/dorsal/v1/status')).body.test_kit).toBe(true)
    const warnings = lines.filter(({ level, msg }) => level === 40 && String(msg).startsWith('the test kit is on: '))
    expect(warnings).toHaveLength(1)
  })

  test('is for administrators alone', async () => {
    const others = await aToken(
      app,
      SCOPES.filter((scope) => scope !== 'admin'),
    )
    for (const [method, path, body] of ROUTES) {
      expect((await app.request(method, KIT + path, body, { token: others })).status, path).toBe(403)
      expect((await app.request(method, KIT + path, body, { token: null })).status, path).toBe(401)
    }
  })

  test('moves the clock that the rate limit and the tokens of streams go by', async () => {
    const before = await app.get(`${KIT}/clock`)
    expect(before.body).toEqual({ now: '2026-01-02T03:04:05.000Z', offset_seconds: 0 })
    const { body: started } = await app.post('/fin/start', {
      conversation_id: 'expiring',
      message: { author: 'user', body: 'hello', timestamp: '2026-01-02T03:04:05.000Z' },
      user: { id: 'ann' },
    })
    expect((await fetch(started.sse_subscription_url)).status).toBe(200)
    const remaining = async () => Number((await app.get('/ai/external_pages')).headers.get('x-ratelimit-remaining'))
    expect(await remaining()).toBeLessThan(160)

    const moved = await app.post(`${KIT}/clock`, { advance_seconds: 175.5 })
    expect(moved.body).toEqual({ now: '2026-01-02T03:07:00.500Z', offset_seconds: 175.5, is_idle: true })
    expect(await remaining()).toBe(166)
    const set = await app.post(`${KIT}/clock`, { now: '2026-01-02T04:07:05+01:00' })
    expect(set.body).toMatchObject({ now: '2026-01-02T03:07:05.000Z', offset_seconds: 180 })
    expect((await fetch(started.sse_subscription_url)).status).toBe(401)
  })

  test('lets what happens in a stretch of time happen at its time, one after the other', async () => {
    await start(app, 'left', 'How do I start the machine?')
    expect((await app.post(`${KIT}/idle`)).body).toEqual({ is_idle: true })
    expect(await conversation(app, 'left')).toMatchObject({ status: 'awaiting_user_reply' })
    const answeredAt = Math.floor(Date.parse((await app.get(`${KIT}/clock`)).body.now) / 1_000)

    expect((await app.post(`${KIT}/clock`, { advance_seconds: 239 })).body.is_idle).toBe(true)
    const { id } = await conversation(app, 'left')
    const parts = async () =>
      (await app.get(`/dorsal/v1/conversations/${id}`)).body.conversation_parts.conversation_parts
    const before = (await parts()).length
    // The question after four minutes sets the timer of a day that ends the conversation.
    await app.post(`${KIT}/clock`, { advance_seconds: 2 * 86_400 })
    const [checkIn, ...end] = (await parts()).slice(before)
    expect(checkIn.created_at).toBe(answeredAt + 240)
    expect(end).toEqual([])
    const closed = { status: 'complete', updated_at: answeredAt + 240 + 86_400 }
    expect(await conversation(app, 'left')).toMatchObject(closed)
  })

  test.each([
    [{}, 'advance_seconds'],
    [{ advance_seconds: 1, now: '2030-01-01T00:00:00Z' }, 'advance_seconds'],
    [{ advance_seconds: -1 }, 'advance_seconds'],
    [{ advance_seconds: '1' }, 'advance_seconds'],
    [{ advance_seconds: 1e300 }, 'advance_seconds'],
    [{ now: 1_700_000_000 }, 'now'],
    [{ now: 'tomorrow' }, 'now'],
    [{ now: '2030-13-01T00:00:00Z' }, 'now'],
    [{ now: '2030-01-01T00:00:00' }, 'now'],
    [{ now: '2025-12-31T23:59:59Z' }, 'now'],
  ])('does not move the clock by %j', async (body, field) => {
    const before = (await app.get(`${KIT}/clock`)).body
    const refused = await app.post(`${KIT}/clock`, body)
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ code: 'parameter_invalid', field }] } })
    expect((await app.get(`${KIT}/clock`)).body).toEqual(before)
  })

  test('shows the last requests that arrived, but no token and none of its own', async () => {
    await app.delete(`${KIT}/requests`)
    const search = { query: 'machine', agent: 'ai_agent' }
    const answered = await app.post('/dorsal/v1/search', search)
    const refused = await app.post('/dorsal/v1/search?a=b', { query: '' })
    await app.post('/dorsal/v1/search', { ...search, note: 'x'.repeat(20_000) })
    await app.get(`${KIT}/clock`)
    await app.get('/dorsal/v1/status', { token: 'nobody' })
    const bulk = { headers: { 'content-type': 'application/x-ndjson' } }
    expect((await app.post('/dorsal/v1/external_pages/bulk', '{}', bulk)).status).toBe(200)
    const { body } = await app.get(`${KIT}/requests`)
    const clock = Math.floor(Date.parse((await app.get(`${KIT}/clock`)).body.now) / 1_000)
    expect(body.total_count).toBe(4)
    const [first, second, third, fourth] = body.data
    expect(first).toEqual({
      method: 'POST',
      path: '/dorsal/v1/search',
      status: 200,
      request_id: answered.headers.get('x-request-id'),
      received_at: expect.closeTo(clock, -1),
      body: search,
      is_body_cut: false,
    })
    expect(second).toMatchObject({ path: '/dorsal/v1/search?a=b', status: 400, request_id: refused.body.request_id })
    expect(third).toMatchObject({ is_body_cut: true, body: expect.stringMatching(/^\{"query":"machine".{10200,}/) })
    expect(third.body).toHaveLength(10_240)
    expect(fourth).toMatchObject({ path: '/dorsal/v1/external_pages/bulk', status: 200, body: null })
    expect(JSON.stringify(body)).not.toContain(app.token)

    await app.post(`${KIT}/clock`, { advance_seconds: 10 })
    for (let count = 0; count < 201; count++) {
      if (count % 100 === 0) await app.post(`${KIT}/clock`, { advance_seconds: 10 })
      await app.get(`/ai/external_pages?page=${count + 1}`)
    }
    const paths = (await app.get(`${KIT}/requests`)).body.data.map(({ path }: { path: string }) => path)
    expect([paths.length, paths[0], paths.at(-1)]).toEqual([
      200,
      '/ai/external_pages?page=2',
      '/ai/external_pages?page=201',
    ])
    expect((await app.delete(`${KIT}/requests`)).status).toBe(204)
    expect((await app.get(`${KIT}/requests`)).body.data).toEqual([])
  })
})
