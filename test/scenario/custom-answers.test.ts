import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPage, type TestApp } from '../support/test-app.ts'
import { FinWorld, gist, QUESTIONS } from './fin-world.ts'

const PATH = '/dorsal/v1/custom_answers'
let world: FinWorld
let app: TestApp
beforeAll(async () => {
  world = await FinWorld.open({ DORSAL_TEST_KIT: '1' })
  app = world.app
  const source = world.sourceId
  const html = '<p>To cancel your subscription, open Billing and choose Cancel plan.</p>'
  await app.post('/ai/external_pages', aPage(source, { external_id: 'cancel', title: 'Cancel a subscription', html }))
  await app.put(`${PATH}/cancel`, {
    questions: ['How do I cancel my subscription?', 'I want to end my plan', 'Who are you?'],
    answer_html: '<p>We are sorry to see you go. <a href="https://example.com/bye">Cancel here</a>.</p>',
  })
})
afterAll(() => world[Symbol.asyncDispose]())

const ask = async (question: string, fields: object = {}) =>
  (await app.post('/dorsal/v1/answers', { question, ...fields })).body

describe('a custom answer', () => {
  test('comes before what the library says, in the words of the person who wrote it', async () => {
    const given = await ask('how can I cancel the subscription')
    expect(given).toMatchObject({
      status: 'answered',
      mode: 'custom',
      custom_answer: 'cancel',
      matched_question: 'How do I cancel my subscription?',
      body_text: 'We are sorry to see you go. Cancel here.',
      citations: [],
      confidence: 1,
    })
    expect(given.body_html).toContain('href="https://example.com/bye"')
    expect(given.body_html).toContain('noopener')
    // The same without it is quoted from the page.
    await app.put(`${PATH}/cancel`, { ...(await stored('cancel')), is_active: false })
    expect(await ask('how can I cancel the subscription')).toMatchObject({ status: 'answered', mode: 'extractive' })
    await app.put(`${PATH}/cancel`, { ...(await stored('cancel')), is_active: true })
    expect(await ask('how can I cancel the subscription')).toMatchObject({ mode: 'custom' })
  })

  test.each([
    ['a single word that it shares', 'subscription'],
    ['the same words denied', 'How do I not cancel my subscription?'],
    ['another question word of time', 'When can I cancel my subscription?'],
    ['one word instead of another', 'How do I renew my subscription?'],
    ['small words in another order', 'Are you who?'],
    ['words added that tell much', 'How do I cancel my subscription for a departed relative abroad?'],
  ])('is not given for %s', async (_what, question) => {
    expect((await ask(question)).mode).toBe('extractive')
  })

  test.each(['WHO are you', 'ending my PLAN', 'my subscription: how do I cancel it, please?'])(
    'is given for %j',
    async (question) => {
      expect(await ask(question)).toMatchObject({ mode: 'custom', confidence: 1 })
    },
  )

  test('takes a few words of little weight more, and then is less sure', async () => {
    for (let at = 0; at < 12; at++) {
      const html = `<p>The Kranich account page number ${at} of the account.</p>`
      await app.post('/ai/external_pages', aPage(world.sourceId, { external_id: `${at}`, title: 'Kranich', html }))
    }
    await app.put(`${PATH}/a`, { questions: ['How do I export invoices as spreadsheets?'], answer_text: 'By hand.' })
    const { body } = await app.post('/dorsal/v1/answers', {
      question: 'How do I export Kranich invoices as spreadsheets?',
    })
    expect(body).toMatchObject({ mode: 'custom', body_text: 'By hand.', body_html: '<p>By hand.</p>' })
    expect(body.confidence).toBeGreaterThanOrEqual(0.8)
    expect(body.confidence).toBeLessThan(1)
  })

  test('is not given to who asks one source, nor to the other assistant', async () => {
    await app.put(`${PATH}/door`, {
      questions: ['What is the door code?'],
      answer_text: 'Ask the porter.',
      agents: ['ai_copilot'],
    })
    expect(await ask('what is the door code', { agent: 'ai_copilot' })).toMatchObject({ custom_answer: 'door' })
    expect(await ask('what is the door code')).toMatchObject({ status: 'refused' })
    expect((await ask('how do I cancel my subscription', { source_ids: [1] })).mode).toBe('extractive')
  })

  test('is found in its own language, whatever the library is written in', async () => {
    await app.put(`${PATH}/kuendigen`, {
      questions: ['Wie kann ich mein Abonnement kündigen?', 'Wie schalte ich die Kamera ein?'],
      answer_text: 'Öffnen Sie die Einstellungen und wählen Sie dort die Kündigung. Das geht jederzeit.',
    })
    expect(await ask('Abonnement kündigen')).toMatchObject({ custom_answer: 'kuendigen' })
    expect(await ask('Wie schalte ich bitte die Kamera ein?')).toMatchObject({ custom_answer: 'kuendigen' })
    expect((await ask('Wie schalte ich die Kamera aus?')).mode).toBe('extractive')
  })
})

