import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPage } from '../support/test-app.ts'
import { FinWorld, gist, QUESTIONS } from './fin-world.ts'

let world: FinWorld
beforeAll(async () => {
  world = await FinWorld.open()
})
afterAll(() => world[Symbol.asyncDispose]())

const REQUESTED = 'escalated: Escalation requested by user'
const UNANSWERABLE = 'Which planet of the solar system is the largest one?'
const HANDED_OVER = ['fin_replied', REQUESTED, 'complete']
const RESOLVED = ['fin_replied', 'resolved', 'complete', 'csat_requested']
const WAITING = ['fin_replied', 'awaiting_user_reply']
const PREVIEW = { version: 'Preview' }

/** Why the agent said what it said, for each message of the user. */
async function purposes(...texts: readonly string[]): Promise<string[]> {
  const id = world.newId()
  await world.talk(id, ...texts)
  return (await world.parts(id)).filter(({ author }) => author.type === 'bot').map(({ purpose }) => purpose)
}

describe('the agent', () => {
  test('greets, answers from the library with a link, and is thanked', async () => {
    const id = world.newId()
    expect((await world.talk(id, 'Hi there!')).map(gist)).toEqual(WAITING)
    expect((await world.lastReply(id)).body).toBe('<p>Hi! How can I help you today?</p>')
    const [reply] = await world.talk(id, QUESTIONS.refund)
    expect(reply).toMatchObject({ status: 'awaiting_user_reply', message: { author: 'fin' } })
    expect(reply?.['message'].body).toContain(QUESTIONS.refundWord)
    expect(reply?.['message'].body).toContain('<a href="https://help.example.com/refund" target="_blank"')
    expect((await world.talk(id, 'Thanks, that helped')).map(gist)).toEqual(RESOLVED)
    expect(await world.conversation(id)).toMatchObject({
      status: 'complete',
      open: false,
      ai_agent: { resolution_state: 'confirmed_resolution', last_answer_type: 'ai_answer' },
    })
  })

  test('asks one question back when it can not tell what is meant, and only one', async () => {
    expect(await purposes('I have a question', 'I need help')).toEqual(['clarification', 'no_answer'])
    expect(await purposes('I have a question', QUESTIONS.refund)).toEqual(['clarification', 'answer'])
  })

  test.each([
    ['Yes please', HANDED_OVER],
    ['No thanks', WAITING],
    [QUESTIONS.refund, WAITING],
  ])('offers a person where it has no answer; the user says: %s', async (answer, expected) => {
    const id = world.newId()
    expect((await world.talk(id, UNANSWERABLE)).map(gist)).toEqual(WAITING)
    expect(await world.lastReply(id)).toMatchObject({ purpose: 'no_answer', body: expect.stringContaining('person?') })
    expect((await world.talk(id, answer)).map(gist)).toEqual(expected)
  })

  test('offers nobody where that is switched off', async () => {
    await world.settings({ escalation: { offer: false } })
    const id = world.newId()
    await world.talk(id, UNANSWERABLE)
    expect((await world.lastReply(id)).body).not.toContain('person')
    expect((await world.talk(id, 'Yes please')).map(gist)).toEqual(WAITING)
    await world.settings({ escalation: { offer: true } })
  })

  test('asks for detail when it did not help, then offers a person', async () => {
    const expected = ['answer', 'ask_for_detail', 'offer', 'hand_over']
    expect(await purposes(QUESTIONS.refund, 'That did not help', 'Still not working', 'yes')).toEqual(expected)
  })

  test.each([
    ['en', 'Can I talk to a human please?'],
    ['de', 'Kann ich bitte mit einem Menschen sprechen?'],
  ])('hands over to a person who was asked for in %s', async (language, text) => {
    const id = world.newId()
    expect((await world.talk(id, text)).map(gist)).toEqual(HANDED_OVER)
    expect(await world.conversation(id)).toMatchObject({
      language,
      status: 'complete',
      open: true,
      handled_by: 'team',
      ai_agent: { resolution_state: 'escalated' },
    })
  })

  test('hands over by the first rule that fits, and says which', async () => {
    const rules = [{ name: 'Money back', phrases: ['chargeback', 'my lawyer'] }]
    await world.settings({ escalation: { rules } })
    const text = 'I am going to ask My Lawyer, about this!'
    expect((await world.talk(world.newId(), text)).map(gist)).toEqual([
      'fin_replied',
      'escalated: Escalation rule: Money back',
      'complete',
    ])
    await world.settings({ escalation: { rules: [] } })
  })

  test('answers in the language of the conversation, from the pages of that language', async () => {
    const id = world.newId()
    await world.talk(id, QUESTIONS.german)
    expect((await world.lastReply(id)).body).toContain(QUESTIONS.germanWord)
    await world.talk(id, 'Super, danke!')
    expect((await world.lastReply(id)).body).toContain('Schön, dass ich helfen konnte.')
  })

  test('understands a follow-up by what was asked before, here or before the agent was asked', async () => {
    const id = world.newId()
    await world.talk(id, QUESTIONS.refund, 'And the money?')
    expect((await world.lastReply(id)).body).toContain('within a week')

    const other = world.newId()
    const history = [world.message(QUESTIONS.refund), world.message('You open the order.', { author: 'agent' })]
    await world.start(other, 'And the money?', { conversation_metadata: { history } })
    await world.idle()
    const parts = await world.parts(other)
    expect(parts.map(({ author }) => author.type)).toEqual(['user', 'admin', 'user', 'bot'])
    expect(parts.at(-1)).toMatchObject({ purpose: 'answer', body: expect.stringContaining('within a week') })
  })

  test('answers two messages that came before its answer together, in one reply', async () => {
    const id = world.newId()
    await world.talk(id, 'Hello there')
    await world.thinkUntilMoved(id)
    await world.reply(id, QUESTIONS.refund)
    expect((await world.reply(id, 'And the money?')).body.status).toBe('thinking')
    await world.idle()
    expect((await world.conversation(id)).status).toBe('thinking')
    const before = (await world.events(id)).length
    world.app.clock.advance(60_000)
    await world.idle()
    expect((await world.events(id)).slice(before).map(gist)).toEqual(WAITING)
    const parts = await world.parts(id)
    expect(parts.map(({ author }) => author.type)).toEqual(['user', 'bot', 'user', 'user', 'bot'])
    expect(parts.at(-1)).toMatchObject({ purpose: 'answer', body: expect.stringContaining('within a week') })
  })

  test('sees pages for the user’s audience only', async () => {
    await world.app.post('/dorsal/v1/attributes', { model: 'user', name: 'plan', type: 'string' })
    const made = await world.app.post('/ai/content_import_sources', {
      sync_behavior: 'api',
      url: 'https://pro.example',
    })
    const rule = { attribute: 'plan', comparison: 'eq', value: 'pro' }
    const audience = await world.app.post('/dorsal/v1/audiences', { name: 'Pro', rule })
    await world.app.put(
      `/ai/content_import_sources/${made.body.id}`,
      { sync_behavior: 'api', url: 'https://pro.example', audience_ids: [Number(audience.body.id)] },
      { version: '2.15' },
    )
    const html = '<p>The turbine spins at nine thousand revolutions when it is calibrated.</p>'
    await world.app.post('/ai/external_pages', aPage(made.body.id, { external_id: 't', title: 'Turbine', html }))

    const ask = async (attributes: object) => {
      const id = world.newId()
      await world.start(id, 'How does the turbine spin when it is calibrated?', { user: { id, attributes } })
      await world.idle()
      return (await world.lastReply(id)).purpose
    }
    expect(await ask({ plan: 'pro' })).toBe('answer')
    expect(await ask({ plan: 'free' })).toBe('no_answer')
    expect(await ask({})).toBe('no_answer')
  })

  test('keeps what users write harmless for who reads it', async () => {
    const id = world.newId()
    const bad = '<p onclick="x()">How do I <b>get</b> a refund <i>for</i> an order?</p><script>alert(1)</script>'
    await world.talk(
      id,
      `${bad}<img src=x onerror=alert(1)><a href="javascript:alert(1)">order</a><iframe src=x></iframe>`,
    )
    const [asked, answered] = await world.parts(id)
    expect(asked.body).toContain('<p>How do I <b>get</b> a refund <i>for</i> an order?</p>')
    expect(asked.body).not.toMatch(/script|onclick|onerror|iframe|javascript|<img/i)
    expect(answered).toMatchObject({ purpose: 'answer', body: expect.stringContaining(QUESTIONS.refundWord) })

    await world.talk(id, '1 < 2 & "3" > 2\n\nsecond paragraph\nsecond line')
    expect((await world.parts(id)).at(-2).body).toBe(
      '<p>1 &lt; 2 &amp; &quot;3&quot; &gt; 2</p><p>second paragraph<br>second line</p>',
    )
  })
})

