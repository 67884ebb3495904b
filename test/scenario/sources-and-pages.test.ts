import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CheckedApi } from '../contract/contract.ts'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let api: CheckedApi
let sourceId: number

beforeAll(async () => {
  app = await startTestApp()
  api = new CheckedApi(app)
})
afterAll(() => app[Symbol.asyncDispose]())
beforeEach(async () => {
  sourceId = await aSource(app)
})

const SOURCES = '/ai/content_import_sources'
const PAGES = '/ai/external_pages'
const url = 'https://help.example.com'

function seconds(): number {
  return Math.floor(app.clock.now() / 1000)
}

/** Sets the clock on, so that what is touched now can be told from what was touched before. */
function later(): number {
  app.clock.advance(10_000)
  return seconds()
}

async function push(fields: Record<string, unknown> = {}): Promise<any> {
  const { status, body } = await api.post(PAGES, aPage(sourceId, fields))
  expect(status).toBe(200)
  return body
}

async function getSource(id = sourceId): Promise<any> {
  return (await api.get(`${SOURCES}/${id}`)).body
}

async function revisionOf(id: string): Promise<number> {
  const { rows } = await sql<{ revision: number }>`select revision from page where id = ${Number(id)}`.execute(
    app.app.db.reader,
  )
  return rows[0]?.revision ?? 0
}

/** A source that another connector fills: none can be made over the API. */
async function aForeignSource(behavior: 'automatic' | 'manual'): Promise<number> {
  const id = await aSource(app)
  await sql`update source set sync_behavior = ${behavior} where id = ${id}`.execute(app.app.db.reader)
  return id
}

