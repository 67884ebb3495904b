import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { EventStream } from '../support/event-stream.ts'
import { FinWorld, gist, QUESTIONS, type FinEvent } from './fin-world.ts'

let world: FinWorld
beforeAll(async () => {
  world = await FinWorld.open()
})
afterAll(() => world[Symbol.asyncDispose]())
afterEach(() =>
  world.settings({
    streaming: false,
    inactivity: { check_in: 'check_in', check_in_after_seconds: 240, close_after_seconds: 86_400 },
  }),
)

const SECOND = 1_000
const MINUTE = 60 * SECOND
const DAY = 24 * 60 * MINUTE

/** The events that a stream brought until it ended. */
async function readAll(address: string): Promise<any[]> {
  const stream = await EventStream.open(address)
  await stream.all()
  return stream.data.map((data) => JSON.parse(data))
}

function payloads(events: readonly FinEvent[]): object[] {
  return events.map(({ isStreamOnly: _only, ...payload }) => payload)
}

/** Time passes, and whoever waited for it acts. @returns the events of that */
async function wait(id: string, milliseconds: number): Promise<FinEvent[]> {
  const before = (await world.events(id)).length
  world.app.clock.advance(milliseconds)
  await world.idle()
  return (await world.events(id)).slice(before)
}

describe('the stream of a turn', () => {
  test('brings what webhooks bring, word for word, and ends with the turn', async () => {
    const id = world.newId()
    const { body } = await world.start(id, QUESTIONS.refund)
    const live = readAll(body.sse_subscription_url)
    await world.idle()
    const events = await world.events(id)
    expect(events.map(gist)).toEqual(['fin_replied', 'awaiting_user_reply'])
    expect(await live).toEqual(payloads(events))
    const [replied] = await live
    expect(replied.message.id).toBe((await world.parts(id)).at(-1).id)
    expect(replied).not.toHaveProperty('stream_id')

    const next = await world.reply(id, 'thanks')
    const late = readAll(next.body.sse_subscription_url)
    await world.idle()
    const resolved = await late
    expect(resolved).toEqual(payloads((await world.events(id)).slice(2)))
    expect(resolved.at(-1)).toMatchObject({ event_name: 'csat_requested' })
  })

  test('shows an answer while it is written, when streaming is on', async () => {
    await world.settings({ streaming: true })
    const id = world.newId()
    const { body } = await world.start(id, QUESTIONS.refund)
    const events = await readAll(body.sse_subscription_url)
    const chunks = events.slice(0, -2)
    const [replied, status] = events.slice(-2)
    expect(chunks.length).toBeGreaterThan(1)
    expect(chunks.map(({ chunk_index: index }) => index)).toEqual(chunks.map((_chunk, index) => index))
    expect(replied.stream_id).toMatch(/^[0-9a-f]{32}$/)
    for (const [index, chunk] of chunks.entries()) {
      expect(chunk).toMatchObject({ event_name: 'fin_reply_chunk', stream_id: replied.stream_id })
      expect(chunk).not.toHaveProperty('user_id')
      const earlier = chunks[index - 1]?.chunk_text ?? ''
      expect(chunk.chunk_text.startsWith(earlier)).toBe(true)
      expect(chunk.chunk_text.length).toBeGreaterThan(earlier.length)
    }
    const shown = replied.message.body.replaceAll(/<p><a .*?<\/a><\/p>/g, '').replaceAll(/<[^>]+>/g, '')
    expect(shown).toContain(chunks.at(-1).chunk_text)
    expect(status).toMatchObject({ event_name: 'fin_status_updated', status: 'awaiting_user_reply' })

    // What is no answer takes no time to write.
    const thanked = await world.reply(id, 'thanks')
    const rest = await readAll(thanked.body.sse_subscription_url)
    expect(rest.map(gist)).toEqual(['fin_replied', 'resolved', 'complete', 'csat_requested'])
    expect(rest[0]).not.toHaveProperty('stream_id')
  })

  test('has nothing of what is said because nobody wrote', async () => {
    await world.settings({ inactivity: { check_in_after_seconds: 10 } })
    const id = world.newId()
    const body = world.body(id, QUESTIONS.refund)
    const { body: started } = await world.app.post('/fin/start', body)
    await world.idle()
    const turn = payloads(await world.events(id))
    expect((await wait(id, 10 * SECOND)).map(gist)).toEqual(['fin_replied', 'awaiting_user_reply'])
    const { body: again } = await world.app.post('/fin/start', body)
    expect(await readAll(started.sse_subscription_url)).toEqual(turn)
    expect(await readAll(again.sse_subscription_url)).toEqual(turn)

    const { body: next } = await world.reply(id, 'thanks')
    const events = await readAll(next.sse_subscription_url)
    expect(events.map(gist)).toEqual(['fin_replied', 'resolved', 'complete', 'csat_requested'])
  })
})