async function stored(identifier: string) {
  const {
    type: _type,
    identifier: _identifier,
    answer_text: _text,
    created_at: _created,
    updated_at: _updated,
    ...content
  } = (await app.get(`${PATH}/${identifier}`)).body
  return content
}

describe('writing custom answers', () => {
  test('creates, changes in part, lists and deletes them; the same again writes nothing', async () => {
    const audience = (
      await app.post('/dorsal/v1/audiences', {
        name: 'pro',
        rule: { attribute: 'plan', comparison: 'eq', value: 'pro' },
      })
    ).body.id
    const body = { questions: ['What does it cost a month?'], answer_text: '- one\n- two', audience_ids: audience }
    const created = await app.put(`${PATH}/price`, body)
    const now = app.clock.now() / 1_000
    expect(created).toMatchObject({ status: 200 })
    expect(created.body).toEqual({
      type: 'custom_answer',
      identifier: 'price',
      questions: body.questions,
      answer_html: '<ul><li>one</li><li>two</li></ul>',
      answer_text: '- one\n- two',
      audience_ids: [audience],
      agents: ['ai_agent', 'ai_copilot'],
      is_active: true,
      created_at: now,
      updated_at: now,
    })
    app.clock.advance(5_000)
    expect((await app.put(`${PATH}/price`, body)).body).toEqual(created.body)
    // What is left out stays: above all who may see it.
    const { body: changed } = await app.put(`${PATH}/price`, { questions: ['Price?'], answer_text: 'Ten.' })
    expect(changed).toMatchObject({ audience_ids: [audience], created_at: now, updated_at: now + 5 })
    expect((await app.get(`${PATH}/price`)).body).toEqual(changed)
    expect(await app.delete(`/dorsal/v1/audiences/${audience}`)).toMatchObject({
      status: 409,
      body: {
        errors: [{ message: `Audience ${audience} is held by custom answers price; remove it from them first` }],
      },
    })
    await app.put(`${PATH}/price`, { questions: ['Price?'], answer_text: 'Ten.', audience_ids: null })
    expect((await app.delete(`/dorsal/v1/audiences/${audience}`)).status).toBe(204)

    await app.put(`${PATH}/0-another`, { questions: ['Another?'], answer_text: 'One.' })
    const { body: list } = await app.get(`${PATH}?per_page=1`)
    expect(list).toMatchObject({ type: 'list', pages: { next: `${app.url}${PATH}?page=2&per_page=1` } })
    expect(list.total_count).toBeGreaterThan(1)
    expect(list.data.map(({ identifier }: { identifier: string }) => identifier)).toEqual(['0-another'])
    expect((await app.delete(`${PATH}/price`)).status).toBe(204)
    for (const reply of [await app.get(`${PATH}/price`), await app.delete(`${PATH}/price`)]) {
      expect(reply).toMatchObject({ status: 404, body: { errors: [{ code: 'not_found' }] } })
    }
    expect(await ask('Price?')).toMatchObject({ status: 'refused' })
  })

  const good = { questions: ['Is this good?'], answer_text: 'Yes.' }
  test.each([
    ['an unknown field', { ...good, audiences: [1] }, 400, undefined],
    ['no questions', { answer_text: 'Yes.' }, 400, 'questions'],
    ['an empty list of questions', { ...good, questions: [] }, 400, 'questions'],
    ['too many questions', { ...good, questions: Array.from({ length: 51 }, () => 'Why this?') }, 400, 'questions'],
    ['a question of signs', { ...good, questions: ['???'] }, 400, 'questions.0'],
    ['a long question', { ...good, questions: ['x'.repeat(501)] }, 400, 'questions.0'],
    ['a question that is no text', { ...good, questions: [1] }, 400, 'questions.0'],
    ['NUL', { ...good, questions: ['a\0b'] }, 400, 'questions.0'],
    ['no answer', { questions: ['Is this good?'] }, 400, 'answer_html'],
    ['two answers', { ...good, answer_html: '<p>Yes.</p>' }, 400, 'answer_text'],
    ['a blank answer', { ...good, answer_text: ' \n ' }, 400, 'answer_text'],
    [
      'an answer of script alone',
      { ...good, answer_text: undefined, answer_html: '<script>x()</script>' },
      400,
      'answer_html',
    ],
    ['a long answer', { ...good, answer_text: 'x'.repeat(20_001) }, 400, 'answer_text'],
    ['unknown audiences', { ...good, audience_ids: [4_000_000_000] }, 404, 'audience_ids'],
    ['audiences by name', { ...good, audience_ids: 'all' }, 400, 'audience_ids'],
    ['an unknown assistant', { ...good, agents: ['ai_boss'] }, 400, 'agents.0'],
    ['no assistant', { ...good, agents: [] }, 400, 'agents'],
    ['activity in words', { ...good, is_active: 'yes' }, 400, 'is_active'],
  ])('refuses %s', async (_what, body, status, field) => {
    const reply = await app.put(`${PATH}/bad`, body)
    expect(reply.status).toBe(status)
    expect(reply.body.errors[0].field).toBe(field)
    expect((await app.get(`${PATH}/bad`)).status).toBe(404)
  })

  test.each(['%00', '-first', 'a b', 'a%2Fb', 'x'.repeat(101), 'ä'])(
    'refuses the identifier %j',
    async (identifier) => {
      expect(await app.put(`${PATH}/${identifier}`, good)).toMatchObject({ status: 400 })
      expect((await app.get(`${PATH}/${identifier}`)).status).toBe(404)
    },
  )

  test('keeps nothing of html that a browser would run', async () => {
    const html =
      '<p onclick="x()">Hello <img src="https://t.example/1.gif" onerror="x()"><a href="javascript:x()">you</a></p><script>x()</script>'
    const { body } = await app.put(`${PATH}/html`, { questions: ['Is html shown safely?'], answer_html: html })
    expect(body.answer_html).not.toMatch(/onclick|onerror|img|javascript|script/)
    expect((await ask('is html shown safely')).body_html).toBe(body.answer_html)
  })
})

