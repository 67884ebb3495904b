import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FinWorld, gist, QUESTIONS } from './fin-world.ts'

let world: FinWorld
beforeAll(async () => {
  world = await FinWorld.open()
})
afterAll(() => world[Symbol.asyncDispose]())

const SESSION_EXISTS =
  'Fin session already exists for this conversation. Please use /reply to continue the conversation.'
const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n))
const attributes = (count: number) => Object.fromEntries(many(count, (n) => [`a${n}`, n]))
const attachment = { type: 'file', name: 'a.txt', content_type: 'text/plain', data: '' }
const past = (count: number) => many(count, () => world.message('Earlier'))

/** A fault made in a good body, the message that refuses it, and the field where the message does not begin with it. */
interface Refusal {
  readonly what: string
  readonly change: (body: any) => unknown
  readonly message: string
  readonly field?: string
}

const REFUSALS: readonly Refusal[] = [
  { what: 'no conversation', change: (body) => delete body.conversation_id, message: 'conversation_id is required' },
  { what: 'a blank one', change: (body) => (body.conversation_id = ' '), message: 'conversation_id is required' },
  { what: 'no message', change: (body) => delete body.message, message: 'message is required' },
  { what: 'no author', change: (body) => delete body.message.author, message: 'message.author is required' },
  { what: 'no body', change: (body) => delete body.message.body, message: 'message.body is required' },
  { what: 'an empty body', change: (body) => (body.message.body = ' \n '), message: 'message.body is required' },
  {
    what: 'html without text',
    change: (body) => (body.message.body = '<p> <script>x</script></p>'),
    message: 'message.body is required',
  },
  { what: 'no user', change: (body) => delete body.user, message: 'user is required' },
  { what: 'no id of the user', change: (body) => delete body.user.id, message: 'user.id is required' },
  {
    what: 'another author',
    change: (body) => (body.message.author = 'bot'),
    message: 'message.author must be one of user, agent, fin',
  },
  {
    what: 'a day that is none',
    change: (body) => (body.message.timestamp = '2026-13-01T00:00:00Z'),
    message: 'message.timestamp must be a date and time',
  },
  {
    what: 'eleven attachments',
    change: (body) => (body.attachments = many(11, () => attachment)),
    message: 'Cannot attach more than 10 attachments at once.',
    field: 'attachments',
  },
  {
    what: 'eleven attributes of the user',
    change: (body) => (body.user.attributes = attributes(11)),
    message: 'Cannot update more than 10 attributes at once.',
    field: 'user.attributes',
  },
]

const REFUSALS_OF_START: readonly Refusal[] = [
  {
    what: 'eleven messages of history',
    change: (body) => (body.conversation_metadata = { history: past(11) }),
    message: 'Conversation history cannot contain more than 10 items',
    field: 'conversation_metadata.history',
  },
  {
    what: 'eleven attributes of the conversation',
    change: (body) => (body.conversation_metadata = { attributes: attributes(11) }),
    message: 'Cannot update more than 10 attributes at once.',
    field: 'conversation_metadata.attributes',
  },
]

