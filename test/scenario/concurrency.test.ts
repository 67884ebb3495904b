import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let sourceId: number
beforeAll(async () => {
  app = await startTestApp({ DORSAL_REQUESTS_PER_MINUTE: '1000000' })
})
afterAll(() => app[Symbol.asyncDispose]())
beforeEach(async () => {
  sourceId = await aSource(app)
})

const PAGES = '/ai/external_pages'
const SOURCES = '/ai/content_import_sources'

function times<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => make(index)))
}

/** Rows that should not be there: pages without a source, chunks without a page or beside its source. */
async function orphans(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from page p where not exists (select 1 from source s where s.id = p.source_id))
      + (select count(*) from chunk c where not exists (
          select 1 from page p where p.id = c.page_id and p.source_id = c.source_id)) as count
  `.execute(app.app.db.reader)
  return rows[0]?.count ?? -1
}

async function chunksOf(pageId: string): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select text from chunk where page_id = ${Number(pageId)} order by ordinal`.execute(app.app.db.reader)
  return rows.map(({ text }) => text)
}

describe('at the same time', () => {
  test('50 pushes of one new page make one page, the last of them as it was sent', async () => {
    const replies = await times(50, (index) =>
      app.post(PAGES, aPage(sourceId, { title: `Title ${index}`, html: `<p>Body ${index}.</p>` })),
    )
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
    const ids = new Set(replies.map(({ body }) => body.id))
    expect(ids.size).toBe(1)
    const [id = ''] = ids
    const { body } = await app.get(`${PAGES}/${id}`)
    const number = /\d+/.exec(body.title)?.[0]
    expect(body.html).toBe(`<p>Body ${number}.</p>`)
    expect(await chunksOf(id)).toEqual([`Body ${number}.`])
    const { rows } = await sql<{ revision: number; count: number }>`
      select max(revision) as revision, count(*) as count from page where source_id = ${sourceId}`.execute(
      app.app.db.reader,
    )
    expect(rows).toEqual([{ revision: 50, count: 1 }])
  })

  test('pushes of different pages into different sources are all stored', async () => {
    const other = await aSource(app)
    const replies = await times(60, (index) =>
      app.post(PAGES, aPage(index % 2 === 0 ? sourceId : other, { external_id: `p${index}` })),
    )
    expect(replies.every(({ status }) => status === 200)).toBe(true)
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(60)
    for (const [index, { body }] of replies.entries()) expect(body.external_id).toBe(`p${index}`)
  })

  test('pushes into a source that is being deleted are stored and gone, or refused: never left behind', async () => {
    for (let round = 0; round < 8; round++) {
      const doomed = await aSource(app)
      const push = (index: number) => app.post(PAGES, aPage(doomed, { external_id: `p${index}` }))
      const before = times(4, push)
      const deletion = app.delete(`${SOURCES}/${doomed}`)
      const after = times(4, (index) => push(index + 4))
      const replies = [...(await before), ...(await after)]
      expect((await deletion).status).toBe(204)
      for (const { status } of replies) expect([200, 404]).toContain(status)
      for (const { status, body } of replies) {
        if (status === 200) expect((await app.get(`${PAGES}/${body.id}`)).status).toBe(404)
      }
    }
    expect(await orphans()).toBe(0)
  })

  test('changes of one page end as one of them, whole', async () => {
    const { body: page } = await app.post(PAGES, aPage(sourceId))
    const replies = await times(20, (index) =>
      app.put(
        `${PAGES}/${page.id}`,
        aPage(sourceId, { title: `T${index}`, html: `<p>H${index}.</p>`, url: `https://a.example/${index}` }),
      ),
    )
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
    const { body } = await app.get(`${PAGES}/${page.id}`)
    const number = body.title.slice(1)
    expect(body).toMatchObject({ html: `<p>H${number}.</p>`, url: `https://a.example/${number}` })
    expect(await chunksOf(page.id)).toEqual([`H${number}.`])
  })

  test('of two pages that want one external_id one gets it', async () => {
    const pages = await times(2, (index) => app.post(PAGES, aPage(sourceId, { external_id: `mine ${index}` })))
    const replies = await Promise.all(
      pages.map(({ body }) => app.put(`${PAGES}/${body.id}`, aPage(sourceId, { external_id: 'wanted' }))),
    )
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 422])
  })

  test('moves, pushes and deletions of one page leave it whole or gone', async () => {
    const target = await aSource(app)
    for (let round = 0; round < 5; round++) {
      const { body: page } = await app.post(PAGES, aPage(sourceId))
      const replies = await Promise.all([
        app.put(`${PAGES}/${page.id}`, aPage(target)),
        app.put(`${PAGES}/${page.id}`, aPage(sourceId, { title: 'Stays' })),
        app.delete(`${PAGES}/${page.id}`),
        app.post(PAGES, aPage(sourceId, { title: 'Pushed' })),
        app.delete(`${PAGES}/${page.id}`),
      ])
      for (const { status } of replies) expect([200, 404, 422]).toContain(status)
      expect(replies.filter((reply) => reply.body.html === '')).toHaveLength(1)
      expect((await app.get(`${PAGES}/${page.id}`)).status).toBe(404)
    }
    expect(await orphans()).toBe(0)
  })

  test('an audience that is deleted while a source takes it is kept or refused', async () => {
    for (let round = 0; round < 5; round++) {
      const rule = { attribute: 'plan', comparison: 'exists' }
      const { body: audience } = await app.post('/dorsal/v1/audiences', { name: 'Short-lived', rule })
      const source = { sync_behavior: 'api', url: 'https://a.example', audience_ids: [audience.id] }
      const [taken, deleted] = await Promise.all([
        app.put(`${SOURCES}/${sourceId}`, source, { version: '2.15' }),
        app.delete(`/dorsal/v1/audiences/${audience.id}`),
      ])
      expect([
        [200, 409],
        [404, 204],
      ]).toContainEqual([taken.status, deleted.status])
      await app.put(`${SOURCES}/${sourceId}`, { ...source, audience_ids: [] }, { version: '2.15' })
    }
  })
})
