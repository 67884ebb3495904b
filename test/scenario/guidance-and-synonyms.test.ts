import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readGuidance } from '../../src/answers/index.ts'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'

const GUIDANCE = '/dorsal/v1/guidance'
const SYNONYMS = '/dorsal/v1/synonyms'
const LONG = Array.from(
  { length: 12 },
  (_, at) => `The gardener of bed number ${at} waters the tulips and the lilies before the sun is up.`,
)
let app: TestApp
let source: number
beforeAll(async () => {
  app = await startTestApp({ DORSAL_TEST_KIT: '1' })
  source = await aSource(app)
  const pages = {
    tulips: `<p>${LONG.join(' ')}</p>`,
    '2fa': '<p>Turn on 2FA under Security. Codes come from an app.</p>',
    trash: '<p>What you threw away is kept in the trash can for a month.</p>',
  }
  for (const [external_id, html] of Object.entries(pages)) {
    await app.post('/ai/external_pages', aPage(source, { external_id, title: external_id, html }))
  }
})
afterAll(() => app[Symbol.asyncDispose]())

const ask = async (question: string, fields: object = {}) =>
  (await app.post('/dorsal/v1/answers', { question, ...fields })).body

describe('guidance', () => {
  const DEFAULTS = { type: 'guidance', tone: null, length: 'standard', formality: null, language: 'asker', rules: [] }

  test('changes in part, and null takes away; rules are replaced as a whole', async () => {
    expect((await app.get(GUIDANCE)).body).toEqual(DEFAULTS)
    const rule = { title: 'Prices', text: 'Say that prices are without tax.' }
    const first = await app.put(GUIDANCE, { tone: 'warm', formality: 'formal', rules: [rule, rule] })
    const kept = { ...rule, category: 'everything_else', is_active: true, audience_ids: [] }
    expect(first.body).toEqual({ ...DEFAULTS, tone: 'warm', formality: 'formal', rules: [kept, kept] })
    const second = await app.put(GUIDANCE, { tone: null, language: 'de', rules: [{ ...rule, is_active: false }] })
    expect(second.body).toEqual({
      ...DEFAULTS,
      formality: 'formal',
      language: 'de',
      rules: [{ ...kept, is_active: false }],
    })
    expect((await app.get(GUIDANCE)).body).toEqual(second.body)
    await app.put(GUIDANCE, { formality: null, language: 'asker', rules: [] })
  })

  test('reaches whom its rules are for, and no others', async () => {
    const { id } = (
      await app.post('/dorsal/v1/audiences', {
        name: 'pro',
        rule: { attribute: 'plan', comparison: 'eq', value: 'pro' },
      })
    ).body
    const titled = (title: string, fields: object = {}) => ({ title, text: 'x', ...fields })
    await app.put(GUIDANCE, {
      rules: [titled('pro', { audience_ids: [id] }), titled('all'), titled('off', { is_active: false })],
    })
    const titles = async (attributes: Record<string, unknown>) => {
      const asker = { workspaceId: 1, agent: 'ai_agent', attributes, sourceIds: undefined } as const
      return (await readGuidance(app.app.db, asker)).rules.map(({ title }) => title)
    }
    expect(await titles({ plan: 'pro' })).toEqual(['pro', 'all'])
    expect(await titles({ plan: 'free' })).toEqual(['all'])
    expect(await app.delete(`/dorsal/v1/audiences/${id}`)).toMatchObject({
      status: 409,
      body: { errors: [{ message: `Audience ${id} is held by guidance rules pro; remove it from them first` }] },
    })
    await app.put(GUIDANCE, { rules: [] })
    expect((await app.delete(`/dorsal/v1/audiences/${id}`)).status).toBe(204)
  })

  test('says how long quotes are', async () => {
    const lengths: number[] = []
    for (const length of ['concise', 'standard', 'thorough']) {
      await app.put(GUIDANCE, { length })
      lengths.push((await ask('When does the gardener water the tulips?')).body_text.length)
    }
    const [concise = 0, standard = 0, thorough = 0] = lengths
    expect(concise).toBeLessThanOrEqual(200)
    expect(standard).toBeGreaterThan(concise)
    expect(standard).toBeLessThanOrEqual(420)
    expect(thorough).toBeGreaterThan(standard)
    await app.put(GUIDANCE, { length: 'standard' })
  })

  const rule = { title: 'a', text: 'b' }
  test.each([
    ['an unknown field', { tones: 'warm' }, undefined],
    ['a blank tone', { tone: ' ' }, 'tone'],
    ['a long tone', { tone: 'x'.repeat(501) }, 'tone'],
    ['an unknown length', { length: 'endless' }, 'length'],
    ['no length', { length: null }, 'length'],
    ['an unknown formality', { formality: 'royal' }, 'formality'],
    ['a language in words', { language: 'German' }, 'language'],
    ['too many rules', { rules: Array.from({ length: 51 }, () => rule) }, 'rules'],
    ['a blank rule', { rules: [{ ...rule, text: '' }] }, 'rules.0.text'],
    ['a long rule', { rules: [{ ...rule, text: 'x'.repeat(2_001) }] }, 'rules.0.text'],
    ['a rule without a title', { rules: [{ text: 'b' }] }, 'rules.0.title'],
    ['an unknown category', { rules: [{ ...rule, category: 'jokes' }] }, 'rules.0.category'],
    ['unknown audiences', { rules: [rule, { ...rule, audience_ids: [999] }] }, 'rules.1.audience_ids'],
    ['activity in words', { rules: [{ ...rule, is_active: 'no' }] }, 'rules.0.is_active'],
    ['NUL', { tone: 'a\0' }, 'tone'],
  ])('refuses %s and keeps what it had', async (_what, body, field) => {
    const reply = await app.put(GUIDANCE, { length: 'thorough', ...body })
    expect([400, 404]).toContain(reply.status)
    expect(reply.body.errors[0].field).toBe(field)
    expect((await app.get(GUIDANCE)).body.length).toBe('standard')
  })
})

