import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgetAnswers } from '../../src/answers/index.ts'
import { seeded } from '../support/random.ts'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'
import { readableLog } from './log-lines.ts'
import { findEverywhere } from './planted.ts'

const ANSWERS = '/dorsal/v1/answers'
const PAGES = '/ai/external_pages'
const DAY_MS = 24 * 3_600_000

const NOUNS = 'invoice password router printer battery refund account keyboard calendar report'.split(' ')
const VERBS = 'reset cancel print charge export share delete archive merge rename'.split(' ')
const PLACES = 'settings dashboard toolbar sidebar profile'.split(' ')

type Body = Record<string, any>

async function ask(app: TestApp, question: string, fields: object = {}): Promise<Body> {
  const { status, body } = await app.post(ANSWERS, { question, agent: 'ai_agent', ...fields })
  expect(status).toBe(200)
  return body
}

async function replay(app: TestApp, answer: Body, against?: string): Promise<Body> {
  const body = against === undefined ? undefined : { against }
  const reply = await app.post(`${ANSWERS}/${answer['answer_id']}/replay`, body)
  expect(reply.status).toBe(200)
  return reply.body
}

const record = (app: TestApp, answer: Body) => app.get(`${ANSWERS}/${answer['answer_id']}`)

/** The bytes of the response, without the time that it took and what is told of the pages besides. */
function bytesOf({ took_ms: _took, contradictions: _told, ...body }: Body): string {
  return JSON.stringify(body)
}

/** The same fields of what a replay tells. */
function sameFields(outcome: Body, { took_ms: _took, contradictions: _told, ...body }: Body): string {
  return JSON.stringify(Object.fromEntries(Object.keys(body).map((field) => [field, outcome[field]])))
}

describe('a random library', { timeout: 240_000 }, () => {
  const random = seeded(2_026)
  const pick = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)] as T
  let app: TestApp
  let sources: number[]
  beforeAll(async () => {
    app = await startTestApp()
    sources = [await aSource(app), await aSource(app)]
    const rule = { attribute: 'plan', comparison: 'eq', value: 'pro' }
    const { body: audience } = await app.post('/dorsal/v1/audiences', { name: 'Pro', rule })
    const source = { sync_behavior: 'api', url: 'https://pro.example.com', audience_ids: audience.id }
    sources.push((await app.post('/ai/content_import_sources', source, { version: '2.15' })).body.id)
    for (let index = 0; index < 40; index++) await push(index)
  }, 60_000)
  afterAll(() => app[Symbol.asyncDispose]())

  function push(index: number) {
    const sentence = () => `To ${pick(VERBS)} the ${pick(NOUNS)} on a Tuesday, open the ${pick(PLACES)} first. `
    const section = () => `<h2>${pick(NOUNS)}</h2><p>${sentence()}${sentence()}${sentence()}</p>`
    return app.post(
      PAGES,
      aPage(sources[index % sources.length] ?? 0, {
        external_id: `page-${index}`,
        title: `${pick(VERBS)} ${pick(NOUNS)}`,
        html: section() + section(),
        url: random() < 0.2 ? null : `https://help.example.com/${index}`,
        ai_copilot_availability: random() < 0.5,
      }),
    )
  }

  function randomQuestion() {
    const alone = `How do I ${pick(VERBS)} the ${pick(NOUNS)}?`
    const history = [
      { role: 'user', text: `How do I ${pick(VERBS)} the ${pick(NOUNS)}?` },
      { role: 'agent', text: 'Like this.' },
    ]
    return {
      question: pick([alone, alone, `And the ${pick(NOUNS)}?`, `${pick(NOUNS)}?`, 'What about a zeppelin?', 'The?']),
      agent: pick(['ai_agent', 'ai_copilot']),
      ...(random() < 0.5 ? { user: { attributes: { plan: pick(['pro', 'free']) } } } : {}),
      ...(random() < 0.2 ? { source_ids: [pick(sources)] } : {}),
      ...(random() < 0.6 ? { history } : {}),
    }
  }

  test('may change as it likes: 200 answers are made again from what they were made from, byte for byte', async () => {
    const given: Body[] = []
    for (let round = 0; round < 200; round++) {
      const { question, ...fields } = randomQuestion()
      given.push(await ask(app, question, fields))
    }
    const statuses = new Set(given.map(({ status, citations }) => `${status} ${citations.length}`))
    expect([...statuses].toSorted()).toEqual(['answered 0', 'answered 1', 'answered 2', 'refused 0'])

    app.clock.advance(60_000)
    for (let index = 0; index < 50; index++) await push(Math.floor(random() * 60))
    await app.put(`/ai/content_import_sources/${sources[0]}`, {
      sync_behavior: 'api',
      url: 'https://help.example.com',
      status: 'deactivated',
    })
    await app.put('/dorsal/v1/audiences/1', { name: 'None', rule: { any: [] } })

    let followUps = 0
    let different = 0
    for (const answer of given) {
      const { body: stored } = await record(app, answer)
      if (stored.searches.length === 2) followUps++
      if (answer['contradictions'] !== undefined) expect(stored.contradictions).toEqual(answer['contradictions'])
      const again = await replay(app, answer)
      expect(again, stored.question).toMatchObject({
        same: true,
        obstacle: null,
        differences: [],
        settings_changed: [],
      })
      expect(JSON.stringify(again['now'])).toBe(JSON.stringify(again['then']))
      expect(sameFields(again['now'], answer)).toBe(bytesOf(answer))
      expect(again['library'].revision_then).toBe(stored.library_revision)
      expect(again['library'].revision_now).toBeGreaterThan(stored.library_revision)
      const current = await replay(app, answer, 'current')
      expect(current['same']).toBe(current['differences'].length === 0)
      if (current['same'] === false) different++
    }
    expect(followUps).toBeGreaterThan(20)
    // Replays do not just tell what they have stored.
    expect(different).toBeGreaterThan(50)
  })
})

