import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})

afterAll(() => app[Symbol.asyncDispose]())

const ask = (question: string, fields: Record<string, unknown> = {}) =>
  app.post('/dorsal/v1/answers', { question, agent: 'ai_agent', ...fields })

/** The page's own text between a citation's offsets. */
async function quotedText(citation: { page_id: string; start: number; end: number }): Promise<string> {
  const { body } = await app.get(`/dorsal/v1/external_pages/${citation.page_id}`)
  return body.text.slice(citation.start, citation.end)
}

test('an answer quotes the page word for word, at the offsets that it gives', async () => {
  const source = await aSource(app)
  await app.post(
    '/ai/external_pages',
    aPage(source, {
      external_id: 'kettle',
      title: 'Descaling the kettle',
      url: 'https://help.example.com/kettle?a=1&b=2',
      html: `<nav>Home</nav><h1>Descaling</h1><p>Scale shortens a kettle's life.</p>
        <h2>Steps</h2><p>To descale the kettle:</p><ol><li>Fill it with vinegar &amp; water.</li><li>Boil twice.</li></ol>`,
    }),
  )
  const { body } = await ask('How do I descale my kettle?', { source_ids: [source] })
  expect(body).toMatchObject({ status: 'answered', mode: 'extractive' })
  expect(body.body_text).toContain('1. Fill it with vinegar & water.\n2. Boil twice.')
  expect(body.citations.length).toBeGreaterThan(0)
  for (const citation of body.citations) {
    expect(await quotedText(citation)).toBe(citation.quote)
    expect(body.body_text).toContain(citation.quote)
  }
  expect(body.body_html).toContain('vinegar &amp; water')
  expect(body.body_html).toContain('href="https://help.example.com/kettle?a=1&amp;b=2"')
})

test('the section that is called what is asked is quoted from its beginning, whatever others say of it', async () => {
  const source = await aSource(app)
  const talk = 'Whoever wants to delete an account should think of what deleting the account takes away. '
  const pages = {
    talk: ['Before you go', `<p>${talk.repeat(12)}</p>`],
    page: [
      'Deleting your account',
      `<p>It is the last button of the settings.</p><h2>Why?</h2><p>${talk.repeat(8)}</p>`,
    ],
    questions: [
      'Questions',
      `<h2>Q: Is the newsletter free?</h2><p>A: It is, every month.</p>
      <h2>Q: How do I stop the newsletter?</h2><p>A: By the link at its end. ${'It takes a day at most. '.repeat(5)}</p>
      <h2>Q: Who writes the newsletter?</h2><p>A: Ann writes it. To stop the newsletter would make her sad.</p>`,
    ],
  } as const
  for (const [external_id, [title, html]] of Object.entries(pages)) {
    const url = `https://help.example.com/${external_id}`
    await app.post('/ai/external_pages', aPage(source, { external_id, title, html, url }))
  }
  const asked = { source_ids: [source] }
  const account = (await ask('How can I delete my account?', asked)).body
  expect(account.citations[0]).toMatchObject({ url: 'https://help.example.com/page', title: 'Deleting your account' })
  expect(account.body_text).toMatch(/^It is the last button of the settings\./)
  const newsletter = (await ask('how do i stop the newsletter', asked)).body
  expect(newsletter.body_text).toMatch(/^Q: How do I stop the newsletter\?\s+A: By the link at its end\./)
  for (const citation of [...account.citations, ...newsletter.citations]) {
    expect(await quotedText(citation)).toBe(citation.quote)
  }
})

test('a page without a url answers and is neither linked nor named', async () => {
  const source = await aSource(app)
  const page = { external_id: 'private', title: 'Internal runbook', url: undefined }
  await app.post('/ai/external_pages', aPage(source, { ...page, html: '<p>The vault opens at seven sharp.</p>' }))
  const { body } = await ask('When does the vault open?', { source_ids: [source] })
  expect(body).toMatchObject({ status: 'answered', citations: [], body_text: 'The vault opens at seven sharp.' })
  expect(body.body_html).not.toContain('Internal runbook')
})

test.each(['How do I bake sourdough bread?', 'Which teams play in the final?', '???', '你好吗'])(
  'refuses %j without a citation',
  async (question) => {
    const { body } = await ask(question)
    expect(body).toMatchObject({ status: 'refused', citations: [] })
    expect(body.body_html).not.toContain('<a ')
  },
)

test('who does not say which assistant asks is a customer', async () => {
  const source = await aSource(app)
  const html = '<p>The periscope is stored in locker nine.</p>'
  await app.post('/ai/external_pages', aPage(source, { external_id: 'p', html, ai_agent_availability: false }))
  const question = { question: 'Where is the periscope stored?', source_ids: [source] }
  expect((await app.post('/dorsal/v1/answers', question)).body.status).toBe('refused')
  const copilot = await app.post('/dorsal/v1/answers', { ...question, agent: 'ai_copilot' })
  expect(copilot.body.status).toBe('answered')
})

