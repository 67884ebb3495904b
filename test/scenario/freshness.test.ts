import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let sourceId: number
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app[Symbol.asyncDispose]())
beforeEach(async () => {
  sourceId = await aSource(app)
})

const PAGES = '/ai/external_pages'
const SOURCES = '/ai/content_import_sources'

let words = 0
/** A word that no other test has written. */
function aWord(): string {
  return `gnu${'bcdfghjklmnpqrtvwxz'[words++ % 19]}ock`
}

async function push(word: string, fields: Record<string, unknown> = {}): Promise<any> {
  const html = `<p>The ${word} is kept in the blue cupboard.</p>`
  const { status, body } = await app.post(
    PAGES,
    aPage(sourceId, { external_id: word, title: 'Storage', html, ...fields }),
  )
  expect(status).toBe(200)
  return body
}

/** Whether the word's page is found and cited, for each assistant. */
async function reach(word: string, asked: object = {}): Promise<{ ai_agent: boolean; ai_copilot: boolean }> {
  const isReached = async (agent: string) => {
    const search = await app.post('/dorsal/v1/search', { query: word, agent, ...asked })
    const answer = await app.post('/dorsal/v1/answers', { question: `Where is the ${word} kept?`, agent, ...asked })
    const isFound = search.body.results.length > 0
    expect(answer.body.status).toBe(isFound ? 'answered' : 'refused')
    if (isFound) expect(answer.body.body_text).toContain(word)
    else expect(JSON.stringify(answer.body)).not.toContain(word)
    return isFound
  }
  return { ai_agent: await isReached('ai_agent'), ai_copilot: await isReached('ai_copilot') }
}

const both = { ai_agent: true, ai_copilot: true }
const none = { ai_agent: false, ai_copilot: false }

describe('the answer to the very next question', () => {
  test('knows a page that was just pushed, and its new words after the next push', async () => {
    const [first, second] = [aWord(), aWord()]
    expect(await reach(first)).toEqual(none)
    await push(first)
    expect(await reach(first)).toEqual(both)
    await push(first, { html: `<p>The ${second} is kept in the blue cupboard.</p>` })
    expect(await reach(first)).toEqual(none)
    expect(await reach(second)).toEqual(both)
  })

  test('follows the flags of the page, by push and by id', async () => {
    const word = aWord()
    const { id, html } = await push(word, { ai_agent_availability: true, ai_copilot_availability: false })
    expect(await reach(word)).toEqual({ ai_agent: true, ai_copilot: false })
    await push(word, { ai_agent_availability: false, ai_copilot_availability: true })
    expect(await reach(word)).toEqual({ ai_agent: false, ai_copilot: true })
    const body = { title: 'Storage', html, locale: 'en', source_id: sourceId }
    await app.put(`${PAGES}/${id}`, { ...body, fin_availability: false })
    expect(await reach(word)).toEqual(none)
    await app.put(`${PAGES}/${id}`, { ...body, fin_availability: true })
    expect(await reach(word)).toEqual(both)
  })

  test('forgets a deleted page and a deleted source', async () => {
    const [alone, together] = [aWord(), aWord()]
    const { id } = await push(alone)
    await push(together)
    await app.delete(`${PAGES}/${id}`)
    expect(await reach(alone)).toEqual(none)
    expect(await reach(together)).toEqual(both)
    await app.delete(`${SOURCES}/${sourceId}`)
    expect(await reach(together)).toEqual(none)
  })

  test('leaves out a deactivated source until it is active again', async () => {
    const word = aWord()
    await push(word)
    const put = (status: string) =>
      app.put(`${SOURCES}/${sourceId}`, { sync_behavior: 'api', url: 'https://help.example.com', status })
    await put('deactivated')
    expect(await reach(word)).toEqual(none)
    // It still takes pages.
    const later = aWord()
    await push(later)
    expect(await reach(later)).toEqual(none)
    await put('active')
    expect(await reach(word)).toEqual(both)
    expect(await reach(later)).toEqual(both)
  })

  test('follows a page to its new source', async () => {
    const word = aWord()
    const { id, html } = await push(word)
    const target = await aSource(app)
    await app.put(`${PAGES}/${id}`, { title: 'Storage', html, locale: 'en', source_id: target })
    expect(await reach(word, { source_ids: [target] })).toEqual(both)
    expect(await reach(word, { source_ids: [sourceId] })).toEqual(none)
    expect(await reach(word, { source_ids: [] })).toEqual(none)
    expect(await reach(word, { source_ids: [-1, 0, 2 ** 40] })).toEqual(none)
  })

  test('cites a page only where it has a url, and never one that it does not use', async () => {
    const [linked, unlinked] = [aWord(), aWord()]
    const { id } = await push(linked, { url: 'https://help.example.com/linked' })
    await push(unlinked, { url: undefined })
    const ask = async (word: string) =>
      (await app.post('/dorsal/v1/answers', { question: `Where is the ${word} kept?`, agent: 'ai_agent' })).body
    const cited = await ask(linked)
    expect(cited.citations).toMatchObject([{ page_id: id, url: 'https://help.example.com/linked' }])
    const quote = cited.citations[0]
    expect(`The ${linked} is kept in the blue cupboard.`.slice(quote.start, quote.end)).toBe(quote.quote)
    expect(await ask(unlinked)).toMatchObject({ status: 'answered', citations: [] })
    expect((await ask(unlinked)).body_html).not.toContain('href')
  })
})
