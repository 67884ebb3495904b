import { rmSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyDataTemplate } from '../support/data-template.ts'
import { seeded } from '../support/random.ts'
import { startTestApp, type Reply, type TestApp } from '../support/test-app.ts'
import { anEvent, Chat, contactOf, everything, JANE, PATHS, setFlow } from './channel-world.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ DORSAL_REQUESTS_PER_MINUTE: '1000000' })
})
afterAll(() => app[Symbol.asyncDispose]())

const INVALID_REFERENCE = { code: 'data_invalid', message: 'Invalid or duplicated record reference' }
const NO_CONTACT = { code: 'data_invalid', message: 'Contact not found or could not be created' }

function aUser(externalId: string) {
  return { ...JANE, external_id: externalId }
}

function aLead(externalId: string) {
  return { type: 'lead', external_id: externalId } as const
}

/** Sends what is to be refused, and checks that it left nothing behind. */
async function refused(send: () => Promise<Reply<any>>): Promise<{ status: number; code: string; field?: string }> {
  await app.app.idle()
  const before = await everything(app)
  const { status, body } = await send()
  expect(body.errors, JSON.stringify(body)).toHaveLength(1)
  expect(await everything(app)).toEqual(before)
  return { status, ...body.errors[0] }
}

describe('the contact of an event', () => {
  test('is created, answered by the pair of ids, and brought up to date', async () => {
    const chat = new Chat(app)
    chat.contact = aUser('ann')
    const { body } = await chat.begin()
    const contact = await contactOf(app, 'ann')
    expect(contact).toMatchObject({ role: 'user', name: 'Jane Doe', email: 'jane@example.com' })
    expect(body).toEqual({
      external_conversation_id: chat.externalId,
      conversation_id: expect.stringMatching(/^\d+$/),
      external_contact_id: 'ann',
      contact_id: contact.id,
    })
    chat.contact = { ...aUser('ann'), name: 'Ann', email: undefined }
    expect((await chat.say('Hello')).body).toEqual(body)
    expect(await contactOf(app, 'ann')).toMatchObject({ id: contact.id, name: 'Ann', email: 'jane@example.com' })
  })

  test('is a lead that becomes a user, and stays one', async () => {
    const chat = new Chat(app)
    chat.contact = { ...aLead('ben'), name: ' ' }
    const { body } = await chat.begin()
    expect(await contactOf(app, 'ben')).toMatchObject({ role: 'lead', name: null })
    chat.contact = { type: 'user', external_id: 'ben' }
    expect((await chat.say('It is me')).body).toEqual(body)
    chat.contact = aLead('ben')
    await chat.say('Still me')
    expect(await contactOf(app, 'ben')).toMatchObject({ id: body.contact_id, role: 'user' })
  })

  test('is merged when a user goes on with the conversation of a lead', async () => {
    const chat = new Chat(app)
    const other = new Chat(app)
    chat.contact = { ...aLead('visitor-1'), email: 'visitor@example.com' }
    other.contact = chat.contact
    await chat.begin()
    await other.begin()
    const user = { ...JANE, external_id: 'cleo', email: 'cleo@example.com' }
    chat.contact = user
    const { body } = await chat.say('I signed in')
    expect(body).toMatchObject({ external_contact_id: 'cleo' })
    const merged = await contactOf(app, 'cleo')
    expect(merged).toMatchObject({ id: body.contact_id, role: 'user', email: 'cleo@example.com' })
    expect(await contactOf(app, 'visitor-1')).toEqual(merged)

    const late = await chat.say('Sent before that', { contact: aLead('visitor-1') })
    expect(late.body).toMatchObject({ external_contact_id: 'visitor-1', contact_id: merged.id })
    expect((await other.say('In another window')).body).toMatchObject({ contact_id: merged.id })
    const { body: mine } = await app.get(`/dorsal/v1/conversations?contact_id=${merged.id}`)
    expect(mine.total_count).toBe(2)
    expect((await chat.heard()).length).toBeGreaterThan(0)
    expect((await chat.told()).every(({ contact }) => contact.external_id === 'cleo')).toBe(true)
  })

  test('is told to subscribers when it is new, also when it begins by taking over a lead', async () => {
    await using told = await startTestApp()
    await sql`insert into webhook (workspace_id, url, family, topics, secret, state, consecutive_failures, consecutive_throttles,
      created_at, updated_at) values (1, 'https://a.example', 'notification', '{contact.lead.created,contact.user.created}', 's',
      'paused', 0, 0, now(), now())`.execute(told.app.db.reader)
    const chat = new Chat(told)
    chat.contact = aLead('visitor')
    await chat.begin()
    chat.contact = aUser('somebody')
    await chat.say('Signed in')
    await chat.say('Again')
    const { rows } = await sql<{ name: string }>`
      select name from event where name like 'contact.%' order by id`.execute(told.app.db.reader)
    expect(rows.map(({ name }) => name)).toEqual(['contact.lead.created', 'contact.user.created'])
  })

  test('can not be another one than the conversation has', async () => {
    const chat = new Chat(app)
    chat.contact = aUser('dora')
    await chat.begin()
    for (const contact of [aUser('dora-2'), aLead('lead-of-dora')]) {
      const refusal = await refused(() => chat.say('Hello', { contact }))
      expect(refusal).toMatchObject({ status: 422, ...INVALID_REFERENCE, field: 'contact.external_id' })
      expect(await contactOf(app, contact.external_id)).toBeUndefined()
    }
  })

  test('needs a name and an email to be created as a user', async () => {
    const { name: _name, ...nameless } = aUser('nobody')
    const { email: _email, ...mailless } = aUser('nobody')
    for (const contact of [nameless, mailless, { ...nameless, name: '' }]) {
      for (const path of Object.values(PATHS)) {
        const fields = { body: 'x', quick_reply_option_id: 'x', attribute: { id: 'x', value: 'x' }, contact }
        expect(await refused(() => app.post(path, anEvent(fields)))).toMatchObject({ status: 400, ...NO_CONTACT })
      }
    }
  })
})