describe('a pushed page', () => {
  test('is new once, and then the same page', async () => {
    const created = await push()
    expect(created).toMatchObject({ created_at: seconds(), updated_at: seconds(), last_ingested_at: seconds() })
    const at = later()
    const again = await push({ title: 'Getting started, again' })
    expect(again).toMatchObject({
      id: created.id,
      created_at: created.created_at,
      updated_at: at,
      last_ingested_at: at,
    })
  })

  test('is another page in another source, or under another external_id', async () => {
    const other = await aSource(app)
    const pages = [await push(), await push({ external_id: 'B' }), await push({ source_id: other })]
    pages.push(await push({ external_id: 'b' }), await push({ external_id: 'B ' }))
    expect(new Set(pages.map(({ id }) => id)).size).toBe(5)
  })

  test('is available to nobody unless it says so', async () => {
    const flags = { ai_agent_availability: undefined, ai_copilot_availability: undefined }
    expect(await push(flags)).toMatchObject({
      ai_agent_availability: false,
      ai_copilot_availability: false,
      fin_availability: false,
    })
  })

  test('keeps the flags that a later push leaves out', async () => {
    await push({ ai_agent_availability: true, ai_copilot_availability: false })
    const omitted = { ai_agent_availability: undefined, ai_copilot_availability: undefined }
    const kept = { ai_agent_availability: true, ai_copilot_availability: false, fin_availability: true }
    expect(await push(omitted)).toMatchObject(kept)
    expect(await push({ ...omitted, title: 'New', html: '<p>New</p>' })).toMatchObject(kept)
    expect(await push({ ...omitted, ai_agent_availability: false })).toMatchObject({
      ai_agent_availability: false,
      ai_copilot_availability: false,
      fin_availability: false,
    })
  })

  test('takes fin_availability for both flags, and the precise ones before it', async () => {
    const omitted = { ai_agent_availability: undefined, ai_copilot_availability: undefined }
    expect(await push({ ...omitted, fin_availability: true })).toMatchObject({
      ai_agent_availability: true,
      ai_copilot_availability: true,
      fin_availability: true,
    })
    expect(
      await push({ ai_agent_availability: false, ai_copilot_availability: undefined, fin_availability: true }),
    ).toMatchObject({
      ai_agent_availability: false,
      ai_copilot_availability: true,
      fin_availability: false,
    })
  })

  test('loses its url when a later push leaves it out or says null', async () => {
    await push({ url })
    expect(await push({ url: undefined })).not.toHaveProperty('url')
    expect(await push({ url })).toMatchObject({ url })
    expect(await push({ url: null })).not.toHaveProperty('url')
  })

  test('unchanged leaves its times and its revision', async () => {
    const created = await push()
    later()
    expect(await push()).toEqual(created)
    expect(await revisionOf(created.id)).toBe(1)
  })

  test('with new metadata alone is updated but not ingested again', async () => {
    const created = await push()
    for (const change of [
      { url: `${url}/moved` },
      { ai_agent_availability: false },
      { ai_copilot_availability: false },
    ]) {
      const at = later()
      expect(await push({ url: `${url}/moved`, ...change })).toMatchObject({
        updated_at: at,
        last_ingested_at: created.last_ingested_at,
      })
      await push({ url: `${url}/moved` })
    }
    expect(await revisionOf(created.id)).toBe(1)
  })

  test('with new content is updated and ingested again, for title and html alike', async () => {
    const created = await push()
    for (const [index, change] of [{ title: 'Other' }, { title: 'Other', html: '<p>Other</p>' }].entries()) {
      const at = later()
      expect(await push(change)).toMatchObject({ updated_at: at, last_ingested_at: at, created_at: created.created_at })
      expect(await revisionOf(created.id)).toBe(index + 2)
    }
  })

  test('that only has to be indexed again keeps its time of change', async () => {
    const created = await push()
    // The job that every start queues would do it before the push, if it came just now.
    await sql`delete from dorsal_jobs.job where name = 'ingest.index-stale-pages'`.execute(app.app.db.reader)
    await sql`update page set index_state = 'stale' where id = ${Number(created.id)}`.execute(app.app.db.reader)
    const at = later()
    expect(await push()).toEqual({ ...created, last_ingested_at: at })
    expect(await revisionOf(created.id)).toBe(1)
  })

  test('keeps every character of its html', async () => {
    const html = '<p>\u0001 \u2028 &amp; \r\n\t “” 漢字 🤖 \uFEFF</p><script>1</script>'
    const created = await push({ html, title: '“Tïtle” 🤖' })
    expect((await api.get(`${PAGES}/${created.id}`)).body).toMatchObject({ html, title: '“Tïtle” 🤖' })
  })

  test('may be empty, and may be longer than a chunk by far', async () => {
    expect(await push({ html: '' })).toMatchObject({ html: '' })
    const html = `<p>${'A long page about machines. '.repeat(5_000)}</p>`
    expect((await push({ html })).html).toBe(html)
  })

  test('may have the longest title and external_id in four-byte characters', async () => {
    const fields = { title: '🤖'.repeat(255), external_id: '🤖'.repeat(512) }
    const created = await push(fields)
    expect(await push(fields)).toMatchObject({ id: created.id, ...fields })
  })

  test('in a source that is not filled over the API is refused', async () => {
    for (const behavior of ['automatic', 'manual'] as const) {
      const foreign = await aForeignSource(behavior)
      const { status, body } = await api.post(PAGES, aPage(foreign))
      expect(status).toBe(400)
      expect(body.errors).toMatchObject([{ code: 'parameter_invalid', field: 'source_id' }])
    }
  })
})

