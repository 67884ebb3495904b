import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeLearnWords, type Asker } from '../../src/retrieval/index.ts'
import { searchOf } from '../support/search-of.ts'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'

const DAY_MS = 24 * 3_600_000
const PAGES = {
  printer: ['Printers', 'The printer is installed with a driver for its thermostat. Wait until it blinks.'],
  potter: ['Pottery', 'A potter gave us this kiln. The glaze should be dry before it is fired.'],
  login: ['Accounts', 'Choose login on the start page. Your name is asked for, then your code.'],
  leave: ['Leaving', 'You sign out by the button at the top.'],
  arrive: ['Arriving', 'Please check in at the desk before noon.'],
  treiber: ['Drucker', 'Der Drucker braucht einen neuen Treiber, damit er wieder schwarze Seiten ausgibt.'],
  lieferadresse: ['Versand', 'Die Lieferadresse lässt sich ändern, solange das Paket noch nicht unterwegs ist.'],
  factuur: ['Betalen', 'Op de factuur staat altijd het adres dat u bij uw eerste bestelling heeft opgegeven.'],
  klantkaart: ['Bestellen', 'Uw klantkaart vindt u boven aan elke brief die wij u hebben gestuurd.'],
  konto: ['Betala', 'Varje konto har ett eget nummer, och det skickas hem till dig i ett brev efter några dagar.'],
  lånekort: ['Bibliotek', 'Ditt lånekort gäller på alla bibliotek i staden, och du får det redan första dagen.'],
} as const

let app: TestApp
let source: number
let learn: () => Promise<void>
beforeAll(async () => {
  app = await startTestApp()
  source = await aSource(app)
  for (const [external_id, [title, text]] of Object.entries(PAGES)) await push(external_id, title, text)
  const run = makeLearnWords({ db: app.app.db, clock: app.clock })
  learn = () => run(new AbortController().signal)
  await learn()
})
afterAll(() => app[Symbol.asyncDispose]())

async function push(external_id: string, title: string, text: string, sourceId = source) {
  const { body } = await app.post('/ai/external_pages', aPage(sourceId, { external_id, title, html: `<p>${text}</p>` }))
  return body.id as string
}

async function find(query: string, fields: object = {}) {
  return (await app.post('/dorsal/v1/search', { query, explain: true, ...fields })).body
}

test.each([
  ['a letter left out', 'prnter', 'printer'],
  ['a letter too many', 'drivver', 'printer'],
  ['letters swapped', 'PRITNER', 'printer'],
  ['two slips in a long word', 'termostaat', 'printer'],
  ['two German words as one', 'Druckertreiber', 'treiber'],
  ['a German word as two', 'Liefer Adresse', 'lieferadresse'],
  ['two Dutch words as one', 'factuuradres', 'factuur'],
  ['a Dutch word as two', 'klant kaart', 'klantkaart'],
  ['two Swedish words as one', 'kontonummer', 'konto'],
  ['a Swedish word as two', 'låne kort', 'lånekort'],
  ['log in', 'How do I log in?', 'login'],
  ['log-in', 'log-in', 'login'],
  ['log in after another Log', 'Log: how do I log in?', 'login'],
  ['login', 'login', 'login'],
  ['signout', 'Where is signout?', 'leave'],
  ['checkin', 'checkin', 'arrive'],
])('%s: %s', async (_what, query, page) => {
  expect((await find(query)).results[0]?.external_id).toBe(page)
})

test('a word that a page has is meant as it is written', async () => {
  expect((await find('potter')).explain.terms).toEqual([expect.not.objectContaining({ synonyms: expect.anything() })])
  expect((await find('pottter')).explain.terms).toMatchObject([{ synonyms: ['potter'] }])
})

test('and so is one of a page that was pushed a moment ago', async () => {
  expect((await find('patter')).explain.terms).toMatchObject([{ synonyms: ['potter'] }])
  await push('patter', 'Rain', 'The patter of rain.')
  expect((await find('patter')).explain.terms).toEqual([expect.not.objectContaining({ synonyms: expect.anything() })])
  expect((await app.get('/dorsal/v1/status')).body.vocabulary).toMatchObject({ state: 'learning' })
  await learn()
})

test('words are of one workspace, and gone when no page has them', async () => {
  const page = await push('zeppelin', 'Zeppelin', 'A zeppelin floats above.')
  const status = async () => (await app.get('/dorsal/v1/status')).body.vocabulary
  expect(await status()).toEqual({ state: 'learning', unread_chunks: 1 })
  await learn()
  expect(await status()).toEqual({ state: 'ready', unread_chunks: 0 })
  expect((await find('zepelin')).explain.terms).toMatchObject([{ synonyms: ['zeppelin'] }])
  const of = (workspaceId: number): Asker => ({ workspaceId, agent: 'ai_agent', attributes: {}, sourceIds: undefined })
  const wordsOf = async (asker: Asker) =>
    (await searchOf(app.app.db, app.clock)({ query: 'zepelin', limit: 1, asker })).terms.map(({ synonyms }) => synonyms)
  await app.app.db.reader
    .insertInto('workspace')
    .values({ id: 2, name: 'other', created_at: new Date(0) })
    .execute()
  expect([await wordsOf(of(1)), await wordsOf(of(2))]).toEqual([[['zeppelin']], [undefined]])

  await app.delete(`/ai/external_pages/${page}`)
  app.clock.advance(DAY_MS / 2 + 1)
  await learn()
  expect((await find('zepelin')).explain.terms[0].synonyms).toBeUndefined()
  expect((await find('prnter')).results[0].external_id).toBe('printer')
})