describe('a request', () => {
  test.each([
    ...REFUSALS.flatMap((each) => ['start', 'reply'].map((path) => ({ path, ...each }))),
    ...REFUSALS_OF_START.map((each) => ({ path: 'start', ...each })),
  ])('to $path with $what is refused, and nothing of it is kept', async ({ path, change, message, field }) => {
    const id = world.newId()
    if (path === 'reply') await world.talk(id, 'Hello')
    const body = world.body(id, 'Hello again', { user: { id: `user of ${id}`, name: 'New name' } })
    change(body)
    const before = await world.counts()
    const reply = await world.app.post(`/fin/${path}`, body)
    expect(reply.status).toBe(400)
    expect(reply.body.errors).toEqual([
      { code: 'parameter_invalid', message, field: field ?? message.replace(/ (is|must) .*/, '') },
    ])
    expect(await world.counts()).toEqual(before)
  })

  test('may have ten of everything', async () => {
    const id = world.newId()
    const { status, body } = await world.start(id, 'Hello', {
      user: { id, attributes: attributes(10) },
      attachments: many(10, (n) => ({ ...attachment, data: btoa(`text ${n}`) })),
      conversation_metadata: { history: past(10), attributes: attributes(10) },
    })
    expect(status).toBe(200)
    expect(Object.keys(body.errors.user.attributes)).toHaveLength(10)
    await world.idle()
    const parts = await world.parts(id)
    expect(parts.map(({ author }) => author.type)).toEqual([...many(11, () => 'user'), 'bot'])
    expect(parts[10].attachments).toHaveLength(10)
  })

  test('may leave the time of its message out, or give it by its other name', async () => {
    const [none, other] = [world.newId(), world.newId()]
    const message = { author: 'user', body: 'Hello' }
    expect((await world.start(none, '', { message })).status).toBe(200)
    const again = { ...message, timestamp_ms: '2026-01-24T10:01:20.5Z' }
    const replies = await Promise.all([1, 2].map(() => world.start(other, '', { message: again })))
    expect(replies.map(({ status }) => status)).toEqual([200, 200])
    await world.idle()
  })

  test('gives the conversation, the user, the status, the time and the address of the stream', async () => {
    const id = world.newId()
    const { body } = await world.start(id, 'Hello')
    const { sse_subscription_url: stream, intercom_conversation_id: internal, ...rest } = body
    expect(rest).toEqual({
      conversation_id: id,
      user_id: `user of ${id}`,
      status: 'thinking',
      created_at_ms: new Date(world.app.clock.now()).toISOString(),
    })
    expect(internal).toMatch(/^[0-9]+$/)
    expect(stream).toMatch(/\/event-stream\?channels=fin_agent_api:\w+:[\w-]+&accessToken=[\w.-]+&rewind=2m$/)
    await world.idle()
    const replied = await world.reply(id, 'Hello again')
    expect(replied.body.sse_subscription_url).toMatch(/&accessToken=[\w.-]+$/)
    await world.idle()
  })

  test('gives no address of a stream where streams are switched off', async () => {
    await world.settings({ sse: false })
    expect((await world.start(world.newId(), 'Hello')).body).not.toHaveProperty('sse_subscription_url')
    await world.settings({ sse: true })
  })
})

describe('the same message again', () => {
  test('is answered as the first time, without a second turn, for five minutes', async () => {
    const id = world.newId()
    const body = world.body(id, QUESTIONS.refund)
    const first = await world.app.post('/fin/start', body)
    const early = await world.app.post('/fin/start', body)
    await world.idle()
    const events = await world.events(id)
    world.app.clock.advance(299_999)
    await world.idle()
    const late = await world.app.post('/fin/start', body)
    await world.idle()
    for (const { status, body: again } of [early, late]) {
      expect(status).toBe(200)
      expect({ ...again, sse_subscription_url: '' }).toEqual({ ...first.body, sse_subscription_url: '' })
    }
    expect((await world.parts(id)).filter(({ author }) => author.type === 'user')).toHaveLength(1)
    // Only the question whether that was it, after four minutes.
    expect((await world.events(id)).slice(events.length).map(gist)).toEqual(['fin_replied', 'awaiting_user_reply'])

    world.app.clock.advance(1)
    const tooLate = await world.app.post('/fin/start', body)
    expect(tooLate.body.errors).toMatchObject([{ code: 'parameter_invalid', message: SESSION_EXISTS }])
  })

  test('is one message also when all come at once', async () => {
    const id = world.newId()
    const started = world.body(id, QUESTIONS.refund)
    const starts = await Promise.all(many(6, () => world.app.post('/fin/start', started)))
    expect(new Set(starts.map(({ status }) => status))).toEqual(new Set([200]))
    await world.idle()
    const replied = world.body(id, QUESTIONS.password)
    const replies = await Promise.all(many(6, () => world.app.post('/fin/reply', replied)))
    expect(new Set(replies.map(({ status, body }) => `${status} ${body.created_at_ms}`)).size).toBe(1)
    await world.idle()
    const authors = (await world.parts(id)).map(({ author }) => author.type)
    expect(authors).toEqual(['user', 'bot', 'user', 'bot'])
  })

  test('is another one after five minutes in a reply, at another time, or with other words', async () => {
    const id = world.newId()
    await world.talk(id, 'Hello')
    const body = world.body(id, QUESTIONS.refund)
    const others = [body, { ...body, message: { ...body.message, body: QUESTIONS.password } }]
    others.push({ ...body, message: world.message(QUESTIONS.refund) })
    for (const other of others) {
      await world.app.post('/fin/reply', other)
      await world.idle()
    }
    world.app.clock.advance(300_000)
    await world.idle()
    await world.app.post('/fin/reply', body)
    await world.idle()
    const purposes = (await world.parts(id)).filter(({ author }) => author.type === 'bot').map(({ purpose }) => purpose)
    expect(purposes).toEqual(['greeting', 'answer', 'answer', 'answer', 'check_in', 'answer'])
  })

  test('from another user is no duplicate', async () => {
    const id = world.newId()
    const body = world.body(id, 'Hello')
    await world.app.post('/fin/start', body)
    await world.idle()
    const before = await world.counts()
    const stranger = await world.app.post('/fin/start', { ...body, user: { id: 'a stranger' } })
    expect(stranger).toMatchObject({ status: 400, body: { errors: [{ message: SESSION_EXISTS }] } })
    expect(await world.counts()).toEqual(before)
  })
})

