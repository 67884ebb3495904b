import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'
import { Chat, contactOf, setFlow } from './channel-world.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ DORSAL_REQUESTS_PER_MINUTE: '1000000' })
  const source = await aSource(app)
  await app.post('/ai/external_pages', aPage(source))
  const html = '<p>Refunds of an invoice are paid within ten days.</p>'
  await app.post('/ai/external_pages', aPage(source, { external_id: 'refunds', title: 'Refunds', html }))
})
afterAll(() => app[Symbol.asyncDispose]())

const QUESTION = 'How do I start the machine?'
const ANSWER = expect.stringContaining('Press the green button')
const HELLO = 'new_message: Hi! How can I help you today?'

let contacts = 0
/** A chat of somebody whom nobody knows yet. */
function aChat(): Chat {
  const chat = new Chat(app)
  chat.contact = { type: 'lead', external_id: `visitor-${contacts++}` }
  return chat
}

const TOPICS = {
  type: 'quick_replies',
  body: 'What is it about?',
  options: [
    { id: 'invoice', text: 'An invoice' },
    { id: 'machine', text: 'How do I start the machine?', leads_to: 'answer' },
    { id: 'person', text: 'Something private', leads_to: 'hand_over' },
  ],
}
const MAIL = { type: 'collect_attribute', body: 'Your email?', attribute: { id: 'email', type: 'string' } }

describe('a channel without a flow of its own', () => {
  test('greets, shows that it is typing before each reply, and answers', async () => {
    await app.put('/dorsal/v1/custom_channel', { flow: [{ type: 'answer' }] })
    const chat = aChat()
    const { body: ids } = await chat.begin()
    expect((await chat.told()).map(({ event_type: type }) => type)).toEqual(['typing', 'new_message'])
    await chat.say(QUESTION)
    const told = await chat.told()
    expect(told.map(({ event_type: type }) => type)).toEqual(['typing', 'new_message'])
    expect(told[1]).toEqual({
      event_id: expect.any(String),
      event_type: 'new_message',
      external_conversation_id: chat.externalId,
      conversation_id: ids.conversation_id,
      contact: { external_id: chat.contact['external_id'], id: ids.contact_id },
      created_at: Math.floor(app.clock.now() / 1_000),
      message: {
        id: expect.stringMatching(/^\d+$/),
        author: { type: 'bot', name: 'Dorsal' },
        body: expect.stringContaining('<p>'),
        body_text: ANSWER,
      },
    })
  })

  test('says that a conversation is resolved, and goes on with it when the user does', async () => {
    const chat = aChat()
    await chat.begin()
    await chat.say(QUESTION)
    await chat.heard()
    await chat.say('Thank you!')
    expect(await chat.heard()).toEqual(['new_message: Glad I could help. Have a nice day!', 'conversation_resolved'])
    expect(await chat.seen()).toMatchObject({ open: false, ai_agent: { resolution_state: 'confirmed_resolution' } })
    await chat.say(QUESTION)
    expect((await chat.heard())[0]).toEqual(ANSWER)
  })

  test('hands over with the reason when the user asks for a person', async () => {
    const chat = aChat()
    await chat.begin()
    await chat.heard()
    await chat.say('I want to talk to a human')
    const told = await chat.told()
    expect(told.map(({ event_type: type }) => type)).toEqual(['typing', 'new_message', 'conversation_handed_over'])
    expect(told.at(-1)).toMatchObject({ reason: 'Escalation requested by user' })
  })
})

