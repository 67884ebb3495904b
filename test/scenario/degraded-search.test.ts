import { describe, expect, test } from 'vitest'
import { pino } from 'pino'
import { EmbeddingWorld } from '../support/embedding-world.ts'

const PAGES = {
  cars: 'Any automobile may be parked here.',
  tea: 'Tea is poured at five! Water boils first!',
}
/** So long a model is left alone after several failures. */
const PAUSE_MS = 15_000

describe('a search', { timeout: 180_000 }, () => {
  test('says that it had no vectors, does not wait for a dead endpoint, and wakes what waits when it is back', async () => {
    const lines: string[] = []
    const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) })
    await using world = await EmbeddingWorld.open()
    // A wrong key: nothing that trying again soon would mend.
    world.endpoint.planned = Array.from({ length: 100 }, () => ({ status: 401 }))
    await world.serve(undefined, {}, log)
    await world.push(PAGES)
    await expect.poll(() => lines.filter((line) => line.includes('refuses')).length, { timeout: 60_000 }).toBe(1)
    await world.runJob('embedding.embed-chunks')

    for (let n = 0; n < 3; n++) {
      const found = await world.search('automobile')
      expect(found).toMatchObject({
        mode: 'lexical',
        degraded: ['embedding_unavailable'],
        results: [{ external_id: 'cars' }],
      })
    }
    const { attempts } = world.endpoint
    for (let n = 0; n < 5; n++) {
      expect(await world.search('automobile')).toMatchObject({ degraded: ['embedding_unavailable'] })
    }
    expect(world.endpoint.attempts).toBe(attempts)

    world.endpoint.planned = []
    expect(await world.search('automobile')).toMatchObject({ degraded: ['embedding_unavailable'] })
    world.clock.advance(PAUSE_MS)
    expect(await world.search('automobile')).toMatchObject({ mode: 'hybrid', degraded: [] })
    await world.waitFor({ pending: 0, state: 'ready' })
    expect((await world.search('vehicle')).results[0]).toMatchObject({ external_id: 'cars' })
    // Said once each, with the status and without what the endpoint said.
    expect(lines.filter((line) => line.includes('refuses'))).toHaveLength(1)
    expect(lines.filter((line) => line.includes('searches go on without it'))).toHaveLength(1)
    expect(lines.join('')).toContain('the endpoint answered 401')
    expect(lines.join('')).not.toContain('a secret of the endpoint')
    expect(lines.join('')).not.toContain('key-of-the-endpoint')
  })

  test('waits for a slow endpoint no longer than two seconds', async () => {
    await using world = await EmbeddingWorld.open()
    await world.serve()
    await world.push(PAGES)
    await world.waitFor({ pending: 0, state: 'ready' })
    world.endpoint.planned = [{ delayMs: 60_000 }]
    const found = await world.search('automobile')
    expect(found).toMatchObject({ mode: 'lexical', degraded: ['embedding_unavailable'] })
    expect(found.took_ms).toBeLessThan(20_000)
    world.endpoint.planned = [{ delayMs: 60_000 }]
    const { body } = await world.app.post('/dorsal/v1/answers', { question: 'automobile parked', agent: 'ai_copilot' })
    expect(body).toMatchObject({ status: 'answered', mode: 'extractive', degraded: ['embedding_unavailable'] })
  })

  test('is ordered by the reranker, and as before when that does not answer', async () => {
    await using world = await EmbeddingWorld.open()
    const reranker = { DORSAL_RERANKER_BASE_URL: world.endpoint.url, DORSAL_RERANKER_MODEL: 'likes-shouting' }
    await world.serve('none', { DORSAL_EMBEDDING_BASE_URL: '', DORSAL_EMBEDDING_API_KEY: '', ...reranker })
    await world.push({
      plain: 'Water, water and more water. Nothing but water.',
      loud: 'Water! It is mentioned here! And then a lot of other things are!',
    })
    const find = (fields?: object) => world.search('water', fields)
    const ids = (found: any) => found.results.map((result: any) => result.external_id)
    world.endpoint.planned = [{ status: 500 }]
    const fused = await find()
    expect(fused).toMatchObject({ mode: 'lexical', degraded: ['reranker_unavailable'] })
    expect(ids(fused)).toEqual(['plain', 'loud'])
    expect(fused.results[0].scores.reranked).toBeNull()

    const reranked = await find()
    expect(reranked).toMatchObject({ mode: 'reranked', degraded: [] })
    expect(ids(reranked)).toEqual(['loud', 'plain'])
    const [first, second] = reranked.results
    expect(first.scores.reranked).toBeGreaterThan(second.scores.reranked)
    expect(first.score).toBeGreaterThan(second.score)
    expect(world.endpoint.requests[0]).toMatchObject({ path: '/v1/rerank', model: 'likes-shouting' })
    // It sees more than is wanted.
    expect(ids(await find({ limit: 1 }))).toEqual(['loud'])
  })
})
