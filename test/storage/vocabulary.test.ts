import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeLearnWords } from '../../src/retrieval/index.ts'
import { selectedBackends, type RunningBackend } from '../support/backends.ts'
import { aPage, aSource, type TestApp } from '../support/test-app.ts'

describe.each(selectedBackends())('$name', ({ start }) => {
  let running: RunningBackend
  let app: TestApp
  beforeAll(async () => {
    running = await start()
    app = await running.open()
  })
  afterAll(async () => {
    await app[Symbol.asyncDispose]()
    await running[Symbol.asyncDispose]()
  })

  test('words are learned by several at once, and forgotten', async () => {
    const source = await aSource(app)
    const ids: string[] = []
    for (let at = 0; at < 60; at++) {
      const html = `<p>The windmill ${'abcdefghij'[at % 10]}${'klmnopqrst'[at % 7]}word turns.</p>`
      ids.push((await app.post('/ai/external_pages', aPage(source, { external_id: `${at}`, html }))).body.id)
    }
    const learners = [1, 2, 3].map(() => makeLearnWords({ db: app.app.db, clock: app.clock }))
    const learn = () => Promise.all(learners.map((run) => run(new AbortController().signal)))
    const find = async () => (await app.post('/dorsal/v1/search', { query: 'windmll' })).body.results.length > 0
    await learn()
    expect(await find()).toBe(true)
    app.clock.advance(24 * 3_600_000)
    await learn()
    expect(await find()).toBe(true)

    for (const id of ids) await app.delete(`/ai/external_pages/${id}`)
    app.clock.advance(24 * 3_600_000)
    await learn()
    expect(await app.app.db.reader.selectFrom('vocabulary').select('term').execute()).toEqual([])
  })
})