describe('quick replies', () => {
  beforeAll(() => setFlow(app, [{ type: 'greet', body: 'Welcome!' }, TOPICS, MAIL, { type: 'answer' }]))

  async function asked(): Promise<Chat> {
    const chat = aChat()
    await chat.begin()
    const told = await chat.told()
    expect(told.map(({ event_type: type }) => type)).toEqual(['typing', 'new_message', 'quick_replies'])
    expect(told[2].message).toMatchObject({
      body_text: 'What is it about?',
      quick_reply_options: TOPICS.options.map(({ id, text }) => ({ uuid: id, text })),
    })
    return chat
  }

  test('lead on to the next step when one is chosen', async () => {
    const chat = await asked()
    await chat.choose('invoice')
    expect(await chat.heard()).toEqual(['attribute_collector: Your email?'])
    const [, , reply] = (await chat.seen()).conversation_parts.conversation_parts
    expect(reply).toMatchObject({ body: '<p>An invoice</p>', metadata: { quick_reply_uuid: 'invoice' } })
  })

  test('may be typed', async () => {
    const chat = await asked()
    await chat.say('  an INVOICE ')
    expect(await chat.heard()).toEqual(['attribute_collector: Your email?'])
  })

  test('lead to the answer of their text, past the other steps', async () => {
    const chat = await asked()
    await chat.choose('machine')
    expect(await chat.heard()).toEqual([ANSWER])
  })

  test('lead to a person, also when chosen late', async () => {
    for (const first of [undefined, QUESTION]) {
      const chat = await asked()
      if (first !== undefined) await chat.say(first)
      await chat.heard()
      await chat.choose('person')
      expect(await chat.heard()).toEqual([
        "new_message: I'm passing you on to a person who can help.",
        'conversation_handed_over',
      ])
    }
  })

  test('give way to the answer when the user writes something else, and are not asked again', async () => {
    const chat = await asked()
    await chat.say(QUESTION)
    expect(await chat.heard()).toEqual([ANSWER])
    await chat.say('When are refunds of an invoice paid?')
    expect(await chat.heard()).toEqual([expect.stringContaining('within ten days')])
  })

  test('are not an answered prompt any more after a person had the conversation', async () => {
    const chat = await asked()
    await chat.choose('person')
    await chat.heard()
    await chat.teammate('close')
    await chat.say(QUESTION)
    expect(await chat.heard()).toEqual([ANSWER])
  })
})

describe('collecting attributes', () => {
  test.each([
    ['string', ' ', 'Gold ', 'Gold'],
    ['integer', '1,000', '-12', -12],
    ['float', 'a lot', '1,5', 1.5],
    ['boolean', 'perhaps', 'Yes', true],
    ['date', '2026-02-31', '2026-02-28', '2026-02-28'],
  ])('of type %s asks again for %j and takes %j', async (type, wrong, right, stored) => {
    const attribute = { id: `as ${type}`, type, model: 'conversation' }
    const step = { type: 'collect_attribute', body: 'Well?', attribute }
    await setFlow(app, [step, { type: 'greet', body: 'Noted.' }, { type: 'answer' }])
    const chat = aChat()
    await chat.begin()
    const [, prompt] = await chat.told()
    expect(prompt).toMatchObject({
      event_type: 'attribute_collector',
      message: { attribute: { id: `as ${type}`, type } },
    })
    for (let time = 1; time <= 2; time++) {
      expect((await chat.collect(attribute.id, wrong)).status).toBe(200)
      expect(await chat.heard()).toEqual([
        'new_message: I did not understand that. Could you try again?',
        'attribute_collector: Well?',
      ])
    }
    await chat.collect(attribute.id, right)
    expect(await chat.heard()).toEqual(['new_message: Noted.'])
    expect((await chat.seen()).custom_attributes).toEqual({ [attribute.id]: stored })
  })

  test('stores name and email with the contact, and refuses what is no email', async () => {
    const name = { type: 'collect_attribute', body: 'Your name?', attribute: { id: 'name', type: 'string' } }
    await setFlow(app, [name, MAIL, { type: 'answer' }])
    const chat = aChat()
    await chat.begin()
    await chat.collect('name', 'Ada')
    await chat.heard()
    await chat.collect('email', 'not telling')
    expect(await chat.heard()).toEqual([
      'new_message: I did not understand that. Could you try again?',
      'attribute_collector: Your email?',
    ])
    await chat.collect('email', ' ada@example.com ')
    // The value is no question: the agent asks for one.
    expect(await chat.heard()).toEqual([HELLO])
    const contact = await contactOf(app, String(chat.contact['external_id']))
    expect(contact).toMatchObject({ name: 'Ada', email: 'ada@example.com', custom_attributes: {} })
  })

  test('asks nobody for what is known, and everybody for what is called like a part of every object', async () => {
    const plan = { type: 'collect_attribute', body: 'Your plan?', attribute: { id: 'plan', type: 'string' } }
    const odd = { type: 'collect_attribute', body: 'Who built it?', attribute: { id: 'constructor', type: 'string' } }
    await setFlow(app, [MAIL, plan, odd, { type: 'answer' }])
    const chat = new Chat(app)
    await chat.begin()
    expect(await chat.heard()).toEqual(['attribute_collector: Your plan?'])
    await chat.collect('plan', 'gold')
    expect(await chat.heard()).toEqual(['attribute_collector: Who built it?'])
    await chat.collect('constructor', 'me')
    expect(await chat.heard()).toEqual([HELLO])
    const again = new Chat(app)
    await again.begin()
    expect(await again.heard()).toEqual([HELLO])
  })

  test('answers in the end what was asked before the prompts', async () => {
    await setFlow(app, [TOPICS, MAIL, { type: 'answer' }])
    const chat = aChat()
    await chat.begin()
    await chat.say('When are refunds of an invoice paid?')
    expect((await chat.heard()).at(-1)).toBe('quick_replies: What is it about?')
    await chat.choose('invoice')
    expect(await chat.heard()).toEqual(['attribute_collector: Your email?'])
    await chat.collect('email', 'me@example.com')
    expect(await chat.heard()).toEqual([expect.stringContaining('within ten days')])
  })

  test('keeps what comes at another time than it was asked for, and does not take it for a question', async () => {
    const name = { type: 'collect_attribute', body: 'Your name?', attribute: { id: 'name', type: 'string' } }
    await setFlow(app, [name, MAIL, { type: 'answer' }])
    const chat = aChat()
    await chat.begin()
    await chat.heard()
    // Early: the open prompt stays open, and is not shown again.
    await chat.collect('email', 'early@example.com')
    expect(await chat.heard()).toEqual([])
    await chat.collect('name', 'Ada')
    expect(await chat.heard()).toEqual([HELLO])
    await chat.say(QUESTION)
    await chat.heard()
    await chat.collect('email', 'late@example.com')
    expect(await chat.heard()).toEqual(['new_message: All right. Is there anything else I can help you with?'])
    const contact = await contactOf(app, String(chat.contact['external_id']))
    expect(contact).toMatchObject({ name: 'Ada', email: 'late@example.com' })
  })
})