describe('one answer and no more', () => {
  const alone = { settings: { follow_up_questions: false } }

  test.each([
    ['I have a question', 'no_answer'],
    [UNANSWERABLE, 'no_answer'],
    ['I want to talk to a human', 'no_answer'],
    [QUESTIONS.refund, 'answer'],
  ])('by the settings of a message asks nothing back and offers nobody: %s', async (text, purpose) => {
    const id = world.newId()
    await world.start(id, text, alone, PREVIEW)
    await world.idle()
    expect(await world.lastReply(id)).toMatchObject({ purpose, body: expect.not.stringContaining('person?') })
    expect((await world.events(id)).map(gist)).toEqual(WAITING)
  })

  test.each([
    [QUESTIONS.refund, ['fin_replied', 'resolved', 'complete']],
    [UNANSWERABLE, ['fin_replied', 'complete']],
    ['I want to talk to a human', ['fin_replied', 'complete']],
    ['Hello', ['fin_replied', 'complete']],
  ])('by asking ends in complete: %s', async (text, expected) => {
    const id = world.newId()
    const { status, body } = await world.app.post('/fin/ask', world.body(id, text), PREVIEW)
    expect({ status, answer: body.status }).toEqual({ status: 200, answer: 'thinking' })
    await world.idle()
    const events = await world.events(id)
    expect(events.map(gist)).toEqual(expected)
    expect(events[0]?.['status']).toBe('replying')
    expect(await world.conversation(id)).toMatchObject({ status: 'complete' })
  })
})

