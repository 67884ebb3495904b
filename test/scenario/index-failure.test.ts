import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makePageIndexer, reindexStalePages } from '../../src/ingest/index.ts'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let sourceId: number
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app[Symbol.asyncDispose]())
beforeEach(async () => {
  sourceId = await aSource(app)
  await sql`
    create or replace function refuse_chunk() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' and new.text like '%poison%' then raise 'the index is broken'; end if;
      if tg_op = 'DELETE' and old.text like '%sticky%' then raise 'the index is broken'; end if;
      return coalesce(new, old);
    end $$`.execute(app.app.db.reader)
  await sql`create or replace trigger refuse before insert or delete on chunk for each row execute function refuse_chunk()`.execute(
    app.app.db.reader,
  )
})
afterEach(mend)

/** The index works again. */
async function mend(): Promise<void> {
  await sql`drop trigger if exists refuse on chunk`.execute(app.app.db.reader)
}

const PAGES = '/ai/external_pages'

function push(external_id: string, text: string) {
  return app.post(PAGES, aPage(sourceId, { external_id, title: external_id, html: `<p>${text}</p>` }))
}

async function states(): Promise<Record<string, string>> {
  const { rows } = await sql<{ external_id: string; index_state: string }>`
    select external_id, index_state from page where source_id = ${sourceId}`.execute(app.app.db.reader)
  return Object.fromEntries(rows.map(({ external_id, index_state }) => [external_id, index_state]))
}

/** Pages that a question leads to, by search and by citation. */
async function found(word: string): Promise<string[]> {
  const asked = { agent: 'ai_agent', source_ids: [sourceId] }
  const search = await app.post('/dorsal/v1/search', { query: word, ...asked })
  const answer = await app.post('/dorsal/v1/answers', { question: word, ...asked })
  const ids: string[] = search.body.results.map((result: { external_id: string }) => result.external_id)
  expect(answer.body.status).toBe(ids.length === 0 ? 'refused' : 'answered')
  if (ids.length === 0) expect(answer.body.citations).toEqual([])
  return ids.toSorted()
}

function repair() {
  const indexer = makePageIndexer({ onIndexed: async () => {}, onStale: async () => {} })
  return reindexStalePages(app.app.db, indexer, new AbortController().signal)
}

describe('when the index refuses a page', () => {
  test('the page is saved all the same, and its neighbours are indexed', async () => {
    const texts = ['A walrus swims.', 'A walrus eats poison.', 'A walrus sleeps.', 'A walrus sings.']
    const replies = await Promise.all(texts.map((text, index) => push(`w${index}`, text)))
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const saved = await app.get(`${PAGES}/${replies[1]?.body.id}`)
    expect(saved.body.html).toBe('<p>A walrus eats poison.</p>')
    expect(await states()).toEqual({ w0: 'indexed', w1: 'stale', w2: 'indexed', w3: 'indexed' })
    expect(await found('walrus')).toEqual(['w0', 'w2', 'w3'])
    expect(await found('poison')).toEqual([])
  })

  test('what the page said before answers no more', async () => {
    await push('page', 'The alpaca is in the barn.')
    expect(await found('alpaca')).toEqual(['page'])
    await push('page', 'The poison is in the barn.')
    expect(await states()).toEqual({ page: 'stale' })
    expect(await found('alpaca')).toEqual([])
    expect(await found('barn')).toEqual([])
  })

  test('what the page said before answers no more even when it can not be removed', async () => {
    await push('page', 'The sticky marmot is in the barn.')
    expect(await found('marmot')).toEqual(['page'])
    const changed = await push('page', 'The badger is in the barn.')
    expect(changed.status).toBe(200)
    expect(await states()).toEqual({ page: 'stale' })
    expect(await found('marmot')).toEqual([])
    expect(await found('badger')).toEqual([])
  })

  // The chunk that could not be removed counts as the first of two copies, and is then left out for being stale.
  test('another page that says the same is found beside the chunk that can not be removed', async () => {
    await push('page', 'The sticky marmot is in the barn.')
    await push('page', 'The badger is in the barn.')
    await push('neighbour', 'The sticky marmot is in the barn.')
    expect(await found('marmot')).toEqual(['neighbour'])
  })

  test('the repair fails as long as the index does, and heals the page after', async () => {
    await push('page', 'The ferret took the poison.')
    await push('other', 'The ferret sleeps.')
    expect((await repair()).failed).toBeGreaterThan(0)
    expect(await states()).toEqual({ page: 'stale', other: 'indexed' })
    await mend()
    expect((await repair()).failed).toBe(0)
    expect(await states()).toEqual({ page: 'indexed', other: 'indexed' })
    expect(await found('ferret')).toEqual(['other', 'page'])
    expect(await found('poison')).toEqual(['page'])
  })

  test('the next push heals it too', async () => {
    await push('page', 'The poison of the viper.')
    await mend()
    expect((await push('page', 'The poison of the viper.')).status).toBe(200)
    expect(await states()).toEqual({ page: 'indexed' })
    expect(await found('viper')).toEqual(['page'])
  })

  test('a stale page can be changed, moved and deleted', async () => {
    const { body } = await push('page', 'More poison.')
    const target = await aSource(app)
    expect((await app.put(`${PAGES}/${body.id}`, aPage(target, { html: '<p>Still poison.</p>' }))).status).toBe(200)
    expect((await app.delete(`${PAGES}/${body.id}`)).status).toBe(200)
  })

  test('the status says so to an admin', async () => {
    await push('page', 'Some poison.')
    const { body } = await app.get('/dorsal/v1/status')
    expect(body.index.state).toBe('repairing')
    expect(body.index.stale_pages).toBeGreaterThan(0)
  })
})