describe('an event', () => {
  test('that comes again is answered as before and does nothing, also much later and after more has happened', async () => {
    await setFlow(app, [
      { type: 'quick_replies', options: [{ id: 'go', text: 'Go' }] },
      { type: 'collect_attribute', body: 'Size?', attribute: { id: 'size', type: 'integer' } },
      { type: 'answer' },
    ])
    const chat = new Chat(app)
    chat.contact = aUser('eve')
    const sends = [
      () => chat.begin({ event_id: 'e-1' }),
      () => chat.choose('go', { event_id: 'e-2' }),
      () => chat.collect('size', '12', { event_id: 'e-3' }),
      () => chat.say('Hello', { event_id: 'e-4' }),
    ]
    const replies: Reply<any>[] = []
    for (const send of sends) {
      replies.push(await send())
      await app.app.idle()
    }
    app.clock.advance(60_000)
    const before = await everything(app)
    for (const [index, send] of sends.entries()) {
      const { status, body } = await send()
      expect({ status, body }).toEqual({ status: 200, body: replies[index]?.body })
    }
    await app.app.idle()
    expect(await everything(app)).toEqual(before)
    await setFlow(app, [{ type: 'answer' }])
  })

  test('that comes many times at once is taken once', async () => {
    const chat = new Chat(app)
    chat.contact = aUser('flo')
    const begun = await Promise.all(Array.from({ length: 20 }, () => chat.begin({ event_id: 'f-1' })))
    const said = await Promise.all(Array.from({ length: 20 }, () => chat.say('Hello?', { event_id: 'f-2' })))
    const [first] = begun
    for (const { status, body } of [...begun, ...said])
      expect({ status, body }).toEqual({ status: 200, body: first?.body })
    await chat.heard()
    const { conversation_parts: parts } = (await chat.seen()).conversation_parts
    expect(parts.filter((part: any) => part.author.type === 'user')).toHaveLength(1)
  })

  test('is remembered over a restart', async () => {
    const dataDir = await copyDataTemplate()
    try {
      const replies: unknown[] = []
      for (let run = 1; run <= 2; run++) {
        await using restarted = await startTestApp({ DORSAL_DATA_DIR: dataDir })
        const chat = new Chat(restarted, 'chat')
        replies.push((await chat.begin({ event_id: 'g-1' })).body, (await chat.say('Hi', { event_id: 'g-2' })).body)
        await chat.heard()
        const { rows } = await sql<{ taken: number; said: number }>`select
          (select count(*) from channel_event) as taken,
          (select count(*) from conversation_part where author = 'user') as said`.execute(restarted.app.db.reader)
        expect(rows[0]).toEqual({ taken: 2, said: 1 })
      }
      expect(replies).toEqual(Array.from({ length: 4 }, () => replies[0]))
      expect(replies[0]).toMatchObject({ external_conversation_id: 'chat' })
    } finally {
      rmSync(dataDir, { recursive: true, force: true })
    }
  })

  test('with the id of another one is refused', async () => {
    await setFlow(app, [{ type: 'quick_replies', options: [{ id: 'hello', text: 'Hello' }] }])
    const chat = new Chat(app)
    const contact = aUser('gus')
    chat.contact = contact
    await chat.begin({ event_id: 'h-1' })
    await chat.say('Hello', { event_id: 'h-2' })
    const others: (() => Promise<Reply<any>>)[] = [
      () => chat.say('Hello!', { event_id: 'h-2' }),
      () => chat.say('Hello', { event_id: 'h-1' }),
      () => chat.begin({ event_id: 'h-2' }),
      () => chat.choose('hello', { event_id: 'h-2' }),
      () => chat.collect('hello', 'Hello', { event_id: 'h-2' }),
      () => chat.say('Hello', { event_id: 'h-2', contact: { ...contact, name: 'Gustav' } }),
      () => chat.say('Hello', { event_id: 'h-2', external_conversation_id: 'elsewhere' }),
    ]
    for (const send of others) {
      expect(await refused(send)).toMatchObject({ status: 422, ...INVALID_REFERENCE, field: 'event_id' })
    }
  })

  test('that was refused may come again once it can be taken', async () => {
    const chat = new Chat(app)
    expect(await refused(() => chat.say('Hello', { event_id: 'i-1' }))).toMatchObject({ status: 404 })
    await chat.begin()
    expect((await chat.say('Hello', { event_id: 'i-1' })).status).toBe(200)
  })

  test('of an unknown conversation is not found', async () => {
    const chat = new Chat(app)
    for (const send of [() => chat.say('x'), () => chat.choose('x'), () => chat.collect('x', 'x')]) {
      expect(await refused(send)).toMatchObject({ status: 404, code: 'not_found', message: 'Object not found' })
    }
  })

  test('that begins a known conversation is refused', async () => {
    const chat = new Chat(app)
    await chat.begin()
    const refusal = await refused(() => chat.begin({ contact: aUser('helen') }))
    expect(refusal).toMatchObject({ status: 422, ...INVALID_REFERENCE, field: 'external_conversation_id' })
  })

  test('that names an option or attribute nobody has is refused', async () => {
    const chat = new Chat(app)
    await chat.begin()
    for (const id of ['none', '__proto__', 'constructor']) {
      const choice = await refused(() => chat.choose(id))
      expect(choice).toMatchObject({ status: 422, ...INVALID_REFERENCE, field: 'quick_reply_option_id' })
      const value = await refused(() => chat.collect(id, 'x'))
      expect(value).toMatchObject({ status: 422, ...INVALID_REFERENCE, field: 'attribute.id' })
    }
  })

  test('of a channel that is turned off finds no integration', async () => {
    const chat = new Chat(app)
    await chat.begin()
    await app.put('/dorsal/v1/custom_channel', { enabled: false })
    try {
      for (const send of [
        () => chat.begin(),
        () => chat.say('x'),
        () => chat.choose('x'),
        () => chat.collect('x', 'x'),
      ]) {
        expect(await refused(send)).toMatchObject({
          status: 404,
          code: 'data_invalid',
          message: 'Integration not found',
        })
      }
    } finally {
      await app.put('/dorsal/v1/custom_channel', { enabled: true })
    }
    expect((await chat.say('x')).status).toBe(200)
  })

  test('needs version 2.14', async () => {
    for (const path of Object.values(PATHS)) {
      const early = await app.post(path, {}, { version: '2.13' })
      expect(early.body.errors[0], path).toMatchObject({ code: 'intercom_version_invalid' })
      const late = await app.post(path, {}, { version: 'Unstable' })
      expect(late.body.errors[0], path).toMatchObject({ code: 'parameter_not_found' })
    }
  })

  const WRONG: Record<string, readonly unknown[]> = {
    event_id: [undefined, null, 1, '', ' ', {}, 'x'.repeat(513), 'a\u0000b', '\uD800'],
    external_conversation_id: [undefined, null, 1, '', [], 'x'.repeat(513), '\u0000'],
    contact: [undefined, null, 'jane', [], {}, { ...JANE, type: 'admin' }, { ...JANE, external_id: '' }],
    'contact.name': [null, 1, [], 'x'.repeat(1_001), '\u0000'],
    'contact.email': [null, 1, '', 'jane', 'a b@c', `${'x'.repeat(512)}@example.com`],
    body: [undefined, null, 1, '', ' \n', [], 'x'.repeat(100_001), '\u0000'],
    quick_reply_option_id: [undefined, null, 1, '', {}, 'x'.repeat(513)],
    attribute: [undefined, null, 'size', [], {}, { id: 'size' }, { value: '1' }, { id: 1, value: '1' }],
    'attribute.value': [null, 1, true, {}, 'x'.repeat(10_001), '\u0000'],
  }
  test.each(Object.keys(WRONG))('with a wrong %s is refused', async (field) => {
    const [own = '', inner] = field.split('.')
    const paths = { body: PATHS.say, quick_reply_option_id: PATHS.choose, attribute: PATHS.collect } as Record<
      string,
      string
    >
    const whole = anEvent({ body: 'x', quick_reply_option_id: 'x', attribute: { id: 'size', value: '1' } }) as any
    for (const value of WRONG[field] ?? []) {
      const body = { ...whole, [own]: inner === undefined ? value : { ...whole[own], [inner]: value } }
      for (const path of paths[own] === undefined ? Object.values(PATHS) : [paths[own]]) {
        const refusal = await refused(() => app.post(path, body))
        expect(refusal, JSON.stringify(value)?.slice(0, 60)).toMatchObject({ status: 400 })
        expect(refusal.field).toMatch(new RegExp(`^${field}`))
        expect(refusal.code).toMatch(/^parameter_(invalid|not_found)$/)
      }
    }
  })

  test('takes no meaning from fields that it does not have', async () => {
    await setFlow(app, [{ type: 'collect_attribute', body: 'Plan?', attribute: { id: 'plan', type: 'string' } }])
    const chat = new Chat(app)
    chat.contact = aLead('ida')
    await chat.begin({ body: 'x' })
    await chat.heard()
    const attribute = { id: 'plan', value: 'gold', kind: 'message', body: {} }
    expect((await chat.collect('', '', { attribute, kind: 'message' })).status).toBe(200)
    expect((await contactOf(app, 'ida')).custom_attributes).toEqual({ plan: 'gold' })
  })
})

