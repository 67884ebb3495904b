import { expect, test, vi } from 'vitest'
import { EmbeddingEndpoint } from '../support/embedding-endpoint.ts'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'

const MODEL = 'words-that-mean-the-same'

function settings(endpoint: EmbeddingEndpoint): Record<string, string> {
  return {
    DORSAL_EMBEDDING_BASE_URL: endpoint.url,
    DORSAL_EMBEDDING_MODEL: MODEL,
    DORSAL_EMBEDDING_API_KEY: 'key-of-the-endpoint',
  }
}

async function pushTwoPages(app: TestApp): Promise<void> {
  const source = await aSource(app)
  await app.post(
    '/ai/external_pages',
    aPage(source, { external_id: 'cars', title: 'Automobile', html: '<p>Any automobile may be parked here.</p>' }),
  )
  await app.post(
    '/ai/external_pages',
    aPage(source, { external_id: 'tea', title: 'Tea', html: '<p>Tea is poured at five. Water boils first.</p>' }),
  )
}

async function waitUntilEmbedded(app: TestApp): Promise<void> {
  await vi.waitFor(
    async () => {
      const { body } = await app.get('/dorsal/v1/status')
      expect(body.embedding).toMatchObject({ model: MODEL, pending: 0 })
    },
    { timeout: 25_000, interval: 100 },
  )
}

test('with an embedding model, search finds what says the same in other words', async () => {
  await using endpoint = await EmbeddingEndpoint.start()
  await using app = await startTestApp(settings(endpoint))
  await pushTwoPages(app)
  await waitUntilEmbedded(app)
  expect(endpoint.requests[0]).toMatchObject({ model: MODEL, authorization: 'Bearer key-of-the-endpoint' })

  const { body } = await app.post('/dorsal/v1/search', { query: 'vehicle', agent: 'ai_agent' })
  expect(body.results[0]).toMatchObject({ external_id: 'cars', scores: { lexical: null } })
  expect(body.results[0].scores.semantic).toBeGreaterThan(0.5)
  expect(body.results[0].score).toBe(body.results[0].scores.fused)

  // A word of the page counts on both sides.
  const both = await app.post('/dorsal/v1/search', { query: 'automobile', agent: 'ai_agent' })
  expect(both.body.results[0].external_id).toBe('cars')
  expect(both.body.results[0].scores.lexical).toBeGreaterThan(0)
  expect(both.body.results[0].score).toBeGreaterThan(body.results[0].score)
})

test('vectors obey the same filters as words', async () => {
  await using endpoint = await EmbeddingEndpoint.start()
  await using app = await startTestApp(settings(endpoint))
  const source = await aSource(app)
  const hidden = { external_id: 'hidden', title: 'Car', html: '<p>The car of the chief.</p>' }
  await app.post('/ai/external_pages', aPage(source, { ...hidden, ai_agent_availability: false }))
  await waitUntilEmbedded(app)
  const search = (agent: string) => app.post('/dorsal/v1/search', { query: 'vehicle', agent })
  expect((await search('ai_agent')).body.results).toEqual([])
  expect((await search('ai_copilot')).body.results).toHaveLength(1)
})

test('while the endpoint is down pages are answered from by their words, and embedded when it is back', async () => {
  await using endpoint = await EmbeddingEndpoint.start()
  endpoint.isDown = true
  await using app = await startTestApp(settings(endpoint))
  await pushTwoPages(app)
  const lexical = await app.post('/dorsal/v1/search', { query: 'automobile', agent: 'ai_agent' })
  expect(lexical.body.results[0]).toMatchObject({ external_id: 'cars', scores: { semantic: null } })
  expect((await app.get('/dorsal/v1/status')).body.embedding).toMatchObject({ model: MODEL, pending: 2 })

  endpoint.isDown = false
  await waitUntilEmbedded(app)
  const hybrid = await app.post('/dorsal/v1/search', { query: 'a vehicle', agent: 'ai_agent' })
  expect(hybrid.body.results[0].scores.semantic).toBeGreaterThan(0)
})