describe('a flow', () => {
  test('hands over at a step that says so, and the agent goes on when the person is done', async () => {
    await setFlow(app, [{ type: 'greet', body: 'Hello.' }, MAIL, { type: 'hand_over', body: 'Kim will be with you.' }])
    const chat = aChat()
    await chat.begin()
    await chat.heard()
    await chat.collect('email', 'me@example.com')
    const told = await chat.told()
    expect(told.map(({ event_type: type }) => type)).toEqual(['typing', 'new_message', 'conversation_handed_over'])
    expect(told[1].message.body_text).toBe('Kim will be with you.')
    expect(told[2].reason).toBe('Routed to team')
    expect(await chat.seen()).toMatchObject({ handled_by: 'team', ai_agent: { resolution_state: 'routed_to_team' } })
    await chat.teammate('close')
    await chat.say(QUESTION)
    expect(await chat.heard()).toEqual([ANSWER])
  })

  test('without a last word is followed by the agent', async () => {
    await setFlow(app, [MAIL])
    for (const reply of ['me@example.com', undefined]) {
      const chat = aChat()
      await chat.begin()
      expect(await chat.heard()).toEqual(['attribute_collector: Your email?'])
      await (reply === undefined ? chat.say(QUESTION) : chat.collect('email', reply))
      expect(await chat.heard()).toEqual([reply === undefined ? ANSWER : HELLO])
      await chat.say(QUESTION)
      expect(await chat.heard()).toEqual([ANSWER])
    }
  })

  test('of greetings alone greets and waits', async () => {
    await setFlow(app, [
      { type: 'greet', body: 'Hello.' },
      { type: 'greet', body: '<b>Ask</b> away.' },
    ])
    const chat = aChat()
    await chat.begin()
    const told = await chat.told()
    expect(told.map(({ message }) => message?.body)).toEqual([
      undefined,
      '<p>Hello.</p>',
      '<p>&lt;b&gt;Ask&lt;/b&gt; away.</p>',
    ])
    await chat.say(QUESTION)
    expect(await chat.heard()).toEqual([ANSWER])
  })
})

