import { Intercom, IntercomClient, IntercomError } from 'intercom-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aSource, startTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let client: IntercomClient

beforeAll(async () => {
  app = await startTestApp()
  client = new IntercomClient({ token: app.token, baseUrl: app.url })
})
afterAll(() => app[Symbol.asyncDispose]())

const url = 'https://help.example.com'

function page(sourceId: number, fields: object = {}) {
  return {
    source_id: sourceId,
    external_id: 'a',
    title: 'A',
    html: '<p>Body</p>',
    locale: 'en' as const,
    url,
    ...fields,
  }
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

describe('intercom-client 7.0.3, unmodified', () => {
  test('manages content import sources', async () => {
    const created = await client.aiContent.createContentImportSource({ url })
    expect(created).toMatchObject({ type: 'content_import_source', sync_behavior: 'api', status: 'active', url })
    const source_id = String(created.id)

    expect(await client.aiContent.getContentImportSource({ source_id })).toEqual(created)
    const updated = await client.aiContent.updateContentImportSource({
      source_id,
      sync_behavior: 'api',
      url: `${url}/v2`,
      status: 'deactivated',
    })
    expect(updated).toMatchObject({ id: created.id, url: `${url}/v2`, status: 'deactivated' })
    const listed = await client.aiContent.listContentImportSources()
    expect(listed.data).toContainEqual(updated)
    expect(listed.total_count).toBe(listed.data?.length)

    expect(await client.aiContent.deleteContentImportSource({ source_id })).toBeUndefined()
    expect(await errorOf(client.aiContent.getContentImportSource({ source_id }))).toMatchObject({ statusCode: 404 })
  })

  test('manages external pages', async () => {
    const source_id = await aSource(app)
    const created = await client.aiContent.createExternalPage(page(source_id, { ai_agent_availability: true }))
    expect(created).toMatchObject({
      type: 'external_page',
      source_id,
      external_id: 'a',
      ai_copilot_availability: false,
    })
    const page_id = created.id

    expect(await client.aiContent.getExternalPage({ page_id })).toEqual(created)
    const pushed = await client.aiContent.createExternalPage(page(source_id, { title: 'A again' }))
    expect(pushed).toMatchObject({ id: page_id, title: 'A again', ai_agent_availability: true })
    const updated = await client.aiContent.updateExternalPage({ page_id, ...page(source_id, { title: 'A by id' }) })
    expect(updated).toMatchObject({ id: page_id, title: 'A by id' })
    expect((await client.aiContent.listExternalPages()).data).toContainEqual(updated)

    expect(await client.aiContent.deleteExternalPage({ page_id })).toEqual({ ...updated, html: '' })
    expect(await errorOf(client.aiContent.getExternalPage({ page_id }))).toMatchObject({ statusCode: 404 })
  })

  test('throws its own UnauthorizedError', async () => {
    const stranger = new IntercomClient({ token: 'nobody', baseUrl: app.url })
    const error = await errorOf(stranger.aiContent.listExternalPages())
    expect(error).toBeInstanceOf(Intercom.UnauthorizedError)
    expect(error).toMatchObject({ body: { type: 'error.list', errors: [{ code: 'unauthorized' }] } })
  })

  test('finds code, message and field in the body of every other error', async () => {
    const error = await errorOf(client.aiContent.createExternalPage(page(2_000_000_000)))
    expect(error).toBeInstanceOf(IntercomError)
    expect(error).toMatchObject({
      statusCode: 404,
      body: { type: 'error.list', errors: [{ code: 'not_found', field: 'source_id' }] },
    })
  })

  test('does not retry what was refused for good', async () => {
    let calls = 0
    const counting = new IntercomClient({
      token: app.token,
      baseUrl: app.url,
      fetch: (input: string | URL | Request, init?: RequestInit) => {
        calls++
        return fetch(input, init)
      },
    })
    await errorOf(counting.aiContent.getExternalPage({ page_id: 'no-id' }))
    expect(calls).toBe(1)
  })

  test('waits out a rate limit and then succeeds', async () => {
    await using limited = await startTestApp({ DORSAL_REQUESTS_PER_MINUTE: '6' })
    limited.clock.advance(4_000) // one second of this window is left
    const statuses: number[] = []
    const patient = new IntercomClient({
      token: limited.token,
      baseUrl: limited.url,
      async fetch(input: string | URL | Request, init?: RequestInit) {
        const response = await fetch(input, init)
        statuses.push(response.status)
        if (response.status === 429) limited.clock.advance(1_000)
        return response
      },
    })
    await patient.aiContent.listExternalPages()
    expect(await patient.aiContent.listExternalPages()).toMatchObject({ type: 'list', data: [] })
    expect(statuses).toEqual([200, 429, 200])
  })

  test('works with a base URL that ends in a slash', async () => {
    const slashed = new IntercomClient({ token: app.token, baseUrl: `${app.url}/` })
    expect(await slashed.aiContent.listContentImportSources()).toMatchObject({ type: 'list' })
  })
})
