import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EventStream } from '../support/event-stream.ts'
import { FinWorld, gist, QUESTIONS } from './fin-world.ts'

const SEED = 20_260_102

let world: FinWorld
beforeAll(async () => {
  world = await FinWorld.open()
  for (const model of ['user', 'conversation']) {
    await world.app.post('/dorsal/v1/attributes', { model, name: 'note', type: 'string' })
  }
})
afterAll(() => world[Symbol.asyncDispose]())

type Path = readonly (string | number)[]

/** A request that has every field there is. */
function everyField(id: string): any {
  const { timestamp } = world.message('')
  return {
    ...world.body(id, 'Hello'),
    user: { id: 'hostile', name: 'Jane', email: 'jane@example.com', attributes: { note: 'x' } },
    attachments: [
      { type: 'url', url: 'https://127.0.0.1/x', name: 'x' },
      { type: 'file', name: 'a.txt', content_type: 'text/plain', data: btoa('text') },
    ],
    conversation_metadata: {
      history: [{ author: 'agent', body: 'Earlier', timestamp, timestamp_ms: timestamp }],
      attributes: { note: 'x' },
    },
    settings: { follow_up_questions: true, email: false },
  }
}

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const entries = Object.entries(value).map(
    ([key, child]) => [Array.isArray(value) ? Number(key) : key, child] as const,
  )
  return [...(path.length === 0 ? [] : [path]), ...entries.flatMap(([key, child]) => pathsIn(child, [...path, key]))]
}

function replace(body: any, path: Path, value: unknown): any {
  const copy = structuredClone(body)
  const [last, ...way] = path.toReversed()
  const parent = way.reduceRight((at, key) => at[key], copy)
  parent[last as string] = value
  return copy
}

const kindOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

/** Sends it, and checks that it was either refused without a trace or taken whole. */
async function send(path: string, body: unknown): Promise<{ status: number; errors: any }> {
  const before = await world.counts()
  const reply = await world.app.post(`/fin/${path}`, body, { version: 'Preview' })
  if (reply.status !== 200) {
    expect({ status: reply.status, body: JSON.stringify(body).slice(0, 1_000) }).toMatchObject({
      status: expect.toSatisfy((status) => [400, 422].includes(status)),
    })
    if (path !== 'csat')
      expect(reply.body).toMatchObject({ type: 'error.list', errors: [{ code: 'parameter_invalid' }] })
    expect(await world.counts()).toEqual(before)
  } else await world.idle()
  return { status: reply.status, errors: reply.body.errors }
}

describe('a field of another type', () => {
  const values = [null, true, 7, 'x', [], {}]

  test.each(['start', 'reply'])('is refused by %s with its name', async (path) => {
    const id = world.newId()
    if (path === 'reply') await world.app.post('/fin/start', { ...everyField(id), attachments: [] })
    await world.idle()
    const good = everyField(id)
    if (path === 'reply') delete good.conversation_metadata
    for (const at of pathsIn(good)) {
      // Of attributes any value may be sent; one that does not fit is told in the answer.
      if (at.at(-2) === 'attributes') continue
      const value = at.reduce((inner: any, key) => inner[key], good)
      for (const other of values.filter((each) => kindOf(each) !== kindOf(value))) {
        const { status, errors } = await send(path, replace(good, at, other))
        expect({ status, field: errors?.[0]?.field }, `${at.join('.')} ${JSON.stringify(other)}`).toEqual({
          status: 400,
          field: at.join('.'),
        })
      }
    }
  })

  test.each(values.map((value) => JSON.stringify(value)))('is refused as a whole body: %s', async (body) => {
    for (const path of ['start', 'reply', 'ask', 'escalate']) expect((await send(path, body)).status).toBe(400)
    expect((await send('csat', body)).status).toBe(422)
  })
})