describe('a page changed by its id', () => {
  test('keeps what the body does not name, except its url', async () => {
    const created = await push({ ai_copilot_availability: false })
    const body = { title: 'Other', html: '<p>Other</p>', locale: 'en', source_id: sourceId }
    const at = later()
    expect((await api.put(`${PAGES}/${created.id}`, body)).body).toEqual({
      ...Object.fromEntries(Object.entries(created).filter(([name]) => name !== 'url')),
      title: 'Other',
      html: '<p>Other</p>',
      updated_at: at,
      last_ingested_at: at,
    })
  })

  test('unchanged keeps its times', async () => {
    const created = await push()
    later()
    expect((await api.put(`${PAGES}/${created.id}`, aPage(sourceId))).body).toEqual(created)
  })

  test('takes fin_availability for both flags, and the precise ones too', async () => {
    const { id } = await push({ ai_agent_availability: false, ai_copilot_availability: false })
    const omitted = { ai_agent_availability: undefined, ai_copilot_availability: undefined }
    const both = await api.put(`${PAGES}/${id}`, aPage(sourceId, { ...omitted, fin_availability: true }))
    expect(both.body).toMatchObject({ ai_agent_availability: true, ai_copilot_availability: true })
    const one = await api.put(`${PAGES}/${id}`, aPage(sourceId, { ...omitted, ai_copilot_availability: false }))
    expect(one.body).toMatchObject({ ai_agent_availability: true, ai_copilot_availability: false })
  })

  test('moves to another source with everything it has', async () => {
    const { id } = await push()
    const target = await aSource(app)
    const at = later()
    const { status, body } = await api.put(`${PAGES}/${id}`, aPage(target))
    expect(status).toBe(200)
    expect(body).toMatchObject({ id, source_id: target, external_id: 'getting-started', updated_at: at })
    expect(await getSource(sourceId)).toMatchObject({ last_synced_at: at })
    expect(await getSource(target)).toMatchObject({ last_synced_at: at })
    // Its old place is free, its new one is taken.
    expect((await push()).id).not.toBe(id)
    expect((await api.post(PAGES, aPage(target))).body.id).toBe(id)
    await api.delete(`${SOURCES}/${sourceId}`)
    expect((await api.get(`${PAGES}/${id}`)).status).toBe(200)
  })

  test('can not take the external_id of a neighbour', async () => {
    await push({ external_id: 'taken' })
    const { id } = await push({ external_id: 'mine' })
    const { status, body } = await api.put(`${PAGES}/${id}`, aPage(sourceId, { external_id: 'taken' }))
    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ code: 'data_invalid', field: 'external_id' }])
    expect((await api.get(`${PAGES}/${id}`)).body.external_id).toBe('mine')
    expect((await api.put(`${PAGES}/${id}`, aPage(sourceId, { external_id: 'fresh' }))).body.external_id).toBe('fresh')
  })

  test('can not move to where its external_id is taken, nor to a source that is unknown or foreign', async () => {
    const target = await aSource(app)
    await api.post(PAGES, aPage(target))
    const { id } = await push()
    expect((await api.put(`${PAGES}/${id}`, aPage(target))).status).toBe(422)
    expect((await api.put(`${PAGES}/${id}`, aPage(2_000_000_000))).body.errors).toMatchObject([
      { code: 'not_found', field: 'source_id' },
    ])
    expect((await api.put(`${PAGES}/${id}`, aPage(await aForeignSource('manual')))).body.errors).toMatchObject([
      { code: 'parameter_invalid', field: 'source_id' },
    ])
    expect((await api.get(`${PAGES}/${id}`)).body.source_id).toBe(sourceId)
  })

  test('can not be changed when its source is not filled over the API', async () => {
    const { id } = await push()
    await sql`update source set sync_behavior = 'automatic' where id = ${sourceId}`.execute(app.app.db.reader)
    const target = await aSource(app)
    for (const body of [aPage(sourceId), aPage(target)]) {
      const { status } = await api.put(`${PAGES}/${id}`, body)
      expect(status).toBe(400)
    }
    expect((await api.get(`${PAGES}/${id}`)).body.source_id).toBe(sourceId)
  })
})

describe('a deleted page', () => {
  test('is shown once more without its html, then unknown, then a new one', async () => {
    const created = await push()
    const { status, body } = await api.delete(`${PAGES}/${created.id}`)
    expect(status).toBe(200)
    expect(body).toEqual({ ...created, html: '' })
    expect((await api.get(`${PAGES}/${created.id}`)).status).toBe(404)
    expect((await api.put(`${PAGES}/${created.id}`, aPage(sourceId))).status).toBe(404)
    expect((await api.delete(`${PAGES}/${created.id}`)).status).toBe(404)
    const again = await push()
    expect(Number(again.id)).toBeGreaterThan(Number(created.id))
  })
})

