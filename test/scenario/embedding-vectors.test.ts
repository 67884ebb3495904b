import { searchOf } from '../support/search-of.ts'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import type { EmbeddingModel } from '../../src/embedding/embedding-model.ts'
import { embedPendingChunks } from '../../src/embedding/embed-chunks.ts'
import { countProgress } from '../../src/embedding/pending.ts'
import { makeQueryEmbedder } from '../../src/embedding/query-embedder.ts'
import { ServedModels } from '../../src/embedding/served-models.ts'
import { EmbeddingWorld, MODEL } from '../support/embedding-world.ts'
import { aPage } from '../support/test-app.ts'

const log = pino({ level: 'silent' })

describe('vectors', { timeout: 180_000 }, () => {
  test('are made once for what is the same, and go when nothing is made of them any more', async () => {
    await using world = await EmbeddingWorld.open()
    await world.serve()
    const source = await world.push({ cars: 'Any automobile may be parked here.', tea: 'Tea is poured at five.' })
    await world.waitFor({ state: 'ready', pending: 0 })
    expect(world.endpoint.textsFor(MODEL)).toHaveLength(2)

    // Pushed again, copied, moved to another source, deleted and brought back: nothing new.
    const elsewhere = await world.push({ copy: 'Any automobile may be parked here.' })
    const { body: pages } = await world.app.get('/ai/external_pages')
    const tea = pages.data.find((page: any) => page.external_id === 'tea')
    await world.app.delete(`/ai/external_pages/${tea.id}`)
    await world.push({ tea: 'Tea is poured at five.' }, elsewhere)
    await world.push({ cars: 'Cars are not welcome.' }, source)
    await world.push({ cars: 'Any automobile may be parked here.' }, source)
    await world.waitFor({ state: 'ready', pending: 0 })
    await world.runJob('embedding.embed-chunks')
    const again = world.endpoint.textsFor(MODEL).slice(2)
    expect(again.filter((text) => !text.includes('not welcome'))).toEqual([])
    expect(await world.search('vehicle')).toMatchObject({ mode: 'hybrid', results: [{}, { external_id: 'tea' }] })

    for (const { id } of (await world.app.get('/ai/external_pages')).body.data) {
      await world.app.delete(`/ai/external_pages/${id}`)
    }
    expect((await world.search('vehicle')).results).toEqual([])
    await world.runJob('db.maintain')
    expect(await world.vectors()).toEqual({})
  })

  test('of one bad text keep no other from being made, and batches fit the endpoint', async () => {
    await using world = await EmbeddingWorld.open()
    await world.serve('none', { DORSAL_EMBEDDING_BASE_URL: '', DORSAL_EMBEDDING_API_KEY: '' })
    const texts = Array.from({ length: 10 }, (_, n) => [
      `p${n}`,
      n === 6 ? 'A vehicle of unspeakable kind.' : `Car ${n}.`,
    ])
    await world.push(Object.fromEntries(texts))
    world.endpoint.mostTexts = 4
    world.endpoint.badWord = 'unspeakable'
    // The endpoint says when it wants to be asked again.
    world.endpoint.planned = [{ status: 429, retryAfter: '1' }]
    const startedAt = Date.now()
    await world.serve()
    await world.waitFor({ pending: 0, failed: 1, state: 'ready' })
    expect((world.endpoint.requests[0]?.at ?? 0) - startedAt).toBeGreaterThan(1_000)
    expect(Math.max(...world.endpoint.requests.map(({ inputs }) => inputs.length))).toBeLessThanOrEqual(4)
    expect(world.endpoint.textsFor(MODEL).filter((text) => text.startsWith('Car'))).toHaveLength(9)

    // Much later it is tried again.
    world.endpoint.badWord = undefined
    await world.runJob('embedding.embed-chunks')
    expect((await world.embedding()).serving).toMatchObject({ failed: 1 })
    world.clock.advance(24 * 60 * 60 * 1_000)
    await world.runJob('embedding.embed-chunks')
    expect((await world.embedding()).serving).toMatchObject({ pending: 0, failed: 0 })
  })

  test('of a model that knows some languages are made of these, and other questions are searched by words', async () => {
    await using world = await EmbeddingWorld.open()
    await world.serve('none', { DORSAL_EMBEDDING_BASE_URL: '', DORSAL_EMBEDDING_API_KEY: '' })
    await world.push({
      cars: 'Any automobile may be parked here for as long as its owner wants it to be.',
      rechnung: 'Um eine Rechnung herunterzuladen, öffnen Sie das Rechnungsarchiv und wählen Sie die Rechnung aus.',
    })
    const asked: string[] = []
    const model: EmbeddingModel = {
      id: 'english-only',
      languages: new Set(['en']),
      maxTextsPerCall: 8,
      embed(texts, kind) {
        asked.push(...texts.map((text) => `${kind}: ${text.split(' ').slice(0, 3).join(' ')}`))
        return Promise.resolve(texts.map(() => [1, 0, 1]))
      },
    }
    const { db } = world.app.app
    const models = new ServedModels({ db, clock: world.clock, log, open: () => Promise.resolve(undefined) })
    await models.choose(model, { kind: 'packaged' })
    const served = await models.serving()
    if (served === undefined) throw new Error('no model serves')
    expect(await countProgress(db.reader, served)).toEqual({ pending: 1, failed: 0 })
    await embedPendingChunks({ db, clock: world.clock }, { id: served.id, model }, new AbortController().signal)
    expect(await countProgress(db.reader, served)).toEqual({ pending: 0, failed: 0 })
    expect(asked).toEqual(['passage: Any automobile may'])

    const embedder = makeQueryEmbedder({
      models,
      clock: world.clock,
      log,
      unreachable: new Set(),
      onReachable: () => {},
    })
    const search = searchOf(db, world.clock, embedder)
    const asker = { workspaceId: 1, agent: 'ai_copilot', attributes: {}, sourceIds: undefined } as const
    const ask = async (query: string) => {
      const { mode, degraded } = await search({ query, limit: 5, asker })
      return { mode, degraded }
    }
    expect(await ask('Wie kann ich meine Rechnung herunterladen?')).toEqual({ mode: 'lexical', degraded: [] })
    expect(await ask('Где я могу скачать свой счёт?')).toEqual({ mode: 'lexical', degraded: [] })
    // Too short to tell its language, and not of the library's languages by a wrong guess.
    expect(await ask('vehicle')).toEqual({ mode: 'hybrid', degraded: [] })
    expect(await ask('reset password')).toEqual({ mode: 'hybrid', degraded: [] })
  })

  test('obey filters however many that are nearer are hidden', async () => {
    await using world = await EmbeddingWorld.open()
    await world.serve()
    const { body: audience } = await world.app.post('/dorsal/v1/audiences', {
      name: 'Staff',
      rule: { attribute: 'plan', comparison: 'eq', value: 'staff' },
    })
    const source = await world.push({})
    const restricted = { sync_behavior: 'api', url: 'https://staff.example.com', audience_ids: [audience.id] }
    const { body: other } = await world.app.post('/ai/content_import_sources', restricted, { version: '2.15' })
    const lines = Array.from({ length: 200 }, (_, n) =>
      JSON.stringify(aPage(other.id, { external_id: `s${n}`, title: 'Car', html: `<p>Car car car ${n}</p>` })),
    )
    const pushed = await fetch(`${world.app.url}/dorsal/v1/external_pages/bulk`, {
      method: 'POST',
      headers: { authorization: `Bearer ${world.app.token}`, 'content-type': 'application/x-ndjson' },
      body: lines.join('\n'),
    })
    expect((await pushed.text()).match(/"created"/g)).toHaveLength(200)
    await world.push({ open: 'Somewhere a lonely vehicle waits between trees and houses.' }, source)
    await world.waitFor({ state: 'ready', pending: 0 })
    const found = await world.search('car', { limit: 3 })
    expect(found.results.map((result: any) => result.external_id)).toEqual(['open'])
    const staff = await world.search('car', { limit: 3, user: { attributes: { plan: 'staff' } } })
    expect(staff.results.map((result: any) => result.source_id)).toEqual([other.id, other.id, other.id])
  })
})