test('a page that becomes another agent’s is learned again within a day', async () => {
  const html = '<p>The gazebo stands behind the house.</p>'
  const fields = { external_id: 'gazebo', title: 'Gazebo', html, ai_agent_availability: false }
  await app.post('/ai/external_pages', aPage(source, fields))
  await learn()
  const synonyms = async () => (await find('gazebbo')).explain.terms[0].synonyms
  expect(await synonyms()).toBeUndefined()
  await app.post('/ai/external_pages', aPage(source, { ...fields, ai_agent_availability: true }))
  app.clock.advance(DAY_MS)
  await learn()
  expect(await synonyms()).toEqual(['gazebo'])
})

describe('what an asker may not see', () => {
  test('changes nothing that they find, misspelt or not', async () => {
    const pro = { attribute: 'plan', comparison: 'eq', value: 'pro' }
    const { id } = (await app.post('/dorsal/v1/audiences', { name: 'pro', rule: pro })).body
    const url = 'https://pro.example.com'
    const created = await app.post(
      '/ai/content_import_sources',
      { sync_behavior: 'api', url, audience_ids: [id] },
      { version: '2.15' },
    )
    const questions = ['prnter', 'prntre', 'pottre', 'quasr', 'kilnglaze', 'gla ze', 'quas ar', 'quasarkiln']
    const ask = async (fields: object = {}) => {
      const asked = []
      for (const query of questions) {
        const { results, explain } = await find(query, fields)
        const found = results.map(({ external_id }: { external_id: string }) => external_id)
        asked.push({ found, words: explain.terms.map(({ impact: _impact, ...word }: { impact: number }) => word) })
      }
      return asked
    }
    const before = await ask()
    const secret = 'Prnter prntre pottre kilnglaze gla quasar quasars.'
    await push('secret', 'Secret', secret, created.body.id)
    await app.post(
      '/ai/external_pages',
      aPage(source, { external_id: 'internal', title: 'Internal', html: secret, ai_agent_availability: false }),
    )
    await learn()
    expect(await ask()).toEqual(before)
    expect((await find('quasr', { user: { attributes: { plan: 'pro' } } })).results).toMatchObject([
      { external_id: 'secret' },
    ])
    expect((await find('quasr', { agent: 'ai_copilot' })).results).toMatchObject([{ external_id: 'internal' }])
  })
})

test('of many unknown words the first ones are respelt: each costs time', async () => {
  const others = 'xqab xqbc xqcd xqde xqef xqfg xqgh xqhi xqij xqjk xqkl xqlm xqmn'
  expect((await find(`prnter ${others}`)).results).toMatchObject([{ external_id: 'printer' }])
  expect((await find(`${others} prnter`)).results).toEqual([])
})

describe('whatever is asked', () => {
  const letters = 'qwertzuiopasdfghjklyxcvbnm'
  const word = (at: number, length: number) =>
    Array.from({ length }, (_, i) => letters[(at * 7 + i * (at + 3)) % letters.length]).join('')
  test.each([
    ['one letter', 'e'.repeat(2_000)],
    [
      '300 words',
      Array.from({ length: 300 }, (_, at) => word(at, 6))
        .join(' ')
        .slice(0, 2_000),
    ],
    ['words of 40 letters and more', Array.from({ length: 40 }, (_, at) => word(at, 38 + (at % 10))).join(' ')],
    ['signs of patterns', '.*(a+)+$ [^abc]{3} \\ppassword| %_ prin%ter \\'],
    ['letters beyond the first plane', '𐐀𐐁𐐂𐐃𐐄𐐅𐐆𐐇𐐈 𝐩𝐫𝐧𝐭𝐞𝐫'],
  ])('%s: a few statements, no error', async (_what, query) => {
    const { pool } = app.app.db
    const { query: run } = pool
    let statements = 0
    Object.assign(pool, {
      query: (...args: Parameters<typeof run>) => {
        statements += 1
        return run.apply(pool, args)
      },
    })
    try {
      expect((await app.post('/dorsal/v1/search', { query })).status).toBe(200)
    } finally {
      Object.assign(pool, { query: run })
    }
    // Three of them for spelling, and the search looks twice at most.
    expect(statements).toBeLessThanOrEqual(10)
  })
})