describe('in a conversation', () => {
  test('a custom answer is given, kept and reported as one', async () => {
    await app.put(`${PATH}/refund`, { questions: [QUESTIONS.refund], answer_html: '<p>Write to <b>Ann</b>.</p>' })
    const events = await world.talk('c', 'Hello', 'How do I get an order refund?')
    expect(events.map(gist)).toEqual(['fin_replied', 'awaiting_user_reply'])
    expect(events[0]?.['message'].body).toBe('<p>Write to <b>Ann</b>.</p>')
    expect((await world.parts('c')).at(-1)).toMatchObject({
      purpose: 'answer',
      metadata: { custom_answer: 'refund' },
      sources: [],
    })
    await world.talk('c', 'thanks')
    expect((await world.conversation('c')).ai_agent).toMatchObject({
      last_answer_type: 'custom_answer',
      resolution_state: 'confirmed_resolution',
    })
    await world.talk('other', QUESTIONS.password, 'thanks')
    // The last answer counts.
    await world.talk('both', QUESTIONS.refund, QUESTIONS.password, 'thanks')
    app.clock.advance(1_000)
    const { body } = await app.get('/dorsal/v1/reports/fin')
    expect(body.custom_answer_resolution).toMatchObject({ numerator: 1, denominator: 3 })
    expect(body.ai_answer_resolution).toMatchObject({ numerator: 2, denominator: 3 })
  })

  test('a follow-up is matched by its own words alone', async () => {
    await app.put(`${PATH}/refund`, { questions: ['refund of an order on a card'], answer_text: 'To the card.' })
    await world.talk('follow', QUESTIONS.refund, 'And on a card?')
    expect((await world.conversation('follow')).ai_agent.last_answer_type).toBe('ai_answer')
  })

  test('a model that fails does not keep a custom answer back', async () => {
    await app.put(`${PATH}/refund`, { questions: [QUESTIONS.refund], answer_text: 'Write to Ann.' })
    await app.post('/dorsal/v1/test/faults', { kind: 'model', times: 2 })
    expect((await app.post('/dorsal/v1/answers', { question: QUESTIONS.password })).status).toBe(503)
    await world.talk('fault', QUESTIONS.refund)
    expect((await world.lastReply('fault')).body).toBe('<p>Write to Ann.</p>')
  })
})
