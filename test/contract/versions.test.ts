import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'
import { CheckedApi } from './contract.ts'

const SOURCE_FIELDS = ['created_at', 'id', 'last_synced_at', 'status', 'sync_behavior', 'type', 'updated_at', 'url']
const PAGE_FIELDS = [
  'ai_agent_availability',
  'ai_copilot_availability',
  'created_at',
  'external_id',
  'fin_availability',
  'html',
  'id',
  'last_ingested_at',
  'locale',
  'source_id',
  'title',
  'type',
  'updated_at',
  'url',
]

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app[Symbol.asyncDispose]())

/** Field names of every body in which the object comes back. */
async function fieldsOfSource(version: string | undefined): Promise<string[][]> {
  const api = new CheckedApi(app, version === undefined ? {} : { version })
  const url = 'https://help.example.com'
  const created = await api.post('/ai/content_import_sources', { sync_behavior: 'api', url })
  const path = `/ai/content_import_sources/${created.body.id}`
  const updated = await api.put(path, { sync_behavior: 'api', url })
  const got = await api.get(path)
  const listed = await api.get('/ai/content_import_sources')
  await api.delete(path)
  return [created.body, updated.body, got.body, ...listed.body.data].map((body) => Object.keys(body).toSorted())
}

async function fieldsOfPage(version: string | undefined): Promise<string[][]> {
  const api = new CheckedApi(app, version === undefined ? {} : { version })
  const sourceId = await aSource(app)
  const created = await api.post('/ai/external_pages', aPage(sourceId))
  const path = `/ai/external_pages/${created.body.id}`
  const updated = await api.put(path, aPage(sourceId))
  const got = await api.get(path)
  const listed = await api.get('/ai/external_pages')
  const deleted = await api.delete(path)
  await app.delete(`/ai/content_import_sources/${sourceId}`)
  return [created.body, updated.body, got.body, ...listed.body.data, deleted.body].map((body) =>
    Object.keys(body).toSorted(),
  )
}

describe('Intercom-Version', () => {
  test.each([undefined, '2.12', '2.13', '2.14'])('%s answers with exactly the fields of 2.14', async (version) => {
    for (const fields of await fieldsOfSource(version)) expect(fields).toEqual(SOURCE_FIELDS)
    for (const fields of await fieldsOfPage(version)) expect(fields).toEqual(PAGE_FIELDS)
  })

  test.each(['2.15', '2.16', 'Preview', 'Unstable'])(
    '%s adds audiences to sources and the sales agent to pages',
    async (version) => {
      const ofSource = [...SOURCE_FIELDS, 'audience_ids'].toSorted()
      const ofPage = [...PAGE_FIELDS, 'ai_sales_agent_availability'].toSorted()
      for (const fields of await fieldsOfSource(version)) expect(fields).toEqual(ofSource)
      for (const fields of await fieldsOfPage(version)) expect(fields).toEqual(ofPage)
    },
  )

  test.each(['2.99', '3.0', '0', 'preview', '2.14.0', 'latest', '2', '-1', '2.14, 2.14'])(
    '%s is unknown, whatever is asked',
    async (version) => {
      for (const path of ['/ai/external_pages', '/ai/content_import_sources', '/dorsal/v1/status']) {
        const { status, body } = await app.get(path, { version })
        expect(status).toBe(400)
        expect(body.errors).toEqual([
          {
            code: 'intercom_version_invalid',
            message: 'The requested version could not be found',
            field: 'Intercom-Version',
          },
        ])
      }
    },
  )

  test.each(['1.0', '1.4', '2.0', '2.9', '2.11'])('%s is older than these endpoints', async (version) => {
    const api = new CheckedApi(app, { version })
    const calls = [
      api.get('/ai/external_pages'),
      api.post('/ai/external_pages', aPage(1)),
      api.get('/ai/external_pages/1'),
      api.put('/ai/external_pages/1', aPage(1)),
      api.delete('/ai/external_pages/1'),
      api.get('/ai/content_import_sources'),
      api.post('/ai/content_import_sources', { sync_behavior: 'api', url: 'https://a.example' }),
      api.get('/ai/content_import_sources/1'),
      api.put('/ai/content_import_sources/1', { sync_behavior: 'api', url: 'https://a.example' }),
      api.delete('/ai/content_import_sources/1'),
    ]
    for (const { status, body } of await Promise.all(calls)) {
      expect(status).toBe(400)
      expect(body.errors).toMatchObject([
        {
          code: 'intercom_version_invalid',
          message: 'Requested resource is not available in current API version.',
        },
      ])
    }
  })

  test('a page without a url has no url field', async () => {
    const api = new CheckedApi(app)
    const { body } = await api.post('/ai/external_pages', aPage(await aSource(app), { url: undefined }))
    expect(Object.keys(body).toSorted()).toEqual(PAGE_FIELDS.filter((field) => field !== 'url'))
  })
})
