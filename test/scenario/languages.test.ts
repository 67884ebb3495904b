import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeLearnWords } from '../../src/retrieval/index.ts'
import { HELP_CENTERS } from '../support/help-centers.ts'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  const source = await aSource(app)
  const pages = Object.entries(HELP_CENTERS).flatMap(([language, center]) =>
    Object.entries(center.pages).map(([topic, [title, text]]) =>
      aPage(source, { external_id: `${language} ${topic}`, title, html: `<p>${text}</p>` }),
    ),
  )
  const replies = await Promise.all(pages.map((page) => app.post('/ai/external_pages', page)))
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
  await makeLearnWords({ db: app.app.db, clock: app.clock })(new AbortController().signal)
})
afterAll(() => app[Symbol.asyncDispose]())

async function firstFor(query: string): Promise<string | undefined> {
  const { body } = await app.post('/dorsal/v1/search', { query })
  return body.results[0]?.external_id
}

const each = Object.entries(HELP_CENTERS)

test.each(
  each.flatMap(([language, { questions }]) => questions.map(([question, topic]) => [language, question, topic])),
)('%s: %s: %s, of the pages of all languages', async (language, question, topic) => {
  expect(await firstFor(question)).toBe(`${language} ${topic}`)
  expect(await firstFor(question.normalize('NFD'))).toBe(`${language} ${topic}`)
})

test.each(each.flatMap(([language, { limits = [] }]) => limits.map((limit) => [language, ...limit] as const)))(
  '%s: known limit: %s does not find %s, since %s',
  async (language, question, topic) => {
    expect(await firstFor(question)).not.toBe(`${language} ${topic}`)
  },
)
