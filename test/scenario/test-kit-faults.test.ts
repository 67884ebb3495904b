import { IntercomClient } from 'intercom-client'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { EmbeddingEndpoint } from '../support/embedding-endpoint.ts'
import { EventStream } from '../support/event-stream.ts'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'

const KIT = '/dorsal/v1/test'
const PAGES = '/ai/external_pages'
const question = { question: 'How do I start the machine?', agent: 'ai_agent' }
let app: TestApp
let client: IntercomClient

beforeAll(async () => {
  app = await startTestApp({ DORSAL_TEST_KIT: 'true', DORSAL_REQUESTS_PER_MINUTE: '1000' })
  client = new IntercomClient({ token: app.token, baseUrl: app.url })
  await app.post(PAGES, aPage(await aSource(app)))
})
afterEach(async () => {
  await app.delete(`${KIT}/faults`)
  await app.delete(`${KIT}/requests`)
})
afterAll(() => app[Symbol.asyncDispose]())

async function plan(fault: object): Promise<string> {
  const { status, body } = await app.post(`${KIT}/faults`, fault)
  expect(status).toBe(200)
  return body.id
}

async function statusesOf(path: string): Promise<number[]> {
  const { body } = await app.get(`${KIT}/requests`)
  return body.data.filter((one: { path: string }) => one.path === path).map((one: { status: number }) => one.status)
}

function start(id: string, body: string) {
  return app.post('/fin/start', {
    conversation_id: id,
    message: { author: 'user', body, timestamp: '2026-01-02T03:04:05.000Z' },
    user: { id: 'ann' },
  })
}

describe('a rate_limit fault', () => {
  test('is the refusal of the limit itself, as often as it was asked for', async () => {
    await plan({ kind: 'rate_limit', path_prefix: PAGES, method: 'GET', times: 2 })
    expect((await app.get('/ai/content_import_sources')).status).toBe(200)
    expect((await app.post(PAGES, {})).status).toBe(400)
    const now = Math.floor(app.clock.now() / 1_000)
    for (const path of [PAGES, `${PAGES}/1?x=y`]) {
      const { status, headers, body } = await app.get(path)
      expect(status).toBe(429)
      expect(body).toEqual({
        type: 'error.list',
        request_id: headers.get('x-request-id'),
        errors: [{ code: 'rate_limit_exceeded', message: 'Exceeded rate limit of 167 in 10_seconds' }],
      })
      expect(Number(headers.get('x-ratelimit-limit'))).toBe(167)
      expect(Number(headers.get('x-ratelimit-remaining'))).toBe(0)
      expect(Number(headers.get('x-ratelimit-reset'))).toBe(now + 5)
      expect(Number(headers.get('retry-after'))).toBe(5)
    }
    const free = await app.get(PAGES)
    expect(free.status).toBe(200)
    expect(Number(free.headers.get('x-ratelimit-remaining'))).toBeGreaterThan(100)
  })

  test('is obeyed by intercom-client, which succeeds when it tries again', async () => {
    await plan({ kind: 'rate_limit', path_prefix: PAGES })
    await app.post(`${KIT}/clock`, { advance_seconds: 4 }) // the window ends in a second
    const startedAt = performance.now()
    expect((await client.aiContent.listExternalPages()).total_count).toBe(1)
    expect(performance.now() - startedAt).toBeGreaterThan(900)
    expect(await statusesOf(PAGES)).toEqual([429, 200])
  })
})

describe('an error fault', () => {
  test.each([
    [500, 'server_error'],
    [502, 'service_unavailable'],
    [503, 'service_unavailable'],
    [504, 'service_unavailable'],
  ])('with %i is an error list', async (status, code) => {
    await plan({ kind: 'error', status, path_prefix: PAGES })
    const failed = await app.get(PAGES)
    expect(failed).toMatchObject({ status, body: { type: 'error.list', errors: [{ code }] } })
    expect(failed.headers.get('x-ratelimit-remaining')).not.toBe(null)
    expect((await app.get(PAGES)).status).toBe(200)
  })

  test('is what intercom-client tries again', async () => {
    await plan({ kind: 'error', status: 502, path_prefix: PAGES })
    expect((await client.aiContent.listExternalPages()).total_count).toBe(1)
    expect(await statusesOf(PAGES)).toEqual([502, 200])
  })

  test('keeps what was refused out of the library, and leaves health and the kit alone', async () => {
    await plan({ kind: 'error', status: 503, times: 1_000 })
    expect((await app.post(PAGES, aPage(1, { external_id: 'lost' }))).status).toBe(503)
    for (const path of ['/healthz', '/readyz', `${KIT}/clock`]) expect((await app.get(path)).status).toBe(200)
    expect((await app.get(PAGES, { token: null })).status).toBe(401)
    expect((await app.get(`${KIT}/faults`)).body.data).toMatchObject([{ kind: 'error', times: 1_000, times_left: 999 }])
    await app.delete(`${KIT}/faults`)
    expect((await app.get(PAGES)).body.total_count).toBe(1)
  })
})

test('a slow fault lets intercom-client run into its own timeout', async () => {
  await plan({ kind: 'slow', path_prefix: PAGES, delay_ms: 60_000 })
  const call = client.aiContent.listExternalPages({ timeoutInSeconds: 0.2, maxRetries: 0 })
  await expect(call).rejects.toThrow(/timeout/i)
  const startedAt = performance.now()
  await plan({ kind: 'slow', path_prefix: PAGES, delay_ms: 300 })
  expect((await client.aiContent.listExternalPages()).total_count).toBe(1)
  expect(performance.now() - startedAt).toBeGreaterThan(290)
})