describe('a conversation', () => {
  test('is begun once', async () => {
    const id = world.newId()
    await world.talk(id, 'Hello')
    const before = await world.counts()
    const { status, body } = await world.start(id, 'Hello')
    expect(status).toBe(400)
    expect(body.errors).toEqual([{ code: 'parameter_invalid', message: SESSION_EXISTS, field: 'conversation_id' }])
    expect(await world.counts()).toEqual(before)
  })

  test('must be known to be gone on with', async () => {
    const before = await world.counts()
    const { status, body } = await world.reply(world.newId(), 'Hello', { user: { id: 'somebody new' } })
    expect(status).toBe(400)
    expect(body.errors).toEqual([
      { code: 'parameter_invalid', message: 'Conversation not found', field: 'conversation_id' },
    ])
    expect(await world.counts()).toEqual(before)
  })

  test('belongs to its user', async () => {
    const id = world.newId()
    await world.talk(id, 'Hello')
    const before = await world.counts()
    const { status, body } = await world.reply(id, 'Hello', { user: { id: 'somebody else', name: 'S' } })
    expect(status).toBe(400)
    expect(body.errors).toMatchObject([{ code: 'parameter_invalid', field: 'user.id' }])
    expect(await world.counts()).toEqual(before)
  })

  test('goes on after it was complete', async () => {
    const id = world.newId()
    expect((await world.talk(id, QUESTIONS.refund, 'thanks')).map(gist)).toEqual([
      'fin_replied',
      'resolved',
      'complete',
      'csat_requested',
    ])
    expect((await world.talk(id, QUESTIONS.password)).map(gist)).toEqual(['fin_replied', 'awaiting_user_reply'])
    expect(await world.conversation(id)).toMatchObject({ open: true, status: 'awaiting_user_reply' })
  })

  test('takes what the agent has not been asked as context, and never waits for an answer to nothing', async () => {
    const id = world.newId()
    const fromTeam = { message: world.message('Hello, this is Ann. What can we do for you?', { author: 'agent' }) }
    expect((await world.start(id, '', fromTeam)).body.status).toBe('thinking')
    await world.idle()
    expect(await world.conversation(id)).toMatchObject({ status: 'awaiting_user_reply' })

    const before = await world.events(id)
    const note = { message: world.message('We are looking into it.', { author: 'agent' }) }
    expect((await world.reply(id, '', note)).body.status).toBe('awaiting_user_reply')
    await world.idle()
    expect(await world.events(id)).toEqual(before)

    // Said while the agent thinks, it answers nothing for the agent.
    const context = { message: world.message('One moment', { author: 'agent' }) }
    await Promise.all([world.reply(id, QUESTIONS.refund), world.reply(id, '', context)])
    await world.idle()
    expect((await world.lastReply(id)).body).toContain(QUESTIONS.refundWord)
  })
})

