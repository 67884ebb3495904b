import { afterAll, beforeAll, expect, test } from 'vitest'
import { FinWorld, gist, QUESTIONS } from './fin-world.ts'

let world: FinWorld
beforeAll(async () => {
  world = await FinWorld.open()
})
afterAll(() => world[Symbol.asyncDispose]())

const WINDOW_MS = 7 * 86_400_000
const NOT_FOUND = { external_conversation_id: 'Conversation not found for the given external_conversation_id' }
const NOT_REQUESTED = { base: 'No rating survey found for this conversation' }
const CLOSED = { base: 'The rating window for this conversation has closed' }
const LOCKED = { base: 'This rating can no longer be changed because a remark has already been submitted' }
const NO_OPTION = { rating: "Rating isn't an option" }

/** A conversation whose user was asked for a rating. */
async function aSurvey(): Promise<string> {
  const id = world.newId()
  const events = await world.talk(id, QUESTIONS.refund, 'thanks')
  expect(events.map(gist).slice(-2)).toEqual(['complete', 'csat_requested'])
  return id
}

async function rate(id: string, rating: unknown, remark?: unknown): Promise<unknown> {
  const before = await world.counts()
  const { status, body } = await world.rate(id, rating, remark)
  if (status === 200) return body.rating
  expect(status).toBe(422)
  expect(Object.keys(body)).toEqual(['errors'])
  expect(await world.counts()).toEqual(before)
  return body.errors
}

async function stored(id: string): Promise<unknown> {
  const { rating, rating_remark: remark } = (await world.conversation(id)).ai_agent
  return [rating, remark]
}

test('a rating is taken, taken once more, and changed while nothing was remarked', async () => {
  const id = await aSurvey()
  expect((await world.rate(id, 'ok')).body).toEqual({ conversation_id: id, rating: 'ok', status: 'rated' })
  const before = await world.counts()
  expect(await rate(id, 'ok')).toBe('ok')
  expect(await rate(id, 'ok', '  ')).toBe('ok')
  expect(await world.counts()).toEqual(before)
  expect(await rate(id, 'terrible')).toBe('terrible')
  expect(await stored(id)).toEqual([1, null])
})

test('a first remark may be added and locks the rating', async () => {
  const id = await aSurvey()
  expect(await rate(id, 'good')).toBe('good')
  expect(await rate(id, 'good', 'Quick and right')).toBe('good')
  expect(await rate(id, 'amazing')).toEqual(LOCKED)
  expect(await rate(id, 'amazing', 'Even better')).toEqual(LOCKED)
  expect(await rate(id, 'good', 'Another remark')).toEqual(LOCKED)
  expect(await rate(id, 'good')).toBe('good')
  expect(await rate(id, 'good', 'Quick and right')).toBe('good')
  expect(await stored(id)).toEqual([4, 'Quick and right'])
})

test('a rating comes in time; the same one may come again at any time', async () => {
  const [rated, unrated] = [await aSurvey(), await aSurvey()]
  world.app.clock.advance(WINDOW_MS)
  expect(await rate(rated, 'bad')).toBe('bad')
  world.app.clock.advance(1)
  expect(await rate(rated, 'bad')).toBe('bad')
  expect(await rate(rated, 'bad', 'Too late')).toEqual(CLOSED)
  expect(await rate(rated, 'good')).toEqual(CLOSED)
  expect(await rate(unrated, 'good')).toEqual(CLOSED)
  expect(await stored(rated)).toEqual([2, null])
})

test('nothing is rated before it was asked for', async () => {
  const id = world.newId()
  expect(await rate(id, 'ok')).toEqual(NOT_FOUND)
  expect(await rate(id, 'best')).toEqual(NOT_FOUND)
  for (const wrong of [undefined, 1, null, {}, ['x']]) {
    const { status, body } = await world.app.post('/fin/csat', { conversation_id: wrong, rating: 'ok' })
    expect({ status, body }).toEqual({ status: 422, body: { errors: NOT_FOUND } })
  }
  await world.start(id, QUESTIONS.refund)
  expect(await rate(id, 'ok')).toEqual(NOT_REQUESTED)
  await world.idle()
  expect(await rate(id, 'ok')).toEqual(NOT_REQUESTED)
  await world.talk(id, 'I want to talk to a human')
  expect(await rate(id, 'ok')).toEqual(NOT_REQUESTED)
})

test('what is no option is refused, and so is a remark that is no text', async () => {
  const id = await aSurvey()
  for (const rating of ['best', 'OK', '', 3, null, ['ok'], { key: 'ok' }]) {
    expect(await rate(id, rating)).toEqual(NO_OPTION)
  }
  for (const remark of [1, ['x'], {}, true, 'x'.repeat(10_001)]) {
    expect(await rate(id, 'ok', remark)).toEqual({ remark: expect.stringMatching(/^Remark /) })
  }
  expect(await rate(id, 'ok', 'x'.repeat(10_000))).toBe('ok')
})

test('the options are those of the settings, with labels in the language of the conversation', async () => {
  await world.settings({ csat: { options: ['bad', 'good'] } })
  const id = world.newId()
  const survey = (await world.talk(id, QUESTIONS.german, 'Vielen Dank')).at(-1)
  expect(survey?.['csat'].options).toEqual([
    { key: 'bad', emoji: '🙁', label: 'Schlecht' },
    { key: 'good', emoji: '😃', label: 'Gut' },
  ])
  expect(await rate(id, 'ok')).toEqual(NO_OPTION)
  expect(await rate(id, 'good')).toBe('good')
  await world.settings({ csat: { options: ['terrible', 'bad', 'ok', 'good', 'amazing'] } })
})

test('a rating is asked for until there is one, and never where that is switched off', async () => {
  const id = await aSurvey()
  expect((await world.talk(id, QUESTIONS.refund, 'thanks')).map(gist)).toContain('csat_requested')
  expect(await rate(id, 'good')).toBe('good')
  expect((await world.talk(id, QUESTIONS.refund, 'thanks')).map(gist).at(-1)).toBe('complete')

  await world.settings({ csat: { enabled: false } })
  const other = world.newId()
  expect((await world.talk(other, QUESTIONS.refund, 'thanks')).map(gist).at(-1)).toBe('complete')
  expect(await rate(other, 'good')).toEqual(NOT_REQUESTED)
  await world.settings({ csat: { enabled: true } })
})
