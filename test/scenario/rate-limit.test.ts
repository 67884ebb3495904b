import { describe, expect, test } from 'vitest'
import { SCOPES, storeToken } from '../../src/http/index.ts'
import { aPage, aSource, startTestApp, type Reply, type TestApp } from '../support/test-app.ts'

const PAGES = '/ai/external_pages'

function limitsOf({ headers }: Reply) {
  const read = (name: string) => (headers.get(name) === null ? null : Number(headers.get(name)))
  return {
    limit: read('x-ratelimit-limit'),
    remaining: read('x-ratelimit-remaining'),
    reset: read('x-ratelimit-reset'),
    retryAfter: read('retry-after'),
  }
}

async function aWorkspace(app: TestApp, id: number): Promise<string> {
  const token = `token-of-workspace-${id}`
  const now = new Date(app.clock.now())
  await app.app.db.transact(async (tx) => {
    await tx
      .insertInto('workspace')
      .values({ id, name: String(id), created_at: now })
      .execute()
    await storeToken(tx, { workspaceId: id, name: 'test', token, scopes: SCOPES }, now)
  })
  return token
}

describe('the rate limit', () => {
  test('is told on every authenticated answer, and to no stranger', async () => {
    await using app = await startTestApp({ DORSAL_REQUESTS_PER_MINUTE: '1000' })
    const sourceId = await aSource(app)
    const replies = [
      await app.get(PAGES),
      await app.post(PAGES, aPage(sourceId)),
      await app.post(PAGES, '{'),
      await app.get(`${PAGES}/0`),
      await app.get(PAGES, { version: '9' }),
      await app.get('/dorsal/v1/status'),
      await app.delete(`/ai/content_import_sources/${sourceId}`),
    ]
    const now = Math.floor(app.clock.now() / 1000)
    for (const [index, reply] of replies.entries()) {
      const { limit, remaining, reset, retryAfter } = limitsOf(reply)
      // One request made the source.
      expect({ limit, remaining, retryAfter }).toEqual({ limit: 167, remaining: 165 - index, retryAfter: null })
      expect(reset).toBeGreaterThan(now)
      expect(reset).toBeLessThanOrEqual(now + 10)
    }
    const nothing = { limit: null, remaining: null, reset: null, retryAfter: null }
    for (const token of [null, 'nobody']) expect(limitsOf(await app.get(PAGES, { token }))).toEqual(nothing)
    for (const path of ['/nowhere', '/healthz', '/readyz']) expect(limitsOf(await app.get(path))).toEqual(nothing)
    expect(limitsOf(await app.get(PAGES)).remaining).toBe(158)
  })

  test('answers 429 in the words of Intercom, until the window of ten seconds ends', async () => {
    await using app = await startTestApp({ DORSAL_REQUESTS_PER_MINUTE: '1000' })
    const ask = () => app.get(`${PAGES}/0`)
    const statuses = []
    for (let count = 0; count < 167; count++) statuses.push((await ask()).status)
    expect(new Set(statuses)).toEqual(new Set([404]))

    const refused = await ask()
    const now = Math.floor(app.clock.now() / 1000)
    expect(refused.status).toBe(429)
    expect(refused.body).toEqual({
      type: 'error.list',
      request_id: refused.headers.get('x-request-id'),
      errors: [{ code: 'rate_limit_exceeded', message: 'Exceeded rate limit of 167 in 10_seconds' }],
    })
    const { limit, remaining, reset, retryAfter } = limitsOf(refused)
    expect({ limit, remaining }).toEqual({ limit: 167, remaining: 0 })
    expect(reset).toBeGreaterThan(now)
    expect(reset).toBeLessThanOrEqual(now + 10)
    expect(retryAfter).toBe((reset ?? 0) - now)

    // Asking on does not make the wait longer.
    app.clock.advance(((reset ?? 0) - now) * 1_000 - 1)
    const last = await ask()
    expect(last.status).toBe(429)
    expect(limitsOf(last)).toMatchObject({ reset, retryAfter: 1 })
    app.clock.advance(1)
    const free = await ask()
    expect(free.status).toBe(404)
    expect(limitsOf(free)).toMatchObject({ remaining: 166, reset: (reset ?? 0) + 10 })
  })

  test('keeps a refused push out of the library', async () => {
    await using app = await startTestApp({ DORSAL_REQUESTS_PER_MINUTE: '6' })
    const sourceId = await aSource(app)
    expect((await app.post(PAGES, aPage(sourceId))).status).toBe(429)
    app.clock.advance(10_000)
    expect((await app.get(PAGES)).body.total_count).toBe(0)
  })

  test('counts each workspace alone, all of its tokens together', async () => {
    await using app = await startTestApp({ DORSAL_REQUESTS_PER_MINUTE: '12' })
    const other = await aWorkspace(app, 2)
    const second = 'another-token-of-workspace-1'
    const now = new Date(app.clock.now())
    await app.app.db.transact((tx) =>
      storeToken(tx, { workspaceId: 1, name: 'second', token: second, scopes: SCOPES }, now),
    )
    const statuses = []
    for (const token of [app.token, second, app.token, second, other, other, other]) {
      statuses.push((await app.get(PAGES, { token })).status)
    }
    expect(statuses).toEqual([200, 200, 429, 429, 200, 200, 429])
  })
})

describe('a workspace', () => {
  test('sees nothing of another', async () => {
    await using app = await startTestApp()
    const token = await aWorkspace(app, 2)
    const sourceId = await aSource(app)
    const { body: page } = await app.post(PAGES, aPage(sourceId))
    const { body: audience } = await app.post('/dorsal/v1/audiences', {
      name: 'Staff',
      rule: { attribute: 'plan', comparison: 'exists' },
    })
    const source = { sync_behavior: 'api', url: 'https://a.example' }
    const unknown = [
      await app.get(`${PAGES}/${page.id}`, { token }),
      await app.put(`${PAGES}/${page.id}`, aPage(sourceId), { token }),
      await app.delete(`${PAGES}/${page.id}`, { token }),
      await app.get(`/dorsal/v1/external_pages/${page.id}`, { token }),
      await app.post(PAGES, aPage(sourceId), { token }),
      await app.get(`/ai/content_import_sources/${sourceId}`, { token }),
      await app.put(`/ai/content_import_sources/${sourceId}`, source, { token }),
      await app.delete(`/ai/content_import_sources/${sourceId}`, { token }),
      await app.delete(`/dorsal/v1/audiences/${audience.id}`, { token }),
      await app.post(
        '/ai/content_import_sources',
        { ...source, audience_ids: audience.id },
        { token, version: '2.15' },
      ),
    ]
    expect(unknown.map(({ status }) => status)).toEqual(unknown.map(() => 404))
    for (const path of [PAGES, '/ai/content_import_sources', '/dorsal/v1/audiences']) {
      expect((await app.get(path, { token })).body).toMatchObject({ data: [], total_count: 0 })
    }
    const asked = { query: 'green button', agent: 'ai_agent', source_ids: [sourceId], explain: { page_ids: [page.id] } }
    const { body } = await app.post('/dorsal/v1/search', asked, { token })
    expect(body.results).toEqual([])
    expect(body.explain.absent).toEqual([{ page_id: page.id, reason: 'unknown_page' }])
    expect((await app.post('/dorsal/v1/search', asked)).body.results).toHaveLength(1)
  })
})