describe('a flow that changes while conversations stand in it', () => {
  const OLD = [{ type: 'greet', body: 'Hello.' }, TOPICS, MAIL, { type: 'answer' }]
  const NEW = {
    'is shorter': [{ type: 'answer' }],
    'has another kind of step there': [{ type: 'answer' }, { type: 'hand_over' }, { type: 'answer' }],
    'has other options there': [
      { type: 'greet', body: 'Good day.' },
      { ...TOPICS, options: [{ id: 'new', text: 'New' }] },
      { type: 'answer' },
    ],
  }

  test.each(Object.entries(NEW))('and %s takes the reply to what was asked', async (_name, flow) => {
    await setFlow(app, OLD)
    const chats = [aChat(), aChat(), aChat()]
    for (const chat of chats) {
      await chat.begin()
      await chat.heard()
    }
    await setFlow(app, flow)
    const [chooser, typist, asker] = chats as [Chat, Chat, Chat]
    expect((await chooser.choose('invoice')).status).toBe(200)
    expect(await chooser.heard()).toEqual([HELLO])
    await typist.say('Something private')
    expect(await typist.heard()).toContain('conversation_handed_over')
    await asker.say(QUESTION)
    expect(await asker.heard()).toEqual([ANSWER])
    // The choice was answered: by now nobody offers it any more.
    expect((await chooser.choose('invoice')).status).toBe(422)
  })

  test('stores the attribute that was asked for', async () => {
    const attribute = { id: 'seats', type: 'integer', model: 'conversation' }
    await setFlow(app, [{ type: 'collect_attribute', body: 'How many?', attribute }, { type: 'answer' }])
    const chat = aChat()
    await chat.begin()
    await chat.heard()
    await setFlow(app, [{ type: 'answer' }])
    await chat.collect('seats', 'many')
    expect((await chat.heard()).at(-1)).toBe('attribute_collector: How many?')
    await chat.collect('seats', '3')
    expect(await chat.heard()).toEqual([HELLO])
    expect((await chat.seen()).custom_attributes).toEqual({ seats: 3 })
  })

  test('does not begin again for those who are with the agent', async () => {
    await setFlow(app, [{ type: 'answer' }])
    const chat = aChat()
    await chat.begin()
    await chat.heard()
    await setFlow(app, OLD)
    await chat.say(QUESTION)
    expect(await chat.heard()).toEqual([ANSWER])
  })
})

describe('while a person has the conversation', () => {
  beforeAll(() => setFlow(app, [{ type: 'answer' }]))

  test('the agent is silent, replies of the team go out and notes do not', async () => {
    const chat = aChat()
    await chat.begin()
    await chat.heard()
    await chat.teammate('reply', { body: 'I will look into it.' })
    const told = await chat.told()
    expect(told.map(({ event_type: type }) => type)).toEqual(['conversation_handed_over', 'new_message'])
    expect(told[1].message).toMatchObject({ author: { type: 'admin', name: 'Kim' }, body_text: 'I will look into it.' })
    await chat.teammate('reply', { body: 'Rude.', message_type: 'note' })
    await chat.say(QUESTION)
    app.clock.advance(100 * 86_400_000)
    expect(await chat.told()).toEqual([])
    const { conversation_parts: parts } = (await chat.seen()).conversation_parts
    expect(parts.map((part: any) => part.author.type)).toEqual(['bot', 'admin', 'admin', 'user'])

    await chat.teammate('close')
    await chat.say(QUESTION)
    expect((await chat.told()).map(({ event_type: type }) => type)).toEqual(['typing', 'new_message'])
    await chat.teammate('close')
    await chat.teammate('reopen')
    await chat.say(QUESTION)
    expect(await chat.heard()).toEqual(['conversation_handed_over'])
  })

  test('what the user chooses and tells is kept, and no step is taken', async () => {
    await setFlow(app, [TOPICS, MAIL, { type: 'answer' }])
    const chat = aChat()
    await chat.begin()
    await chat.heard()
    await chat.teammate('reply', { body: 'Hello, Kim here.' })
    await chat.heard()
    await chat.choose('invoice')
    await chat.collect('email', 'me@example.com')
    expect(await chat.heard()).toEqual([])
    expect(await contactOf(app, String(chat.contact['external_id']))).toMatchObject({ email: 'me@example.com' })
  })
})