describe('the user of a request', () => {
  const contactOf = async (externalId: string) =>
    (await world.app.get(`/dorsal/v1/contacts?external_id=${encodeURIComponent(externalId)}`)).body.data

  test('is created, found again by its id, and brought up to date', async () => {
    for (const [name, type] of [
      ['plan', 'string'],
      ['seats', 'integer'],
      ['score', 'float'],
      ['vip', 'boolean'],
      ['since', 'date'],
    ]) {
      await world.app.post('/dorsal/v1/attributes', { model: 'user', name, type })
    }
    const id = world.newId()
    const user = { id: 'U-1', name: 'Jane', email: 'jane@example.com', attributes: { plan: 'Free', seats: 3 } }
    await world.start(id, 'Hello', { user })
    const later = { id: 'U-1', email: 'j.doe@example.com', attributes: { plan: 'Pro', vip: true, seats: null } }
    await world.reply(id, 'Hello again', { user: later })
    await world.start(world.newId(), 'Hello', { user: { id: 'U-1' } })
    await world.idle()
    expect(await contactOf('U-1')).toMatchObject([
      {
        role: 'user',
        external_id: 'U-1',
        name: 'Jane',
        email: 'j.doe@example.com',
        custom_attributes: { plan: 'Pro', vip: true },
      },
    ])
  })

  test('keeps the attributes that fit, and the others are told in the answer', async () => {
    await world.app.post('/dorsal/v1/attributes', { model: 'conversation', name: 'priority_level', type: 'string' })
    await world.app.post('/dorsal/v1/attributes', { model: 'conversation', name: 'department', type: 'string' })
    const id = world.newId()
    const wrong = { plan: 1234, seats: 1.5, score: '1', vip: 'yes', since: 'soon', unknown: 1 }
    const { status, body } = await world.start(id, QUESTIONS.refund, {
      user: { id, attributes: wrong },
      conversation_metadata: { attributes: { priority_level: 1234, department: 'sales', bad_attr: ['x'] } },
    })
    expect({ status, answer: body.status }).toEqual({ status: 200, answer: 'thinking' })
    expect(body.errors).toEqual({
      user: {
        attributes: {
          plan: "'1234' is not a valid value for attribute 'plan' of type 'string'",
          seats: "'1.5' is not a valid value for attribute 'seats' of type 'integer'",
          score: "'1' is not a valid value for attribute 'score' of type 'float'",
          vip: "'yes' is not a valid value for attribute 'vip' of type 'boolean'",
          since: "'soon' is not a valid value for attribute 'since' of type 'date'",
          unknown: "User attribute 'unknown' does not exist",
        },
      },
      conversation: {
        attributes: {
          priority_level: "'1234' is not a valid value for attribute 'priority_level' of type 'string'",
          bad_attr: "Conversation attribute 'bad_attr' does not exist",
        },
      },
    })
    await world.idle()
    const { custom_attributes: kept, contact } = await world.conversation(id)
    expect({ kept, ofUser: contact.custom_attributes }).toEqual({ kept: { department: 'sales' }, ofUser: {} })
    const replied = await world.reply(id, 'Thanks', { user: { id, attributes: { unknown: 1, plan: 'Pro' } } })
    expect(replied.body.errors).toEqual({
      user: { attributes: { unknown: "User attribute 'unknown' does not exist" } },
    })
    await world.idle()
    expect((await world.conversation(id)).contact.custom_attributes).toEqual({ plan: 'Pro' })
  })
})

describe('the version of a request', () => {
  test('must be 2.14 at least', async () => {
    for (const path of ['start', 'reply', 'csat']) {
      const body = path === 'csat' ? { conversation_id: 'x', rating: 'ok' } : world.body('x', 'Hello')
      const { status, body: answer } = await world.app.post(`/fin/${path}`, body, { version: '2.13' })
      expect(status).toBe(400)
      expect(answer.errors).toMatchObject([
        {
          code: 'intercom_version_invalid',
          message: 'Requested resource is not available in current API version.',
        },
      ])
    }
  })

  test.each(['/fin/ask', '/fin/escalate'])('must be Preview for %s', async (path) => {
    const before = await world.counts()
    for (const version of [undefined, '2.14', '2.17']) {
      const options = version === undefined ? {} : { version }
      const { status, body } = await world.app.post(path, world.body(world.newId(), 'Hello'), options)
      expect({ status, code: body.errors[0].code }).toEqual({ status: 400, code: 'intercom_version_invalid' })
    }
    expect(await world.counts()).toEqual(before)
  })
})