test('events that are delivered again and again make the same conversation', async () => {
  await setFlow(app, [
    { type: 'greet', body: 'Hello.' },
    {
      type: 'quick_replies',
      options: [
        { id: 'a', text: 'A' },
        { id: 'b', text: 'B', leads_to: 'answer' },
      ],
    },
    { type: 'collect_attribute', body: 'Size?', attribute: { id: 'feet', type: 'integer', model: 'conversation' } },
    { type: 'answer' },
  ])
  const random = seeded(20_260_103)
  for (let round = 0; round < 8; round++) {
    const plain = new Chat(app)
    const repeated = new Chat(app)
    plain.contact = aLead(`plain-${round}`)
    repeated.contact = aLead(`repeated-${round}`)
    const actions = Array.from({ length: 1 + Math.floor(random() * 6) }, () => Math.floor(random() * 5))
    const send = (chat: Chat, action: number | undefined, id: string) => {
      const fields = { event_id: `${chat.externalId} ${id}` }
      if (action === undefined) return chat.begin(fields)
      if (action < 2) return chat.choose(action === 0 ? 'a' : 'b', fields)
      return action < 4 ? chat.collect('feet', action === 2 ? '42' : 'big', fields) : chat.say('Is it big?', fields)
    }
    for (const [index, action] of [undefined, ...actions].entries()) {
      expect((await send(plain, action, String(index))).status).toBe(200)
      const copies = 1 + Math.floor(random() * 3)
      await Promise.all(Array.from({ length: copies }, () => send(repeated, action, String(index))))
      await app.app.idle()
      // An old one, long after it was taken.
      const old = Math.floor(random() * (index + 1))
      await send(repeated, [undefined, ...actions][old], String(old))
      await app.app.idle()
    }
    const summary = async (chat: Chat) => {
      const { status, custom_attributes: attributes, conversation_parts: list } = await chat.seen()
      const said = list.conversation_parts.map(({ author, body, purpose }: any) => [author.type, purpose, body])
      return { status, attributes, said, heard: await chat.heard() }
    }
    expect(await summary(repeated), `actions ${actions.join()}`).toEqual(await summary(plain))
  }
})