describe('anything at all', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
    fc.constantFrom(
      '',
      ' ',
      '\0',
      '\ud800',
      '\u202e',
      '__proto__',
      "'; drop table contact; --",
      '<p>',
      '<!--',
      '%00',
      '👩‍👩‍👧',
    ),
    fc.constantFrom('a', '<b>', '😀', '&lt;', '\n').map((unit) => unit.repeat(60_000)),
  )
  const leaf = fc.oneof(text, fc.double(), fc.boolean(), fc.constant(null), fc.maxSafeInteger())
  const anything = fc.oneof(
    { weight: 4, arbitrary: text },
    { weight: 2, arbitrary: leaf },
    { weight: 1, arbitrary: fc.array(leaf, { maxLength: 12 }) },
    { weight: 1, arbitrary: fc.dictionary(text, leaf, { maxKeys: 12 }) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  )

  test('in any field is refused without a trace, or taken and answered', async () => {
    const paths = pathsIn(everyField('x'))
    const change = fc.tuple(fc.constantFrom(...paths), anything)
    let taken = 0
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('start', 'ask'), change, async (path, [at, value]) => {
        const body = replace(everyField(world.newId()), at, value)
        const { status } = await send(path, body)
        if (status !== 200) return
        taken++
        const { rows } =
          await sql`select 1 from conversation where status not in ('awaiting_user_reply', 'complete')`.execute(
            world.app.app.db.reader,
          )
        expect(rows).toEqual([])
      }),
      { seed: SEED, numRuns: 300, endOnFailure: true },
    )
    expect(taken).toBeGreaterThan(30)
  }, 300_000)

  test.each([
    ['a prototype', '{"__proto__":{"conversation_id":"x"}}'],
    ['a prototype in attributes', '{"conversation_id":"x","user":{"id":"u","attributes":{"__proto__":{"a":1}}}}'],
    ['a constructor', '{"conversation_id":"x","user":{"constructor":{"prototype":{"id":"u"}}}}'],
    ['nesting without end', `{"user":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`],
    ['half a character', '{"conversation_id":"\\ud83d"}'],
    ['half a body', '{"conversation_id":"x"'],
    ['bytes that are no text', '\u0000'],
  ])('that JSON can smuggle in is refused: %s', async (_what, body) => {
    const before = await world.counts()
    for (const path of ['start', 'reply', 'csat', 'escalate']) {
      const reply = await world.app.post(`/fin/${path}`, body, { version: 'Preview' })
      expect(reply).toMatchObject({ status: 400, body: { errors: [{ code: 'parameter_invalid' }] } })
    }
    expect(await world.counts()).toEqual(before)
  })

  test('too long is refused, and the longest is answered', async () => {
    const long = (count: number) => 'How do I get a refund? '.repeat(5_000).slice(0, count)
    const id = world.newId()
    expect((await send('start', world.body(id, long(100_001)))).status).toBe(400)
    expect((await send('start', world.body(id, long(100_000)))).status).toBe(200)
    expect(await world.lastReply(id)).toMatchObject({ purpose: expect.any(String) })
    const nested = `${'<div><b>'.repeat(6_000)}${QUESTIONS.refund}${'</b></div>'.repeat(5_000)}`
    expect((await send('reply', world.body(id, nested.slice(0, 100_000)))).status).toBe(200)
    for (const user of [
      { id: 'x'.repeat(513) },
      { id: 'x', name: 'x'.repeat(1_001) },
      { id: 'x', email: 'x@'.padEnd(513, 'x') },
    ]) {
      expect((await send('start', world.body(world.newId(), 'Hello', { user }))).status).toBe(400)
    }
    expect((await send('start', world.body('x'.repeat(513), 'Hello'))).status).toBe(400)
  })
})