test('html of a page never reaches the answer as html', async () => {
  const source = await aSource(app)
  const html = '<p>Type &lt;script&gt;alert(1)&lt;/script&gt; into the marmalade field.</p>'
  await app.post('/ai/external_pages', aPage(source, { external_id: 'x', title: '<img src=x onerror=alert(1)>', html }))
  const { body } = await ask('What do I type into the marmalade field?', { source_ids: [source] })
  expect(body.status).toBe('answered')
  expect(body.body_html).not.toMatch(/<(script|img)/)
})

test('a short follow-up is understood from the question before', async () => {
  const source = await aSource(app)
  const phones = ['Android', 'iPhone'].map((name) =>
    aPage(source, {
      external_id: name,
      title: `Syncing on ${name}`,
      html: `<p>On ${name}, open the calendar and choose Sync now in the ${name} menu.</p>`,
    }),
  )
  for (const page of phones) await app.post('/ai/external_pages', page)
  const { body } = await ask('And on Android?', {
    source_ids: [source],
    history: [
      { role: 'user', text: 'How do I sync my calendar?' },
      { role: 'agent', text: 'Open the calendar.' },
    ],
  })
  expect(body.status).toBe('answered')
  expect(body.citations[0].title).toBe('Syncing on Android')
})

test('pages that say the same do not crowd the results', async () => {
  const source = await aSource(app)
  const html = '<p>Our turbine warranty lasts ten years.</p>'
  for (const name of ['a', 'b', 'c']) {
    await app.post('/ai/external_pages', aPage(source, { external_id: name, title: 'Warranty', html }))
  }
  const other = aPage(source, { external_id: 'd', title: 'Turbine', html: '<p>The turbine hums at night.</p>' })
  await app.post('/ai/external_pages', other)
  const search = { query: 'turbine warranty', agent: 'ai_agent', source_ids: [source] }
  const { body } = await app.post('/dorsal/v1/search', search)
  expect(body.results.map((result: { passage: string }) => result.passage)).toEqual([
    'Our turbine warranty lasts ten years.',
    'The turbine hums at night.',
  ])
})

test('explain says why a hit ranks and why a named page is absent', async () => {
  const source = await aSource(app)
  const push = async (external_id: string, html: string, fields = {}) =>
    (await app.post('/ai/external_pages', aPage(source, { external_id, title: external_id, html, ...fields }))).body.id
  const hit = await push('hit', '<p>The zeppelin lands at noon, says the zeppelin crew.</p>')
  const copilotOnly = await push('copilot', '<p>zeppelin costs</p>', { ai_agent_availability: false })
  const unrelated = await push('unrelated', '<p>Nothing of the kind.</p>')
  const body = { query: 'zeppelin landing', agent: 'ai_agent', limit: 1 }
  const explain = { page_ids: [hit, copilotOnly, unrelated, '2147483647', 'x'] }
  const reply = await app.post('/dorsal/v1/search', { ...body, explain })
  expect(reply.body.explain).toMatchObject({
    mode: 'lexical',
    hits: [
      {
        page_id: hit,
        rank: 1,
        matched: [
          { word: 'zeppelin', count: 2 },
          { word: 'landing', count: 1 },
        ],
        missing: [],
      },
    ],
    absent: [
      { page_id: hit, reason: 'is_a_hit', rank: 1 },
      { page_id: copilotOnly, reason: 'not_available_to_agent' },
      { page_id: unrelated, reason: 'no_matching_words' },
      { page_id: '2147483647', reason: 'unknown_page' },
      { page_id: 'x', reason: 'unknown_page' },
    ],
  })
  const deactivate = { sync_behavior: 'api', url: 'https://help.example.com', status: 'deactivated' }
  await app.put(`/ai/content_import_sources/${source}`, deactivate)
  const after = await app.post('/dorsal/v1/search', { ...body, explain: { page_ids: [hit] } })
  expect(after.body).toMatchObject({
    results: [],
    explain: { absent: [{ page_id: hit, reason: 'source_deactivated' }] },
  })
})

const helpCenter = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'pages', 'bitwarden_help.jsonl')

describe.skipIf(!existsSync(helpCenter))('a real help center (its pages are not at hand: ../shared/data)', () => {
  test('answers from the right page and refuses what is not its business', async () => {
    const source = await aSource(app)
    const lines = readFileSync(helpCenter, 'utf8')
      .trim()
      .split('\n')
      .map((line) => {
        const { external_id, title, html, url } = JSON.parse(line)
        return JSON.stringify(aPage(source, { external_id, title, html, url }))
      })
    const reply = await fetch(`${app.url}/dorsal/v1/external_pages/bulk`, {
      method: 'POST',
      headers: { authorization: `Bearer ${app.token}`, 'content-type': 'application/x-ndjson' },
      body: lines.join('\n'),
    })
    const results = (await reply.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(results.map(({ status }) => status)).toEqual(lines.map(() => 'created'))

    const answer = await ask('How do I rotate my encryption key?', { source_ids: [source] })
    expect(answer.body.status).toBe('answered')
    expect(answer.body.citations[0].url).toContain('account-encryption-key')
    for (const citation of answer.body.citations) expect(await quotedText(citation)).toBe(citation.quote)

    expect((await ask('How do I bake sourdough bread?')).body).toMatchObject({ status: 'refused', citations: [] })
  })
})