describe('a stored answer', { timeout: 60_000 }, () => {
  test('tells what it was made from, and is replayed on today’s library as the same asker', async () => {
    await using app = await startTestApp()
    const sourceId = await aSource(app)
    const { body: page } = await app.post(PAGES, aPage(sourceId))
    const user = { attributes: { plan: 'pro', note: 'ünïcødé 😀' } }
    const answer = await ask(app, 'How do I start the machine?', { user, source_ids: [sourceId] })
    const { body: stored } = await record(app, answer)
    expect(stored).toMatchObject({
      question: 'How do I start the machine?',
      user,
      agent: 'ai_agent',
      source_ids: [sourceId],
      conversation_id: null,
      contact_id: null,
      library_revision: 1,
      settings: { ranking: 'bm25', answer_threshold: 0.47, embedding_model: null },
      outcome: { answer_id: answer['answer_id'], quotes: [{ page_id: page.id, revision: 1, start: 16, end: 60 }] },
      searches: [
        { terms: [{ word: 'start' }, { word: 'machine' }], passages: [{ page_id: page.id, title: page.title }] },
      ],
    })
    expect(Object.values(stored.term_impacts).every((impact) => Number(impact) > 0)).toBe(true)

    // An audience that only this asker is in, and other words.
    const rule = { attribute: 'plan', comparison: 'eq', value: 'pro' }
    const { body: audience } = await app.post('/dorsal/v1/audiences', { name: 'Pro', rule })
    const source = { sync_behavior: 'api', url: 'https://help.example.com', audience_ids: [audience.id] }
    await app.put(`/ai/content_import_sources/${sourceId}`, source, { version: '2.15' })
    await app.post(PAGES, aPage(sourceId, { html: '<p>Pull the lever to start the machine.</p>' }))
    expect(await replay(app, answer)).toMatchObject({ same: true, library: { revision_then: 1, revision_now: 3 } })
    const current = await replay(app, answer, 'current')
    expect(current).toMatchObject({
      same: false,
      now: { answer_id: answer['answer_id'], body_text: 'Pull the lever to start the machine.' },
      library: { pages_changed: [{ page_id: page.id, then_revision: 1, now_revision: 2 }] },
    })
    expect(current['then'].body_text).toBe('Press the green button to start the machine.')
    const differing = current['differences'].map(({ field }: Body) => field)
    expect(differing).toEqual(['body_html', 'body_text', 'citations', 'quotes'])
  })

  test('loses the words of a page that is deleted: at once to whoever asks, within minutes on the disk', async () => {
    await using app = await startTestApp()
    const sourceId = await aSource(app)
    const planted = ['zqtitlewv', 'zqbodywv', 'zqotherwv']
    const push = (id: string, text: string, title = 'Machines') =>
      app.post(PAGES, aPage(sourceId, { external_id: id, title, html: `<p>${text}</p>` }))
    const { body: quoted } = await push('quoted', 'Press the zqbodywv button to start the machine.', 'zqtitlewv')
    const { body: near } = await push('near', 'The zqotherwv machine.')
    const answer = await ask(app, 'How do I start the machine?')
    const other = await ask(app, 'zqotherwv machine?')
    expect(answer['body_text']).toContain('zqbodywv')

    await app.delete(`${PAGES}/${quoted.id}`)
    const { body: stored } = await record(app, answer)
    expect(stored).toMatchObject({ status: 'answered', outcome: null })
    expect(stored.searches[0].passages).toContainEqual(
      expect.objectContaining({ page_id: quoted.id, is_deleted: true }),
    )
    for (const against of ['stored', 'current']) {
      const again = await replay(app, answer, against)
      expect(again).toMatchObject({ same: false, obstacle: 'page_deleted', differences: [] })
      expect(again['then']).toBeNull()
      expect(again['library'].pages_changed).toEqual([{ page_id: quoted.id, then_revision: 1, now_revision: null }])
      expect(JSON.stringify([again, stored])).not.toMatch(/zqtitlewv|zqbodywv/)
    }
    // What was said in words of another page is still told, though it can't be made again.
    const told = await replay(app, other)
    expect(told).toMatchObject({ obstacle: 'page_deleted', now: null })
    expect(told['then'].status).toBe(other['status'])

    await forgetAnswers(app.app.db.reader, new Date(app.clock.now() - DAY_MS))
    const left = await findEverywhere(app, planted)
    expect(left['zqtitlewv']).toEqual([])
    expect(left['zqbodywv']).toEqual([])
    expect(left['zqotherwv']).toContain('answer_passage.content')
    await app.delete(`/ai/content_import_sources/${sourceId}`)
    await forgetAnswers(app.app.db.reader, new Date(app.clock.now() - DAY_MS))
    expect((await findEverywhere(app, planted))['zqotherwv']).toEqual(['answer.evidence', 'answer.question'])
    expect(near.id).not.toBe(quoted.id)
  })

  test('is kept for a while only, and its passages as long as any answer has them', async () => {
    await using app = await startTestApp()
    const sourceId = await aSource(app)
    await app.post(PAGES, aPage(sourceId))
    await app.post(
      PAGES,
      aPage(sourceId, { external_id: 'bread', title: 'Bread', html: '<p>Bake the bread slowly.</p>' }),
    )
    const first = await ask(app, 'How do I start the machine?')
    const bread = await ask(app, 'How do I bake the bread?')
    app.clock.advance(20 * DAY_MS)
    const second = await ask(app, 'How do I start the machine?')
    const forget = () => forgetAnswers(app.app.db.reader, new Date(app.clock.now() - 30 * DAY_MS))
    app.clock.advance(10 * DAY_MS)
    await forget()
    expect((await record(app, first)).status).toBe(200)
    app.clock.advance(1)
    await forget()
    for (const gone of [first, bread]) expect((await record(app, gone)).status).toBe(404)
    expect(await replay(app, second)).toMatchObject({ same: true })
    app.clock.advance(DAY_MS)
    await forget()
    expect(await replay(app, second)).toMatchObject({ same: true })
    expect((await app.app.db.reader.selectFrom('answer_passage').select('page_id').execute()).length).toBe(1)
    app.clock.advance(20 * DAY_MS)
    await forget()
    expect(await findEverywhere(app, ['green button'])).toEqual({
      'green button': ['chunk.terms', 'chunk.text', 'page.html', 'page.text'],
    })
  })

  test('that a person wrote can not be made again', async () => {
    await using app = await startTestApp()
    await app.post(PAGES, aPage(await aSource(app)))
    const custom = { questions: ['Whom do I ask?'], answer_text: 'Ask Kim.' }
    expect((await app.put('/dorsal/v1/custom_answers/kim', custom)).status).toBe(200)
    const answer = await ask(app, 'Whom do I ask?')
    expect(answer['mode']).toBe('custom')
    for (const against of ['stored', 'model']) {
      expect(await replay(app, answer, against)).toMatchObject({ same: false, obstacle: 'no_evidence', now: null })
    }
    expect((await record(app, answer)).body).toMatchObject({ library_revision: 1, searches: [] })
  })

  test('is not stored where nobody wants it', async () => {
    await using app = await startTestApp({ DORSAL_ANSWER_DAYS: '0' })
    await app.post(PAGES, aPage(await aSource(app)))
    const answer = await ask(app, 'How do I start the machine, zqsecretwv?')
    expect((await record(app, answer)).status).toBe(404)
    expect((await app.post(`${ANSWERS}/${answer['answer_id']}/replay`)).status).toBe(404)
    expect(await findEverywhere(app, ['zqsecretwv'])).toEqual({ zqsecretwv: [] })
  })

  test('that can not be stored is given all the same, and logged', async () => {
    const { log, lines } = readableLog()
    await using app = await startTestApp({}, { log })
    await app.post(PAGES, aPage(await aSource(app)))
    const { reader } = app.app.db
    await reader.schema.alterTable('answer').renameTo('full').execute()
    const answer = await ask(app, 'How do I start the machine?')
    expect(answer).toMatchObject({ status: 'answered', body_text: 'Press the green button to start the machine.' })
    expect(lines.filter(({ level }) => Number(level) >= 40)).toMatchObject([
      { msg: 'an answer was given but not stored', answer_id: answer['answer_id'] },
    ])
    await reader.schema.alterTable('full').renameTo('answer').execute()
    expect((await record(app, answer)).status).toBe(404)
    expect((await record(app, await ask(app, 'How do I start the machine?'))).status).toBe(200)
  })

  test('has a question that ends in half a character', async () => {
    await using app = await startTestApp()
    await app.post(PAGES, aPage(await aSource(app)))
    // A conversation asks by the first 2,000 units of a message.
    const body = `How do I start the machine? ${'a'.repeat(1_971)}😀`
    const message = { author: 'user', body, timestamp: new Date(app.clock.now()).toISOString() }
    await app.post('/fin/start', { conversation_id: 'long', message, user: { id: 'u', name: 'Ann' } })
    await app.app.idle()
    const rows = await app.app.db.reader.selectFrom('answer').select(['id', 'question']).execute()
    expect(rows.some(({ question }) => question.endsWith('a\ufffd'))).toBe(true)
    for (const { id } of rows) expect(await replay(app, { answer_id: id })).toMatchObject({ same: true })
  })
})