describe('a source', () => {
  test('is synced when a page of it comes, changes, goes or is pushed unchanged', async () => {
    const { last_synced_at: made, updated_at: changed } = await getSource()
    expect(made).toBe(seconds())
    const steps = [
      () => push(),
      () => push(),
      () => push({ title: 'Other' }),
      async () => api.delete(`${PAGES}/${(await push()).id}`),
    ]
    for (const step of steps) {
      const at = later()
      await step()
      expect(await getSource()).toMatchObject({ last_synced_at: at, updated_at: changed })
    }
    later()
    await api.post(PAGES, aPage(sourceId, { locale: 'xx' }))
    expect((await getSource()).last_synced_at).toBe(seconds() - 10)
  })

  test('is changed by PUT, and keeps the status that is left out', async () => {
    const at = later()
    const body = { sync_behavior: 'api', url: `${url}/v2`, status: 'deactivated' }
    const changed = { url: `${url}/v2`, status: 'deactivated', updated_at: at }
    expect((await api.put(`${SOURCES}/${sourceId}`, body)).body).toMatchObject(changed)
    const kept = await api.put(`${SOURCES}/${sourceId}`, { sync_behavior: 'api', url })
    expect(kept.body).toMatchObject({ url, status: 'deactivated' })
    expect(await getSource()).toEqual(kept.body)
  })

  test('may be made deactivated, and is active otherwise', async () => {
    const off = await api.post(SOURCES, { sync_behavior: 'api', url, status: 'deactivated' })
    expect(off.body.status).toBe('deactivated')
    expect((await api.post(SOURCES, { sync_behavior: 'api', url })).body.status).toBe('active')
  })

  test('never changes to or from api', async () => {
    for (const sync_behavior of ['automatic', 'automated', 'manual']) {
      const { status, body } = await api.put(`${SOURCES}/${sourceId}`, { sync_behavior, url })
      expect({ status, errors: body.errors }).toMatchObject({
        status: 400,
        errors: [{ code: 'parameter_invalid', field: 'sync_behavior' }],
      })
    }
    const foreign = await aForeignSource('automatic')
    const { status } = await api.put(`${SOURCES}/${foreign}`, { sync_behavior: 'api', url })
    expect(status).toBe(400)
    expect(await getSource(foreign)).toMatchObject({ sync_behavior: 'automatic' })
  })

  test('that is not api keeps its url, and takes both spellings of automatic', async () => {
    const foreign = await aForeignSource('manual')
    for (const [given, answered] of [
      ['automated', 'automatic'],
      ['manual', 'manual'],
      ['automatic', 'automatic'],
    ]) {
      const { body } = await api.put(`${SOURCES}/${foreign}`, { sync_behavior: given, url })
      expect(body.sync_behavior).toBe(answered)
    }
    const refused = await api.put(`${SOURCES}/${foreign}`, { sync_behavior: 'automatic', url: `${url}/other` })
    expect(refused.body.errors).toMatchObject([{ code: 'parameter_invalid', field: 'url' }])
    expect(await getSource(foreign)).toMatchObject({ url })
  })

  test('may have the url of another', async () => {
    expect((await api.post(SOURCES, { sync_behavior: 'api', url })).body.id).not.toBe(sourceId)
  })

  test('takes its pages with it, everywhere at once', async () => {
    const other = await aSource(app)
    await api.post(PAGES, aPage(other, { external_id: 'stays', html: '<p>Zanzibar stays where it is.</p>' }))
    const pages = [await push(), await push({ external_id: 'b', html: '<p>Zanzibar leaves with its source.</p>' })]
    const { status, body } = await api.delete(`${SOURCES}/${sourceId}`)
    expect({ status, body }).toEqual({ status: 204, body: undefined })
    expect((await api.get(`${SOURCES}/${sourceId}`)).status).toBe(404)
    expect((await api.post(PAGES, aPage(sourceId))).status).toBe(404)
    for (const { id } of pages) expect((await api.get(`${PAGES}/${id}`)).status).toBe(404)
    const listed = (await api.get(`${PAGES}?per_page=150`)).body.data
    expect(listed.filter((page: any) => page.source_id === sourceId)).toEqual([])
    expect(listed.some((page: any) => page.external_id === 'stays')).toBe(true)
    const { rows } = await sql<{ left: number }>`
      select (select count(*) from page where source_id = ${sourceId})
        + (select count(*) from chunk where source_id = ${sourceId}) as left`.execute(app.app.db.reader)
    expect(rows[0]?.left).toBe(0)
  })
})
