import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'
import { CheckedApi, describeContract, operations, validateResponse } from './contract.ts'

let app: TestApp
let api: CheckedApi
let sourceId: number
let pageId: string

beforeAll(async () => {
  app = await startTestApp()
  api = new CheckedApi(app)
  sourceId = await aSource(app)
  pageId = (await app.post('/ai/external_pages', aPage(sourceId))).body.id
})
afterAll(() => app[Symbol.asyncDispose]())

/** The path of an operation for this id. */
function pathOf({ operationId }: { operationId: string }, id: string): string {
  const path = operationId.includes('Page') ? '/ai/external_pages' : '/ai/content_import_sources'
  return /^(list|create)/.test(operationId) ? path : `${path}/${id}`
}

function bodyOf(operation: ReturnType<typeof operations>[number]): unknown {
  const example = operation.requestExamples[0]
  return example !== undefined && operation.operationId.includes('Page')
    ? { ...(example as object), source_id: sourceId }
    : example
}

describeContract('each operation', () => {
  test("takes the description's request examples and answers as described", async () => {
    for (const operation of operations().filter(({ requestExamples }) => requestExamples.length > 0)) {
      const id = operation.operationId.includes('Page') ? pageId : String(sourceId)
      const { status } = await api.request(operation.method, pathOf(operation, id), bodyOf(operation))
      expect(status, operation.operationId).toBe(200)
    }
  })

  test('answers success and 404 as described, and ids of the right type', async () => {
    const created = await api.post('/ai/content_import_sources', { sync_behavior: 'api', url: 'https://a.example' })
    expect(created.body.id).toBeTypeOf('number')
    const pushed = await api.post('/ai/external_pages', aPage(created.body.id))
    expect(pushed.body.id).toBeTypeOf('string')
    for (const path of [`/ai/external_pages/${pushed.body.id}`, `/ai/content_import_sources/${created.body.id}`]) {
      expect((await api.get(path)).status).toBe(200)
      expect((await api.delete(path)).status).toBe(path.includes('pages') ? 200 : 204)
      expect((await api.get(path)).status).toBe(404)
      expect((await api.delete(path)).status).toBe(404)
    }
    expect((await api.get('/ai/external_pages')).status).toBe(200)
    expect((await api.get('/ai/content_import_sources')).status).toBe(200)
  })

  test.each([
    ['no token', null, 'missing_authorization', 'No authorization was provided'],
    ['an unknown token', 'nobody', 'unauthorized', 'Access Token Invalid'],
  ])('answers 401 to %s', async (_name, token, code, message) => {
    for (const operation of operations()) {
      const path = pathOf(operation, '1')
      const reply = await api.request(operation.method, path, bodyOf(operation), { token })
      expect(reply.status, operation.operationId).toBe(401)
      expect(reply.body.errors).toEqual([{ code, message }])
    }
  })

  test('answers 404 to an unknown id', async () => {
    for (const operation of operations().filter(({ operationId }) => !/^(list|create)/.test(operationId))) {
      const reply = await api.request(operation.method, pathOf(operation, '2147483647'), bodyOf(operation))
      expect(reply.status, operation.operationId).toBe(404)
      expect(reply.body.errors).toMatchObject([{ code: 'not_found' }])
    }
  })

  test('answers 400 to a body that is none, and 422 to a taken external_id', async () => {
    for (const operation of operations().filter(({ requestExamples }) => requestExamples.length > 0)) {
      const id = operation.operationId.includes('Page') ? pageId : String(sourceId)
      const reply = await api.request(operation.method, pathOf(operation, id), '{')
      expect(reply.status, operation.operationId).toBe(400)
    }
    await api.post('/ai/external_pages', aPage(sourceId, { external_id: 'taken' }))
    const { body } = await api.post('/ai/external_pages', aPage(sourceId, { external_id: 'other' }))
    const refused = await api.put(`/ai/external_pages/${body.id}`, aPage(sourceId, { external_id: 'taken' }))
    expect(refused.status).toBe(422)
  })

  test('answers 429 as described', async () => {
    await using limited = await startTestApp({ DORSAL_REQUESTS_PER_MINUTE: '6' })
    await limited.get('/ai/external_pages')
    for (const operation of operations()) {
      const reply = await limited.request(operation.method, pathOf(operation, '1'), bodyOf(operation))
      expect(reply.status, operation.operationId).toBe(429)
      expect(validateResponse(operation.operationId, 429, reply.body)).toEqual([])
    }
  })

  test('says JSON in UTF-8 wherever there is a body', async () => {
    const replies = [
      await api.get('/ai/external_pages'),
      await api.get('/ai/external_pages/0'),
      await api.get('/ai/external_pages', { token: null }),
      await app.get('/nowhere'),
    ]
    for (const { headers } of replies) expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
  })
})
