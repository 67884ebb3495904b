import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { cite } from '../support/honest-model.ts'
import { EventStream } from '../support/event-stream.ts'
import { FinWorld } from './fin-world.ts'
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