describe('escalating', () => {
  const REASON = 'escalated: Escalation requested via API'
  const escalate = (body: object) => world.app.post('/fin/escalate', body, PREVIEW)

  test('hands a conversation over, whatever its state, and keeps the note from the user', async () => {
    const id = world.newId()
    await world.talk(id, QUESTIONS.refund)
    for (const state of ['awaiting', 'complete']) {
      const before = (await world.events(id)).length
      const { status, body } = await escalate({ conversation_id: id, context: `Note <script>x</script> ${state}` })
      expect({ status, body }).toMatchObject({ status: 200, body: { conversation_id: id, status: 'escalated' } })
      expect((await world.events(id)).slice(before).map(gist)).toEqual([REASON, 'complete'])
    }
    await world.reply(id, QUESTIONS.refund)
    await escalate({ conversation_id: id, message: 'I give up' })
    await world.idle()
    expect((await world.events(id)).map(gist).slice(-2)).toEqual([REASON, 'complete'])
    const parts = await world.parts(id)
    const notes = parts.filter(({ part_type: type }) => type === 'note').map(({ body }) => body)
    expect(notes).toEqual(['Note  awaiting', 'Note  complete'])
    expect(parts.map(({ body }) => body)).toContain('<p>Requesting human support</p>')
    expect(parts.at(-1).body).toBe('<p>I give up</p>')
    expect(await world.conversation(id)).toMatchObject({ handled_by: 'team', open: true })
  })

  test('begins a conversation of a user', async () => {
    const { status, body } = await escalate({ user: { id: 'E-1', name: 'Eve' }, message: 'Help!' })
    expect(status).toBe(200)
    expect(await world.conversation(body.conversation_id)).toMatchObject({
      id: body.intercom_conversation_id,
      contact: { external_id: 'E-1', name: 'Eve' },
      ai_agent: { resolution_state: 'escalated' },
    })
    expect((await world.events(body.conversation_id)).map(gist)).toEqual([REASON, 'complete'])
  })

  test('needs a conversation that is known, or a user', async () => {
    const before = await world.counts()
    const { status, body } = await escalate({ message: 'Help' })
    expect({ status, message: body.errors[0].message }).toEqual({
      status: 400,
      message: 'Either conversation_id or user must be provided',
    })
    const unknown = await escalate({ conversation_id: world.newId() })
    expect(unknown.body.errors).toMatchObject([{ code: 'parameter_invalid', message: 'Conversation not found' }])
    expect((await escalate({ user: { id: 'x' }, message: 'x'.repeat(10_001) })).status).toBe(400)
    expect(await world.counts()).toEqual(before)
  })
})