describe('synonyms', () => {
  const QUESTION = 'How do I turn on two-step login?'
  const LIST = {
    groups: [
      ['2fa', 'two-step login'],
      ['trash can', 'wastebasket'],
    ],
    one_way: [{ from: 'trsh', to: 'trash' }],
  }

  test('make a word of the question find another in the pages, at once', async () => {
    expect((await app.get(SYNONYMS)).body).toEqual({ type: 'synonyms', groups: [], one_way: [] })
    expect((await ask(QUESTION)).status).toBe('refused')
    expect((await ask('Is the wastebasket kept for a month?')).status).toBe('refused')
    expect((await app.put(SYNONYMS, LIST)).body).toEqual({ type: 'synonyms', ...LIST })
    expect((await app.get(SYNONYMS)).body).toEqual({ type: 'synonyms', ...LIST })
    expect(await ask(QUESTION)).toMatchObject({ status: 'answered', citations: [{ title: '2fa' }] })
    expect(await ask('Is the wastebasket kept for a month?')).toMatchObject({ citations: [{ title: 'trash' }] })
    expect(await ask('Is the trsh can kept for a month?')).toMatchObject({ citations: [{ title: 'trash' }] })
    const { body } = await app.post('/dorsal/v1/search', { query: 'wastebasket', explain: true })
    expect(body.explain.terms).toEqual([
      { word: 'wastebasket', variants: ['wastebasket'], synonyms: ['trash'], impact: expect.any(Number) },
    ])
    expect(body.explain.hits[0]).toMatchObject({ matched: [{ word: 'wastebasket', count: 2 }], missing: [] })
  })

  test('make a question meet the example of a custom answer', async () => {
    await app.put(SYNONYMS, LIST)
    await app.put('/dorsal/v1/custom_answers/lost', { questions: ['I lost my 2fa phone'], answer_text: 'Call us.' })
    expect(await ask('I lost my two-step login phone')).toMatchObject({ mode: 'custom', confidence: 1 })
  })

  test('only add words: who may not see a page does not find it by them', async () => {
    await app.put(SYNONYMS, LIST)
    const pro = { attribute: 'plan', comparison: 'eq', value: 'pro' }
    const { id } = (await app.post('/dorsal/v1/audiences', { name: 'pro', rule: pro })).body
    const url = 'https://pro.example.com'
    const hidden = { sync_behavior: 'api', url, audience_ids: [id] }
    const { body: kept } = await app.post('/ai/content_import_sources', hidden, { version: '2.15' })
    const html = '<p>Turn on 2FA with a hardware key.</p>'
    await app.post('/ai/external_pages', aPage(kept.id, { external_id: 'key', title: 'hidden key', html }))
    expect(JSON.stringify(await ask(`${QUESTION} hardware key`))).not.toContain('hidden key')
    const mine = await ask(`${QUESTION} hardware key`, { user: { attributes: { plan: 'pro' } } })
    expect(mine.citations).toMatchObject([{ title: 'hidden key' }])
  })

  test.each([
    ['an unknown field', { group: [] }, undefined],
    ['a group of one', { groups: [['a']] }, 'groups.0'],
    ['a group of too many', { groups: [Array.from({ length: 21 }, () => 'a')] }, 'groups.0'],
    ['too many groups', { groups: Array.from({ length: 301 }, () => ['a', 'b']) }, 'groups'],
    ['a word of signs', { groups: [['a', '-']] }, 'groups.0.1'],
    ['a long word', { groups: [['a', 'x'.repeat(101)]] }, 'groups.0.1'],
    ['a word that is no text', { groups: [['a', 2]] }, 'groups.0.1'],
    ['NUL', { groups: [['a', 'b\0']] }, 'groups.0.1'],
    ['a way to nowhere', { one_way: [{ from: 'a' }] }, 'one_way.0.to'],
    ['a way from signs', { one_way: [{ from: '?', to: 'a' }] }, 'one_way.0.from'],
    ['too many ways', { one_way: Array.from({ length: 1_001 }, () => ({ from: 'a', to: 'b' })) }, 'one_way'],
  ])('refuse %s and stay as they are', async (_what, body, field) => {
    await app.put(SYNONYMS, LIST)
    const reply = await app.put(SYNONYMS, body)
    expect(reply.status).toBe(400)
    expect(reply.body.errors[0].field).toBe(field)
    expect((await app.get(SYNONYMS)).body).toEqual({ type: 'synonyms', ...LIST })
  })

  test('are gone at once when the workspace is reset', async () => {
    await app.put(SYNONYMS, LIST)
    await app.put(GUIDANCE, { length: 'concise' })
    await ask(QUESTION)
    expect((await app.post('/dorsal/v1/test/reset')).status).toBe(204)
    expect((await app.get(SYNONYMS)).body.groups).toEqual([])
    expect((await app.get(GUIDANCE)).body.length).toBe('standard')
    expect((await app.get('/dorsal/v1/custom_answers')).body.total_count).toBe(0)
    const { body } = await app.post('/dorsal/v1/search', { query: 'wastebasket', explain: true })
    expect(body.explain.terms[0].synonyms).toBeUndefined()
  })
})