describe('a user who stays silent', () => {
  test('after an answer is asked whether that was it, and taken to be helped a day later', async () => {
    const id = world.newId()
    await world.talk(id, QUESTIONS.refund)
    expect(await wait(id, 4 * MINUTE - 1)).toEqual([])
    const [asked, status, ...more] = await wait(id, 1)
    expect(asked).toMatchObject({ event_name: 'fin_replied', status: 'awaiting_user_reply' })
    expect(asked).not.toHaveProperty('stream_id')
    expect(asked?.['message'].body).toBe('<p>Is that what you were looking for?</p>')
    expect([gist(status as FinEvent), more]).toEqual(['awaiting_user_reply', []])

    expect(await wait(id, DAY - 1)).toEqual([])
    expect((await wait(id, 1)).map(gist)).toEqual(['resolved', 'complete', 'csat_requested'])
    expect(await wait(id, 40 * DAY)).toEqual([])
    expect(await world.conversation(id)).toMatchObject({
      status: 'complete',
      ai_agent: { resolution_state: 'assumed_resolution' },
    })
  })

  test('without an answer is let go a day later', async () => {
    const id = world.newId()
    await world.talk(id, 'Hello')
    expect(await wait(id, DAY - 1)).toEqual([])
    const reason = 'escalated: Conversation finished without resolution'
    expect((await wait(id, 1)).map(gist)).toEqual([reason, 'complete'])
    expect(await world.conversation(id)).toMatchObject({ ai_agent: { resolution_state: 'abandoned' } })
  })

  test('after an answer that did not help is not taken to be helped', async () => {
    const id = world.newId()
    await world.talk(id, QUESTIONS.refund, 'That did not help')
    expect((await wait(id, DAY)).map(gist)[0]).toBe('escalated: Conversation finished without resolution')
  })

  test.each([
    ['yes', ['fin_replied', 'resolved', 'complete', 'csat_requested']],
    ['no', ['fin_replied', 'awaiting_user_reply']],
  ])('may answer the question whether that was it: %s', async (answer, expected) => {
    const id = world.newId()
    await world.talk(id, QUESTIONS.refund)
    await wait(id, 4 * MINUTE)
    expect((await world.talk(id, answer)).map(gist)).toEqual(expected)
  })

  test('is not asked where that is switched off, and is offered a person where that is wanted', async () => {
    await world.settings({ inactivity: { check_in: 'off' } })
    const silent = world.newId()
    await world.talk(silent, QUESTIONS.refund)
    expect(await wait(silent, DAY - 1)).toEqual([])
    expect((await wait(silent, 1)).map(gist)).toEqual(['resolved', 'complete', 'csat_requested'])

    await world.settings({ inactivity: { check_in: 'check_in_and_offer' } })
    const offered = world.newId()
    await world.talk(offered, QUESTIONS.refund)
    expect((await wait(offered, 4 * MINUTE))[0]?.['message'].body).toContain('talk to a person')
  })

  test('is left alone by the agent once a teammate has taken over', async () => {
    const id = world.newId()
    await world.talk(id, QUESTIONS.refund)
    const { id: internal } = await world.conversation(id)
    const before = (await world.events(id)).length
    await world.app.post(`/dorsal/v1/conversations/${internal}/reply`, { body: 'It is Ann', teammate_name: 'Ann' })
    expect((await world.events(id)).slice(before).map(gist)).toEqual(['escalated: Routed to team', 'complete'])
    expect(await wait(id, 40 * DAY)).toEqual([])
  })
})