describe('an id of a conversation', () => {
  test.each([
    'a:b:c',
    'fin_agent_api:dorsal1:x',
    '../../etc/passwd',
    '100%',
    '%2F%252F%00',
    'a b+c&accessToken=x&rewind=2m#frag?',
    ' leading and trailing ',
    'line\nbreak\ttab',
    "'; drop table conversation; --",
    '__proto__',
    'größe/№ 1 日本語 👩‍👩‍👧',
    '\u202eright to left',
    'x'.repeat(512),
    '😀'.repeat(512),
    'é',
    'e\u0301',
  ])('may be %j', async (id) => {
    const user = { id }
    const started = await world.start(id, QUESTIONS.refund, { user })
    expect(started).toMatchObject({ status: 200, body: { conversation_id: id, user_id: id } })
    const stream = await EventStream.open(started.body.sse_subscription_url)
    await stream.all()
    const events = stream.data.map((data) => JSON.parse(data))
    expect(events.map(gist)).toEqual(['fin_replied', 'awaiting_user_reply'])
    for (const event of events) expect(event).toMatchObject({ conversation_id: id, user_id: id })

    expect((await world.reply(id, 'thanks', { user })).body).toMatchObject({ conversation_id: id, user_id: id })
    await world.idle()
    expect((await world.rate(id, 'good')).body).toEqual({ conversation_id: id, rating: 'good', status: 'rated' })
    expect(await world.conversation(id)).toMatchObject({ external_id: id, contact: { external_id: id } })
  })
})

describe('at the same moment', () => {
  const many = <T>(make: (index: number) => T): T[] => Array.from({ length: 8 }, (_, index) => make(index))
  const statuses = (replies: readonly { status: number }[]) => replies.map(({ status }) => status).toSorted()

  test('one of many starts is taken', async () => {
    const id = world.newId()
    const replies = await Promise.all(many((n) => world.start(id, `${QUESTIONS.refund} ${n}`)))
    expect(statuses(replies)).toEqual([200, ...Array(7).fill(400)])
    await world.idle()
    expect((await world.parts(id)).map(({ author }) => author.type)).toEqual(['user', 'bot'])
    expect((await world.events(id)).map(gist)).toEqual(['fin_replied', 'awaiting_user_reply'])
  })

  test('one of many users gets the conversation, and no other is kept', async () => {
    const id = world.newId()
    const before: any = await world.counts()
    const message = world.message('Hello')
    const replies = await Promise.all(many((n) => world.start(id, '', { message, user: { id: `${id} user ${n}` } })))
    expect(statuses(replies)).toEqual([200, ...Array(7).fill(400)])
    const after: any = await world.counts()
    expect(after).toMatchObject({ contacts: before.contacts + 1, conversations: before.conversations + 1 })
    await world.idle()
  })

  test('a new user of many conversations is one', async () => {
    const user = { id: 'everywhere', name: 'Jane' }
    const replies = await Promise.all(many(() => world.start(world.newId(), 'Hello', { user })))
    expect(statuses(replies)).toEqual(Array(8).fill(200))
    await world.idle()
    expect((await world.app.get('/dorsal/v1/contacts?external_id=everywhere')).body.total_count).toBe(1)
  })

  test('all replies are taken, and each is answered', async () => {
    const id = world.newId()
    await world.talk(id, 'Hello')
    const replies = await Promise.all(many((n) => world.reply(id, `${QUESTIONS.password} ${n}`)))
    expect(statuses(replies)).toEqual(Array(8).fill(200))
    await world.idle()
    const parts = await world.parts(id)
    expect(parts.filter(({ author }) => author.type === 'user')).toHaveLength(9)
    expect(parts.at(-1).author.type).toBe('bot')
    expect(await world.conversation(id)).toMatchObject({ status: 'awaiting_user_reply' })
  })

  test('one rating is kept with its remark', async () => {
    const id = world.newId()
    await world.talk(id, QUESTIONS.refund, 'thanks')
    const ratings = ['terrible', 'bad', 'ok', 'good', 'amazing']
    const replies = await Promise.all(ratings.map((rating) => world.rate(id, rating, `It was ${rating}`)))
    expect(statuses(replies)).toEqual([200, 422, 422, 422, 422])
    const kept = ratings[replies.findIndex(({ status }) => status === 200)]
    expect((await world.conversation(id)).ai_agent).toMatchObject({ rating_remark: `It was ${kept}` })
  })
})
