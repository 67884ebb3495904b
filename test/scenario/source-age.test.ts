import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { up } from '../../src/db/migrations/008-source-age.ts'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'

const DAY_MS = 86_400_000

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})

afterAll(() => app[Symbol.asyncDispose]())

const secondsNow = () => Math.floor(app.clock.now() / 1_000)

async function agesOf(source: number) {
  const question = { question: 'How do I start the machine?', source_ids: [source] }
  const answer = await app.post('/dorsal/v1/answers', question)
  const found = await app.post('/dorsal/v1/search', { query: question.question, source_ids: [source] })
  return [answer.body.citations[0].updated_at, found.body.results[0].updated_at]
}

test('a source is as old as its content: no push of the same, no new metadata and no new index makes it younger', async () => {
  const source = await aSource(app)
  const pushed = secondsNow()
  const page = aPage(source)
  const { body: created } = await app.post('/ai/external_pages', page)
  expect(await agesOf(source)).toEqual([pushed, pushed])

  app.clock.advance(DAY_MS)
  await app.post('/ai/external_pages', page)
  expect(await agesOf(source)).toEqual([pushed, pushed])

  const moved = { ...page, url: 'https://help.example.com/elsewhere', ai_copilot_availability: false }
  const { body: updated } = await app.post('/ai/external_pages', moved)
  expect(updated.updated_at).toBe(secondsNow())
  expect(await agesOf(source)).toEqual([pushed, pushed])

  // A page that is to be indexed anew is written whole, with its content as it was.
  await app.app.db.reader.updateTable('page').set({ index_version: 0 }).where('id', '=', Number(created.id)).execute()
  await app.post('/ai/external_pages', moved)
  expect(await agesOf(source)).toEqual([pushed, pushed])

  await app.put(`/ai/external_pages/${created.id}`, { ...moved, title: 'Starting the machine' })
  expect(await agesOf(source)).toEqual([secondsNow(), secondsNow()])
})

test('pages of an older database are as old as can be told: no younger than their last push of content', async () => {
  const { reader } = app.app.db
  const source = await aSource(app)
  const page = aPage(source)
  const pushed = secondsNow()
  await app.post('/ai/external_pages', page)
  app.clock.advance(DAY_MS)
  await app.post('/ai/external_pages', { ...page, url: 'https://help.example.com/elsewhere' })
  await sql`alter table page drop column content_changed_at`.execute(reader)
  await sql`alter table part_source drop column updated_at`.execute(reader)
  await up(reader as never)
  expect(await agesOf(source)).toEqual([pushed, pushed])
})
