import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgetAnswers } from '../../src/answers/index.ts'
import { makePageIndexer, reindexStalePages } from '../../src/ingest/index.ts'
import { selectedBackends, type RunningBackend } from '../support/backends.ts'
import { aPage, aSource, type TestApp } from '../support/test-app.ts'

const PAGES = '/ai/external_pages'
const SOURCES = '/ai/content_import_sources'

/** Every promise of storage, kept by every kind of database. */
describe.each(selectedBackends())('$name', (kind) => {
  let backend: RunningBackend
  let app: TestApp
  beforeAll(async () => {
    backend = await kind.start()
    app = await backend.open()
  })
  afterAll(async () => {
    await app?.[Symbol.asyncDispose]()
    await backend?.[Symbol.asyncDispose]()
  })

  async function find(query: string, asker: object = {}): Promise<string[]> {
    const { status, body } = await app.post('/dorsal/v1/search', { query, agent: 'ai_agent', limit: 100, ...asker })
    expect(status).toBe(200)
    return body.results.map((result: { external_id: string }) => result.external_id)
  }

  async function push(sourceId: number, externalId: string, text: string, fields: object = {}) {
    const page = aPage(sourceId, { external_id: externalId, title: externalId, html: `<p>${text}</p>`, ...fields })
    const { status, body } = await app.post(PAGES, page)
    expect(status).toBe(200)
    return body
  }

  test('says what it can do', async () => {
    const hasExtensions = kind.key === 'embedded' || kind.key === 'wire'
    expect(app.app.db.can).toMatchObject({ bm25: hasExtensions, vector: hasExtensions })
  })

  test('a page is found as soon as the push is answered, and by its new words alone after an update', async () => {
    const source = await aSource(app)
    const created = await push(source, 'upsert', 'The wolverine sleeps.')
    expect(await find('wolverine')).toEqual(['upsert'])

    const updated = await push(source, 'upsert', 'The capybara sleeps.')
    expect(updated.id).toBe(created.id)
    expect(await find('wolverine')).toEqual([])
    expect(await find('capybara')).toEqual(['upsert'])
    expect((await app.get(`${PAGES}/${created.id}`)).body.html).toBe('<p>The capybara sleeps.</p>')
  })

  test('the same page again changes nothing', async () => {
    const source = await aSource(app)
    const first = await push(source, 'same', 'The axolotl sleeps.')
    app.clock.advance(60_000)
    expect(await push(source, 'same', 'The axolotl sleeps.')).toEqual(first)
  })

  test('a page changes by its id, moves to another source, and is found there only', async () => {
    const [here, there] = [await aSource(app), await aSource(app)]
    const { id } = await push(here, 'moving', 'The pangolin sleeps.')
    const { status, body } = await app.put(`${PAGES}/${id}`, aPage(there, { external_id: 'moved', title: 'Pangolins' }))
    expect(status).toBe(200)
    expect(body).toMatchObject({ id, source_id: there, external_id: 'moved' })
    expect(await find('pangolins', { source_ids: [there] })).toEqual(['moved'])
    expect(await find('pangolins', { source_ids: [here] })).toEqual([])
  })

  test('a deleted page is gone from reads and searches', async () => {
    const source = await aSource(app)
    const { id } = await push(source, 'deleted', 'The quokka sleeps.')
    expect((await app.delete(`${PAGES}/${id}`)).status).toBe(200)
    expect((await app.get(`${PAGES}/${id}`)).status).toBe(404)
    expect(await find('quokka')).toEqual([])
    expect(await countChunks(source)).toBe(0)
  })

  test('a deleted source takes its pages along, and no others', async () => {
    const [doomed, other] = [await aSource(app), await aSource(app)]
    const { id } = await push(doomed, 'doomed', 'The okapi sleeps.')
    await push(other, 'kept', 'The okapi wakes.')
    expect((await app.delete(`${SOURCES}/${doomed}`)).status).toBe(204)
    expect((await app.get(`${PAGES}/${id}`)).status).toBe(404)
    expect(await find('okapi')).toEqual(['kept'])
    expect(await countChunks(doomed)).toBe(0)
  })

  test('search respects the assistant, the source and its state', async () => {
    const source = await aSource(app)
    await push(source, 'for-customers', 'The narwhal dives.', { ai_copilot_availability: false })
    await push(source, 'for-teammates', 'The narwhal surfaces.', { ai_agent_availability: false })
    expect(await find('narwhal')).toEqual(['for-customers'])
    expect(await find('narwhal', { agent: 'ai_copilot' })).toEqual(['for-teammates'])
    expect(await find('narwhal', { source_ids: [source + 1_000_000] })).toEqual([])
    const update = { sync_behavior: 'api', url: 'https://help.example.com', status: 'deactivated' }
    expect((await app.put(`${SOURCES}/${source}`, update)).status).toBe(200)
    expect(await find('narwhal')).toEqual([])
  })

  test('rare words outrank frequent ones, and short passages long ones', async () => {
    const source = await aSource(app)
    for (let index = 0; index < 30; index++) {
      await push(
        source,
        `common-${index}`,
        `The telescope number ${index} has a lens of clear glass from far away, an eyepiece, a finder, a case and a stand.`,
      )
    }
    await push(source, 'rare', 'A stand for the theodolite.')
    await push(source, 'rare-and-long', `A theodolite. ${'It measures angles between points far away. '.repeat(20)}`)
    const found = await find('telescope theodolite stand', { source_ids: [source] })
    expect(found.slice(0, 2)).toEqual(['rare', 'rare-and-long'])
    expect(found).toContain('common-7')
    expect(await find('telescope', { source_ids: [source] })).toHaveLength(30)
  })

  test.each([
    '!!!',
    'the of and',
    '☃',
    "'; drop table page; --",
    'a & b | !c',
    '"unclosed',
    '日本語の質問',
    '\\',
    ':*',
  ])('search takes %j as it is', async (query) => {
    await find(query)
    expect((await app.get(PAGES)).status).toBe(200)
  })

  test('500 pages arrive in one request, are all found, and all go', async () => {
    const source = await aSource(app)
    const lines = Array.from({ length: 500 }, (_, index) =>
      JSON.stringify(aPage(source, { external_id: `bulk-${index}`, html: `<p>Ibex with tag marker${index}x</p>` })),
    )
    const response = await fetch(`${app.url}/dorsal/v1/external_pages/bulk`, {
      method: 'POST',
      headers: { authorization: `Bearer ${app.token}`, 'content-type': 'application/x-ndjson' },
      body: lines.join('\n'),
    })
    const results = (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(results.map(({ line, status }) => ({ line, status }))).toEqual(
      lines.map((_, index) => ({ line: index + 1, status: 'created' })),
    )
    for (const index of [0, 31, 32, 250, 499]) expect(await find(`marker${index}x`)).toEqual([`bulk-${index}`])
    expect(await find('ibex', { limit: 100 })).not.toHaveLength(0)
    expect((await app.delete(`${SOURCES}/${source}`)).status).toBe(204)
    expect(await find('ibex')).toEqual([])
  })

  test('pages that are pushed at once are all stored', async () => {
    const source = await aSource(app)
    const ids = await Promise.all(
      Array.from({ length: 60 }, (_, index) => push(source, `at-once-${index % 20}`, `The tapir number ${index}.`)),
    )
    expect(new Set(ids.map(({ id }) => id)).size).toBe(20)
    expect(await find('tapir', { source_ids: [source] })).toHaveLength(20)
  })

  test('an index that fails leaves the page saved, stale and unanswered, until a job has indexed it', async () => {
    const { db } = app.app
    const source = await aSource(app)
    const { id } = await push(source, 'fragile', 'The dugong sleeps.')
    await breakIndex('dugongs')
    await push(source, 'sound', 'The dugong wakes.')
    expect((await push(source, 'fragile', 'The dugongs travel.')).id).toBe(id)
    expect((await app.get(`${PAGES}/${id}`)).body.html).toBe('<p>The dugongs travel.</p>')
    expect(await find('dugong')).toEqual(['sound'])
    expect(await statesOf(source)).toEqual([
      { external_id: 'fragile', index_state: 'stale', chunks: 0 },
      { external_id: 'sound', index_state: 'indexed', chunks: 1 },
    ])
    expect(await countJobs('ingest.index-stale-pages')).toBeGreaterThan(0)

    await mendIndex()
    const indexer = makePageIndexer({ onIndexed: async () => {}, onStale: async () => {} })
    await reindexStalePages(db, indexer, AbortSignal.timeout(20_000))
    expect((await find('dugong')).toSorted()).toEqual(['fragile', 'sound'])
  })

  test('an answer is made again from what it was made from, byte for byte, until its page is deleted', async () => {
    const source = await aSource(app)
    const { id } = await push(source, 'replayed', 'Feed the kakapo at the gate in the evening. The gate is green.')
    const ask = { question: 'When do I feed the kakapo?', source_ids: [source] }
    const { body: answer } = await app.post('/dorsal/v1/answers', ask)
    expect(answer.body_text).toContain('in the evening')
    await push(source, 'replayed', 'Feed the kakapo in the morning.')
    const path = `/dorsal/v1/answers/${answer.answer_id}`
    const { body: again } = await app.post(`${path}/replay`)
    expect(again).toMatchObject({ same: true, now: { body_text: answer.body_text } })
    expect(again.library.pages_changed).toEqual([{ page_id: id, then_revision: 1, now_revision: 2 }])
    const { body: today } = await app.post(`${path}/replay`, { against: 'current' })
    expect(today).toMatchObject({ same: false, now: { body_text: 'Feed the kakapo in the morning.' } })
    await app.delete(`${PAGES}/${id}`)
    await forgetAnswers(app.app.db.reader, new Date(0))
    expect((await app.get(path)).body).toMatchObject({
      outcome: null,
      searches: [{ passages: [{ is_deleted: true }] }],
    })
    await forgetAnswers(app.app.db.reader, new Date(app.clock.now() + 1))
    expect((await app.get(path)).status).toBe(404)
  })

  test('a job exists exactly when its transaction does', async () => {
    const { db } = app.app
    const source = await aSource(app)
    const jobs = async () => (await sql<{ id: string }>`select id from dorsal_jobs.job`.execute(db.reader)).rows.length
    const before = await jobs()
    const failing = db.transact(async (tx) => {
      await sql`insert into dorsal_jobs.job (name, data) values ('ingest.index-stale-pages', '{"probe": 1}')`.execute(
        tx,
      )
      await tx.deleteFrom('source').where('workspace_id', '=', 1).where('id', '=', source).execute()
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await jobs()).toBe(before)
    expect((await app.get(`${SOURCES}/${source}`)).status).toBe(200)
  })

  test('every page is indexed again when the rules that index it change', async () => {
    const { db } = app.app
    const source = await aSource(app)
    await push(source, 'old-rules', 'The aardvark sleeps.')
    await sql`update page set index_version = -1, text = '' where source_id = ${source}`.execute(db.reader)
    await sql`delete from chunk where source_id = ${source}`.execute(db.reader)
    expect(await find('aardvark')).toEqual([])
    const indexer = makePageIndexer({ onIndexed: async () => {}, onStale: async () => {} })
    expect((await reindexStalePages(db, indexer, AbortSignal.timeout(20_000))).failed).toBe(0)
    expect(await find('aardvark')).toEqual(['old-rules'])
  })

  const ATTRIBUTES = { plan: 'pro', seats: 5, tags: ['a', 'B'], address: { city: 'Oslo' }, beta: true, nothing: null }
  test.each<[string, object, boolean]>([
    ['eq', { attribute: 'plan', comparison: 'eq', value: 'pro' }, true],
    ['eq another', { attribute: 'plan', comparison: 'eq', value: 'free' }, false],
    ['eq another type', { attribute: 'seats', comparison: 'eq', value: '5' }, false],
    ['eq of one of several', { attribute: 'tags', comparison: 'eq', value: 'a' }, true],
    ['ne', { attribute: 'plan', comparison: 'ne', value: 'free' }, true],
    ['ne of one of several', { attribute: 'tags', comparison: 'ne', value: 'a' }, false],
    ['ne of what is missing', { attribute: 'unknown', comparison: 'ne', value: 'x' }, false],
    ['in', { attribute: 'plan', comparison: 'in', value: ['free', 'pro'] }, true],
    ['not_in', { attribute: 'plan', comparison: 'not_in', value: ['free', 'pro'] }, false],
    ['not_in of what is missing', { attribute: 'unknown', comparison: 'not_in', value: ['x'] }, false],
    ['contains', { attribute: 'address.city', comparison: 'contains', value: 'sl' }, true],
    ['contains in another case', { attribute: 'address.city', comparison: 'contains', value: 'SL' }, false],
    ['starts_with', { attribute: 'address.city', comparison: 'starts_with', value: 'Os' }, true],
    ['starts_with in another case', { attribute: 'address.city', comparison: 'starts_with', value: 'os' }, false],
    ['starts_with is not contains', { attribute: 'address.city', comparison: 'starts_with', value: 'slo' }, false],
    ['gt', { attribute: 'seats', comparison: 'gt', value: 4 }, true],
    ['gt itself', { attribute: 'seats', comparison: 'gt', value: 5 }, false],
    ['gte itself', { attribute: 'seats', comparison: 'gte', value: 5 }, true],
    ['lt', { attribute: 'seats', comparison: 'lt', value: 5 }, false],
    ['lte', { attribute: 'seats', comparison: 'lte', value: 5 }, true],
    ['a number is not less than a text', { attribute: 'seats', comparison: 'lt', value: 'z' }, false],
    ['exists', { attribute: 'beta', comparison: 'exists' }, true],
    ['exists, but null', { attribute: 'nothing', comparison: 'exists' }, false],
    ['not_exists', { attribute: 'unknown.deeper', comparison: 'not_exists' }, true],
    ['not_exists, but there', { attribute: 'plan', comparison: 'not_exists' }, false],
    ['all of none', { all: [] }, true],
    ['any of none', { any: [] }, false],
    [
      'all',
      {
        all: [
          { attribute: 'plan', comparison: 'exists' },
          { attribute: 'x', comparison: 'exists' },
        ],
      },
      false,
    ],
    [
      'any',
      {
        any: [
          { attribute: 'plan', comparison: 'exists' },
          { attribute: 'x', comparison: 'exists' },
        ],
      },
      true,
    ],
    ['nested', { all: [{ any: [{ attribute: 'plan', comparison: 'eq', value: 'pro' }] }] }, true],
    ['an unknown comparison', { attribute: 'plan', comparison: 'resembles', value: 'pro' }, false],
  ])('audience rule: %s', async (_name, rule, expected) => {
    const { rows } = await sql<{ matches: boolean }>`
      select audience_matches(${JSON.stringify(rule)}::jsonb, ${JSON.stringify(ATTRIBUTES)}::jsonb) as matches
    `.execute(app.app.db.reader)
    expect(rows[0]?.matches).toBe(expected)
  })

  async function countChunks(sourceId: number): Promise<number> {
    const rows = await app.app.db.reader.selectFrom('chunk').select('id').where('source_id', '=', sourceId).execute()
    return rows.length
  }

  async function countJobs(name: string): Promise<number> {
    const { rows } = await sql`select 1 from dorsal_jobs.job where name = ${name}`.execute(app.app.db.reader)
    return rows.length
  }

  async function statesOf(sourceId: number) {
    const { rows } = await sql`
      select p.external_id, p.index_state,
        (select count(*) from chunk c where c.workspace_id = p.workspace_id and c.page_id = p.id) as chunks
      from page p where p.source_id = ${sourceId} order by p.external_id
    `.execute(app.app.db.reader)
    return rows
  }

  /** Chunks that have this word can no longer be stored, as if the index were damaged. */
  async function breakIndex(word: string): Promise<void> {
    await sql`alter table chunk add constraint broken check (text not like ${sql.lit(`%${word}%`)}) not valid`.execute(
      app.app.db.reader,
    )
  }

  async function mendIndex(): Promise<void> {
    await sql`alter table chunk drop constraint broken`.execute(app.app.db.reader)
  }
})
