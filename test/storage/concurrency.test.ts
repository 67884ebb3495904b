import { rmSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readLibraryRevision } from '../../src/db/index.ts'
import { openAt, selectedBackends } from '../support/backends.ts'
import { PostgresServer } from '../support/postgres-server.ts'
import { seeded } from '../support/random.ts'
import { ServerProcess } from '../support/server-process.ts'
import { aPage, aSource, type TestApp } from '../support/test-app.ts'

const isSelected = selectedBackends().some(({ key }) => key === 'server')

/** What only many connections can show. */
describe.skipIf(!isSelected)('two instances of the program on one server', { timeout: 120_000 }, () => {
  let server: PostgresServer
  let apps: TestApp[]
  beforeAll(async () => {
    server = await PostgresServer.start()
    const url = await server.createDatabase('shared')
    apps = [await openAt(url), await openAt(url)]
  }, 60_000)
  afterAll(async () => {
    for (const app of apps ?? []) await app[Symbol.asyncDispose]()
    await server?.[Symbol.asyncDispose]()
  })

  const either = (index: number) => apps[index % 2] as TestApp

  test('the same new page pushed to both at once is one page', async () => {
    const source = await aSource(either(0))
    for (let round = 0; round < 10; round++) {
      const replies = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          either(index).post(
            '/ai/external_pages',
            aPage(source, { external_id: `raced-${round}`, title: `Racer ${index}`, html: `<p>Version ${index}</p>` }),
          ),
        ),
      )
      expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200))
      expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1)
    }
    const { rows } = await sql<{ pages: number; revisions: number[] }>`
      select count(*) as pages, array_agg(distinct revision) as revisions from page where source_id = ${source}
    `.execute(either(0).app.db.reader)
    // Each push with other content counted, so that none was lost on the way.
    expect(rows[0]).toEqual({ pages: 10, revisions: [8] })
    await expectConsistent()
  })

  test('every change of the library is counted once, and an answer knows the revision that it was made from', async () => {
    const revision = () => readLibraryRevision(either(0).app.db.reader, 1)
    const before = await revision()
    const source = await aSource(either(0))
    expect(await revision()).toBe(before)
    const page = (version: number) => aPage(source, { title: 'Kea', html: `<p>The kea weighs v${version}v grams.</p>` })
    const { body: first } = await either(0).post('/ai/external_pages', page(0))
    expect(await revision()).toBe(before + 1)

    let isWriting = true
    const seen: [text: string, revision: number][] = []
    const read = async (app: TestApp) => {
      while (isWriting) {
        const { body } = await app.post('/dorsal/v1/answers', { question: 'How much does the kea weigh?' })
        const { body: stored } = await app.get(`/dorsal/v1/answers/${body.answer_id}`)
        seen.push([stored.searches[0].passages[0].passage, stored.library_revision])
      }
    }
    const readers = apps.map(read)
    for (let version = 1; version <= 25; version++) {
      await either(version).put(`/ai/external_pages/${first.id}`, page(version))
    }
    isWriting = false
    await Promise.all(readers)
    for (const [text, at] of seen) expect(text).toBe(`The kea weighs v${at - before - 1}v grams.`)
    expect(new Set(seen.map(([, at]) => at)).size).toBeGreaterThan(3)
    expect(await revision()).toBe(before + 26)

    // The same again is no change; many writers at once lose none.
    await either(0).put(`/ai/external_pages/${first.id}`, page(25))
    expect(await revision()).toBe(before + 26)
    const others = await Promise.all(Array.from({ length: 6 }, () => aSource(either(0))))
    const pages = await Promise.all(
      others.map((id, index) => either(index).post('/ai/external_pages', aPage(id, { html: '<p>Weka</p>' }))),
    )
    const start = await revision()
    await Promise.all(
      pages.flatMap(({ body }, index) =>
        [1, 2, 3].map((version) =>
          either(index + version).put(
            `/ai/external_pages/${body.id}`,
            aPage(body.source_id, { html: `<p>Weka ${version}</p>` }),
          ),
        ),
      ),
    )
    expect(await revision()).toBe(start + 18)
    await expectConsistent()
  })

  test('writers of several sources never wait for each other in a circle', async () => {
    const random = seeded(11)
    const sources = [await aSource(either(0)), await aSource(either(0)), await aSource(either(1))]
    const any = () => sources[Math.floor(random() * sources.length)] as number
    const bulk = (index: number) =>
      fetch(`${either(index).url}/dorsal/v1/external_pages/bulk`, {
        method: 'POST',
        headers: { authorization: `Bearer ${either(index).token}`, 'content-type': 'application/x-ndjson' },
        body: Array.from({ length: 40 }, () =>
          JSON.stringify(
            aPage(any(), { external_id: `busy-${Math.floor(random() * 12)}`, html: `<p>Text ${random()}</p>` }),
          ),
        ).join('\n'),
      }).then((response) => response.text())
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => bulk(index)))
    const statuses = answers.flatMap((answer) => answer.trim().split('\n')).map((line) => JSON.parse(line).status)
    expect(statuses).toHaveLength(400)
    expect(statuses.filter((status) => status === 'rejected')).toEqual([])

    // Pages move between sources while both sources are written to.
    const { body } = await either(0).get('/ai/external_pages?per_page=150')
    const movable = body.data.filter(({ external_id }: { external_id: string }) => external_id.startsWith('busy-'))
    const moves = await Promise.all(
      movable.map((page: { id: string }, index: number) =>
        either(index).put(`/ai/external_pages/${page.id}`, aPage(any(), { external_id: `moved-${index}` })),
      ),
    )
    expect(moves.map(({ status }) => status)).toEqual(moves.map(() => 200))
    await expectConsistent()
  })

  test('a source deleted while pages are pushed into it leaves nothing behind', async () => {
    for (let round = 0; round < 5; round++) {
      const source = await aSource(either(0))
      const pushes = Array.from({ length: 20 }, (_, index) =>
        either(index).post('/ai/external_pages', aPage(source, { external_id: `late-${index}` })),
      )
      await Promise.race(pushes)
      const { status } = await either(round).delete(`/ai/content_import_sources/${source}`)
      expect(status).toBe(204)
      for (const reply of await Promise.all(pushes)) expect([200, 404]).toContain(reply.status)
      const { rows } = await sql`select 1 from page where source_id = ${source}`.execute(either(0).app.db.reader)
      expect(rows).toEqual([])
    }
    await expectConsistent()
  })

  test('two processes that start on an empty database at once both serve', async () => {
    const url = await server.createDatabase('empty')
    const dataDir = `${process.cwd()}/.cache/unused`
    const start = () => ServerProcess.start({ DATABASE_URL: url, DORSAL_DATA_DIR: dataDir })
    const started = await Promise.allSettled([start(), start(), start()])
    for (const result of started) if (result.status === 'fulfilled') await result.value.stop()
    rmSync(dataDir, { recursive: true, force: true })
    expect(started.map((result) => (result.status === 'rejected' ? String(result.reason) : 'served'))).toEqual([
      'served',
      'served',
      'served',
    ])
  })

  async function expectConsistent(): Promise<void> {
    const { rows } = await sql`
      select
        (select count(*) from chunk c left join page p on p.workspace_id = c.workspace_id and p.id = c.page_id
          where p.id is null or p.source_id <> c.source_id) as stray,
        (select count(*) from page p where p.text <> '' and not exists (
          select 1 from chunk c where c.workspace_id = p.workspace_id and c.page_id = p.id)) as unindexed
    `.execute(either(0).app.db.reader)
    expect(rows[0]).toEqual({ stray: 0, unindexed: 0 })
  }
})
