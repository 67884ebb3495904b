import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { cite } from '../support/honest-model.ts'
import { EventStream } from '../support/event-stream.ts'
import { FinWorld, type FinEvent } from './fin-world.ts'
import { ModelWorld, QUESTION, REFUNDS } from './model-world.ts'

let world: ModelWorld
beforeAll(async () => {
  world = await ModelWorld.open()
}, 120_000)
afterAll(() => world[Symbol.asyncDispose]())
afterEach(() => (world.chat.onAbandoned = undefined))

const FIRST = 'Open the order and choose Refund.'
const SECOND = 'You have fourteen days to ask.'
const REPLY = [cite(FIRST), cite('The moon is a cheese.', 1, FIRST), cite(SECOND)].join('\n')

/** A model that goes on with its second line only when it is let. */
function aHeldModel() {
  const gate = Promise.withResolvers<void>()
  const before = (_index: number, piece: string) => (piece.startsWith('The') ? gate.promise : undefined)
  return { release: gate.resolve, script: () => ({ text: REPLY, before }) }
}

async function openStream(question = QUESTION) {
  const caller = new AbortController()
  const response = await fetch(`${world.app.url}/dorsal/v1/answers`, {
    method: 'POST',
    headers: { authorization: `Bearer ${world.app.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ question, stream: true }),
    signal: caller.signal,
  })
  return { response, stream: new EventStream(response, caller) }
}

test('an answer is streamed sentence by sentence, each when it is proved, and ends with all of it', async () => {
  const { script, release } = aHeldModel()
  world.says(script)
  const { response, stream } = await openStream()
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  await stream.contains(`event: text\ndata: ${JSON.stringify({ text: FIRST })}\n\n`)
  expect(stream.text).not.toContain('event: answer')
  release()
  expect(await stream.ended).toBe('ended')
  const blocks = stream.text.split('\n\n').filter((block) => block.startsWith('event: '))
  const texts = blocks.filter((block) => block.startsWith('event: text')).map((block) => block.split('\ndata: ')[1])
  expect(texts).toEqual([FIRST, `${FIRST} ${SECOND}`].map((text) => JSON.stringify({ text })))
  expect(JSON.parse(blocks.at(-1)?.split('event: answer\ndata: ')[1] ?? '')).toMatchObject({
    status: 'answered',
    mode: 'generated',
    body_text: `${FIRST} ${SECOND}`,
    citations: [{ quote: 'open the order and choose Refund' }, { quote: 'You have fourteen days to ask' }],
  })
})

test('who leaves calls the model off, streamed or not, and that is no error', async () => {
  world.says(() => ({ text: REPLY, before: () => new Promise(() => {}) }))
  let abandoned = Promise.withResolvers<void>()
  world.chat.onAbandoned = () => abandoned.resolve()
  const { stream } = await openStream()
  await expect.poll(() => world.chat.calls.length).toBe(1)
  stream.close()
  await abandoned.promise

  abandoned = Promise.withResolvers<void>()
  const caller = new AbortController()
  const asked = fetch(`${world.app.url}/dorsal/v1/answers`, {
    method: 'POST',
    headers: { authorization: `Bearer ${world.app.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ question: QUESTION }),
    signal: caller.signal,
  })
  await expect.poll(() => world.chat.calls.length).toBe(2)
  caller.abort()
  await expect(asked).rejects.toThrow()
  await abandoned.promise
  expect(world.log.filter(({ level }) => level >= 40)).toEqual([])
})

test('a stream of what no model words has the answer alone', async () => {
  world.says(() => ({ status: 401 }))
  const { stream } = await openStream()
  await stream.ended
  expect(stream.text).not.toContain('event: text')
  expect(stream.text).toContain('"mode":"extractive","degraded":["model_unavailable"]')
})

test('in a conversation the answer is said in the words of the model, with what they rest on; down, the pages speak', async () => {
  const fin = new FinWorld(world.app, world.source)
  world.says(() => REPLY)
  const said = await fin.talk('model-1', QUESTION)
  expect(said.find(({ event_name: name }) => name === 'fin_replied')?.['message'].body).toBe(
    `<p>${FIRST} ${SECOND}</p><p><a href="https://help.example.com/refunds" target="_blank" rel="noopener noreferrer">refunds</a></p>`,
  )
  world.says(() => ({ status: 500 }))
  const quoted = await fin.talk('model-2', QUESTION)
  expect(quoted.find(({ event_name: name }) => name === 'fin_replied')?.['message'].body).toContain(REFUNDS)
  expect(JSON.stringify(quoted)).not.toContain('escalated')
})

