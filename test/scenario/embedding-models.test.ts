import { describe, expect, test } from 'vitest'
import { EmbeddingEndpoint, OTHER_MODEL } from '../support/embedding-endpoint.ts'
import { EmbeddingWorld, MODEL } from '../support/embedding-world.ts'

const PAGES = {
  cars: 'Any automobile may be parked here.',
  tea: 'Tea is poured at five. Water boils first.',
}
const MANUAL = { DORSAL_EMBEDDING_SWAP: 'manual' }
const SWAP = '/dorsal/v1/embedding/swap'
const DROP = '/dorsal/v1/embedding/drop'
const GRACE_MS = 60_000

const bestPage = (found: any): string => found.results[0]?.external_id

describe('another embedding model', { timeout: 180_000 }, () => {
  test('is made ready beside the one that serves, compared with it, and swapped without a search that lacks vectors', async () => {
    await using world = await EmbeddingWorld.open()
    await world.serve()
    await world.push(PAGES)
    await world.waitFor({ model: MODEL, state: 'ready', pending: 0, building: null })
    await world.app.post('/dorsal/v1/answers', { question: 'vehicle', agent: 'ai_copilot' })
    await world.app.post('/dorsal/v1/answers', { question: 'water', agent: 'ai_copilot' })

    await world.serve(OTHER_MODEL, MANUAL)
    const seen: { best: string; mode: string; semantic: number | null }[] = []
    let isAsking = true
    const asking = (async () => {
      while (isAsking) {
        const found = await world.search('vehicle')
        expect(found.degraded).toEqual([])
        seen.push({ best: bestPage(found), mode: found.mode, semantic: found.results[0].scores.semantic })
      }
    })()
    await world.waitFor({ model: MODEL, state: 'waiting', building: OTHER_MODEL })
    expect((await world.embedding()).serving).toMatchObject({ model: MODEL, kind: 'endpoint', dimensions: 32 })
    const swapped = await world.app.post(SWAP)
    isAsking = false
    await asking
    expect(swapped.body).toMatchObject({
      serving: { model: OTHER_MODEL, state: 'serving', dimensions: 40, pending: 0, failed: 0 },
      next: null,
      comparison: {
        against: MODEL,
        questions: 2,
        same_top: 0.5,
        overlap_at_5: 1,
        gained: 0,
        lost: 0,
        examples: [
          {
            question: 'vehicle',
            before: [{ title: PAGES.cars }, { title: PAGES.tea }],
            after: [{ title: PAGES.tea }, { title: PAGES.cars }],
          },
        ],
      },
    })
    expect(bestPage(await world.search('vehicle'))).toBe('tea')
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.every(({ mode, semantic }) => mode === 'hybrid' && semantic !== null)).toBe(true)
    // The old one until the new one took over, and never the old one again.
    expect(seen.map(({ best }) => best).join(' ')).toMatch(/^cars( cars)*( tea)*$/)

    // What began before the swap may still need the old vectors for a while.
    await world.runJob('embedding.embed-chunks')
    expect(await world.vectors()).toEqual({ [MODEL]: 2, [OTHER_MODEL]: 2 })
    world.clock.advance(GRACE_MS)
    await world.runJob('embedding.embed-chunks')
    expect(await world.vectors()).toEqual({ [OTHER_MODEL]: 2 })
    expect((await world.app.post(SWAP)).status).toBe(409)

    // The question of an example that is gone is not kept by the comparison.
    await world.app.app.db.reader.deleteFrom('copilot_question').execute()
    expect((await world.embedding()).comparison.examples).toEqual([])
  })

  test('goes on where it was after the program ended, and takes over by itself', async () => {
    await using world = await EmbeddingWorld.open()
    await world.serve()
    const many = Object.fromEntries(Array.from({ length: 70 }, (_, n) => [`p${n}`, `Car of the kind ${n}.`]))
    await world.push(many)
    await world.waitFor({ state: 'ready', pending: 0 })

    // A batch, and then nothing more.
    world.endpoint.planned = [{}, ...Array.from({ length: 20 }, () => ({ status: 503 }))]
    await world.serve(OTHER_MODEL)
    await expect.poll(() => world.vectors(), { timeout: 60_000 }).toEqual({ [MODEL]: 70, [OTHER_MODEL]: 64 })
    expect((await world.app.get('/dorsal/v1/status')).body.embedding).toMatchObject({ model: MODEL, state: 'building' })
    await world.stop()
    world.endpoint.planned = []
    await world.serve(OTHER_MODEL)
    await world.waitFor({ model: OTHER_MODEL, state: 'ready', building: null })
    expect(world.endpoint.textsFor(OTHER_MODEL)).toHaveLength(70)
  })

  test('that was dropped stays so until the settings name another', async () => {
    await using world = await EmbeddingWorld.open()
    await world.serve()
    await world.push(PAGES)
    await world.waitFor({ state: 'ready' })
    await world.serve(OTHER_MODEL, MANUAL)
    await world.waitFor({ state: 'waiting' })
    expect((await world.app.post(DROP)).body).toMatchObject({ serving: { model: MODEL }, next: { state: 'dropped' } })
    expect((await world.app.post(DROP)).status).toBe(409)
    world.clock.advance(GRACE_MS)
    await world.runJob('embedding.embed-chunks')
    expect(await world.vectors()).toEqual({ [MODEL]: 2 })

    await world.serve(OTHER_MODEL, MANUAL)
    await world.runJob('embedding.embed-chunks')
    expect(await world.embedding()).toMatchObject({ serving: { model: MODEL }, next: { state: 'dropped' } })
    expect(bestPage(await world.search('vehicle'))).toBe('cars')
    await world.serve(MODEL, MANUAL)
    await world.serve(OTHER_MODEL, MANUAL)
    await world.waitFor({ model: MODEL, state: 'waiting' })
  })

  test('takes over without a comparison when the old one can not be asked any more', async () => {
    await using world = await EmbeddingWorld.open()
    await using elsewhere = await EmbeddingEndpoint.start()
    await world.serve()
    await world.push(PAGES)
    await world.waitFor({ state: 'ready' })
    await world.app.post('/dorsal/v1/answers', { question: 'automobile', agent: 'ai_copilot' })
    world.endpoint.isDown = true
    elsewhere.planned = [{ delayMs: 4_000 }]
    await world.serve(OTHER_MODEL, { DORSAL_EMBEDDING_BASE_URL: elsewhere.url })
    expect(await world.search('automobile')).toMatchObject({
      mode: 'lexical',
      degraded: ['embedding_unavailable'],
      results: [{ external_id: 'cars' }],
    })
    await world.waitFor({ model: OTHER_MODEL, state: 'ready' })
    expect((await world.embedding()).comparison).toMatchObject({ against: MODEL, questions: null })
    expect(await world.search('vehicle')).toMatchObject({ mode: 'hybrid', degraded: [] })
    // The key is told to nobody but the place that the settings name it for.
    expect(new Set(elsewhere.authorizations)).toEqual(new Set(['Bearer key-of-the-endpoint']))
    expect(world.endpoint.authorizations.at(-1)).toBeUndefined()
  })

  test('of a library without vectors serves at once', async () => {
    await using world = await EmbeddingWorld.open()
    await world.serve()
    await world.serve(OTHER_MODEL)
    expect(await world.embedding()).toMatchObject({ serving: { model: OTHER_MODEL }, next: null, comparison: null })
    await world.push(PAGES)
    await world.waitFor({ model: OTHER_MODEL, state: 'ready' })
    expect(world.endpoint.textsFor(MODEL)).toEqual([])
  })
})