test('a stream fault breaks one connection, and the next goes on after it', async () => {
  const { body } = await start('streamed', question.question)
  await app.post(`${KIT}/idle`)
  await plan({ kind: 'stream', drop_after_frames: 1 })
  const broken = await EventStream.open(body.sse_subscription_url)
  expect(await broken.ended).toBe('broken')
  expect(broken.frames).toHaveLength(1)
  const rest = await EventStream.open(body.sse_subscription_url, broken.ids[0])
  expect((await rest.all()).length).toBeGreaterThan(0)
  expect(rest.data.join('\n')).toContain('"fin_status_updated"')

  await plan({ kind: 'stream', delay_ms: 300 })
  const startedAt = performance.now()
  expect((await EventStream.open(body.sse_subscription_url)).status).toBe(200)
  expect(performance.now() - startedAt).toBeGreaterThan(290)
})

describe('a model fault', () => {
  test('is 503 for who asks over the API', async () => {
    await plan({ kind: 'model' })
    const refused = await app.post('/dorsal/v1/answers', question)
    expect(refused).toMatchObject({ status: 503, body: { errors: [{ code: 'service_unavailable' }] } })
    expect((await app.post('/dorsal/v1/answers', question)).body.status).toBe('answered')
  })

  test('has the agent try again, and hand over when it fails for good', async () => {
    await plan({ kind: 'model', times: 2 })
    await start('retried', question.question)
    await app.post(`${KIT}/idle`)
    const find = async (id: string) => (await app.get(`/dorsal/v1/conversations?external_id=${id}`)).body.data[0]
    expect(await find('retried')).toMatchObject({ status: 'thinking' })
    await app.post(`${KIT}/clock`, { advance_seconds: 60 })
    expect(await find('retried')).toMatchObject({ status: 'awaiting_user_reply' })

    await plan({ kind: 'model', times: 3 })
    await start('given up', question.question)
    await app.post(`${KIT}/clock`, { advance_seconds: 60 })
    expect(await find('given%20up')).toMatchObject({ status: 'complete', ai_agent: { resolution_state: 'abandoned' } })
    expect((await app.get(`${KIT}/faults`)).body.data).toEqual([])
  })

  test('makes a search lexical', async () => {
    await using endpoint = await EmbeddingEndpoint.start()
    const env = { DORSAL_TEST_KIT: '1', DORSAL_EMBEDDING_BASE_URL: endpoint.url, DORSAL_EMBEDDING_MODEL: 'm' }
    await using embedded = await startTestApp(env)
    await embedded.post(`${KIT}/faults`, { kind: 'model' })
    const search = { query: 'machine', agent: 'ai_agent' }
    expect((await embedded.post('/dorsal/v1/search', search)).status).toBe(200)
    expect(endpoint.requests).toHaveLength(0)
    expect((await embedded.post('/dorsal/v1/search', search)).status).toBe(200)
    expect(endpoint.requests).toHaveLength(1)
  })
})

describe('faults', () => {
  test('are listed, the oldest first, and taken back one by one', async () => {
    const first = await plan({ kind: 'error', status: 500, path_prefix: '/fin' })
    const second = await plan({ kind: 'slow', delay_ms: 5, times: 3 })
    expect((await app.get(`${KIT}/faults`)).body).toEqual({
      type: 'list',
      data: [
        { type: 'fault', id: first, kind: 'error', status: 500, path_prefix: '/fin', times: 1, times_left: 1 },
        { type: 'fault', id: second, kind: 'slow', delay_ms: 5, times: 3, times_left: 3 },
      ],
      total_count: 2,
    })
    expect((await app.delete(`${KIT}/faults/${first}`)).status).toBe(204)
    for (const id of [first, '0', 'x', '99999999999'])
      expect((await app.delete(`${KIT}/faults/${id}`)).status).toBe(404)
    expect((await app.get(`${KIT}/faults`)).body.data).toMatchObject([{ id: second }])
    expect((await app.post('/fin/start', {})).status).toBe(400)
  })

  test.each([
    [{}, 'parameter_not_found', 'kind'],
    [{ kind: 'fire' }, 'parameter_invalid', 'kind'],
    [{ kind: 'constructor' }, 'parameter_invalid', 'kind'],
    [{ kind: 'rate_limit', times: 0 }, 'parameter_invalid', 'times'],
    [{ kind: 'rate_limit', status: 500 }, 'parameter_invalid', 'status'],
    [{ kind: 'rate_limit', path_prefx: '/fin' }, 'parameter_invalid', 'path_prefx'],
    [{ kind: 'rate_limit', path_prefix: 'fin' }, 'parameter_invalid', 'path_prefix'],
    [{ kind: 'rate_limit', method: 'get' }, 'parameter_invalid', 'method'],
    [{ kind: 'error' }, 'parameter_not_found', 'status'],
    [{ kind: 'error', status: 404 }, 'parameter_invalid', 'status'],
    [{ kind: 'slow' }, 'parameter_not_found', 'delay_ms'],
    [{ kind: 'slow', delay_ms: 60_001 }, 'parameter_invalid', 'delay_ms'],
    [{ kind: 'stream' }, 'parameter_invalid', 'kind'],
    [{ kind: 'stream', drop_after_frames: 0 }, 'parameter_invalid', 'drop_after_frames'],
    [{ kind: 'model', path_prefix: '/' }, 'parameter_invalid', 'path_prefix'],
  ])('are not made of %j', async (body, code, field) => {
    const refused = await app.post(`${KIT}/faults`, body)
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ code, field }] } })
    expect((await app.get(`${KIT}/faults`)).body.data).toEqual([])
  })
})