describe('in a conversation with streaming', () => {
  let fin: FinWorld
  beforeAll(async () => {
    fin = new FinWorld(world.app, world.source)
    await fin.settings({ streaming: true, escalation: { rules: [{ name: 'Lawyer', phrases: ['my lawyer'] }] } })
  })
  afterAll(() => fin.settings({ streaming: false, escalation: { rules: [] } }))

  const told = (events: readonly FinEvent[]) =>
    events.map(({ event_name: name, chunk_index: index, chunk_text: text, message }) =>
      name === 'fin_reply_chunk' ? `${index} ${text}` : (message?.body ?? name),
    )
  const shows = async (id: string, text: string) => {
    await expect.poll(async () => told(await fin.events(id))).toContain(text)
  }
  const expectOneStream = (events: readonly FinEvent[]) => {
    const ids = events.map(({ stream_id: id }) => id).filter((id) => id !== undefined)
    expect(new Set(ids).size).toBe(1)
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/)
  }
  const link = '<p><a href="https://help.example.com/refunds" target="_blank" rel="noopener noreferrer">refunds</a></p>'
  const ANSWER = `<p>${FIRST} ${SECOND}</p>${link}`

  test('a stream shows each sentence when it is proved, long before the answer is there', async () => {
    const { script, release } = aHeldModel()
    world.says(script)
    const { body } = await fin.start('stream-1', QUESTION)
    const stream = await EventStream.open(body.sse_subscription_url)
    await stream.contains(`"chunk_text":"${FIRST}"`)
    expect(stream.text).not.toContain('fin_replied')
    release()
    expect(await stream.ended).toBe('ended')
    const events = await fin.events('stream-1')
    expect(told(events)).toEqual([`0 ${FIRST}`, `1 ${FIRST} ${SECOND}`, ANSWER, 'fin_status_updated'])
    expectOneStream(events)
    for (const event of events) expect(stream.text).toContain(JSON.stringify({ ...event, isStreamOnly: undefined }))
  })

  test('a user who goes on writing sees the same stream go on, and nothing twice', async () => {
    const { script, release } = aHeldModel()
    world.says(script)
    await fin.start('stream-2', QUESTION)
    await shows('stream-2', `0 ${FIRST}`)
    await fin.reply('stream-2', 'I mean a refund for an order of last week.')
    release()
    await fin.idle()
    const events = await fin.events('stream-2')
    expect(told(events)).toEqual([`0 ${FIRST}`, `1 ${FIRST} ${SECOND}`, ANSWER, 'fin_status_updated'])
    expectOneStream(events)
  })

  test('whatever is said instead of what was shown replaces it', async () => {
    const first = `${cite(FIRST)}\n`
    for (const [id, then] of [
      ['stream-3', 'pages'],
      ['stream-4', 'hand-over'],
    ] as const) {
      const gate = Promise.withResolvers<void>()
      const cutAt = first.split(' ').length + 1
      world.says(() => ({ text: REPLY, cutAt, before: (index) => (index === cutAt ? gate.promise : undefined) }))
      await fin.start(id, QUESTION)
      await shows(id, `0 ${FIRST}`)
      if (then === 'hand-over') await fin.reply(id, 'I will ask my lawyer.')
      gate.resolve()
      await fin.idle()
      const events = await fin.events(id)
      expectOneStream(events)
      const [shown, said] = told(events)
      expect(shown).toBe(`0 ${FIRST}`)
      if (then === 'pages') expect(said).toContain(REFUNDS)
      else expect(told(events).slice(2)).toEqual(['fin_status_updated', 'fin_status_updated'])
    }
  })
})

test('a turn that takes the model longer than a lease is not begun a second time', async () => {
  const fin = new FinWorld(world.app, world.source)
  const gate = Promise.withResolvers<void>()
  world.says(() => ({ text: REPLY, before: () => gate.promise }))
  await fin.start('model-slow', QUESTION)
  await expect.poll(() => world.chat.calls.length).toBe(1)
  const leasedUntil = async () => {
    const row = await world.app.app.db.reader
      .selectFrom('conversation')
      .select('turn_leased_until')
      .where('external_id', '=', 'model-slow')
      .executeTakeFirst()
    return row?.turn_leased_until?.getTime()
  }
  for (let minute = 0; minute < 3; minute++) {
    const before = await leasedUntil()
    world.app.clock.advance(30_000)
    await expect.poll(leasedUntil).toBe((before ?? 0) + 30_000)
  }
  expect(world.chat.calls).toHaveLength(1)
  gate.resolve()
  await fin.idle()
  expect((await fin.events('model-slow')).filter(({ event_name: name }) => name === 'fin_replied')).toHaveLength(1)
  expect(world.chat.calls).toHaveLength(1)
})
