import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FinWorld, gist, QUESTIONS } from './fin-world.ts'

const DAY = 86_400_000
let world: FinWorld
beforeAll(async () => {
  world = await FinWorld.open()
})
afterAll(() => world[Symbol.asyncDispose]())

async function stateOf(id: string) {
  const { open, handled_by, ai_agent } = await world.conversation(id)
  return { open, handled_by, state: ai_agent.resolution_state }
}

/** Nobody writes for this long. @returns what the application was told meanwhile */
async function silence(id: string, milliseconds: number): Promise<string[]> {
  const before = (await world.events(id)).length
  world.app.clock.advance(milliseconds)
  await world.idle()
  return (await world.events(id)).slice(before).map(gist)
}

const RESOLVED = ['resolved', 'complete', 'csat_requested']
const GIVEN_UP = ['escalated: Conversation finished without resolution', 'complete']

describe('a conversation ends', () => {
  test('confirmed, when the user says that the answer helped', async () => {
    const id = world.newId()
    expect((await world.talk(id, QUESTIONS.refund, 'that helped, thanks')).map(gist)).toEqual([
      'fin_replied',
      ...RESOLVED,
    ])
    expect(await stateOf(id)).toEqual({ open: false, handled_by: 'agent', state: 'confirmed_resolution' })
  })

  test('assumed, when the user leaves after an answer: a day after the question whether that was it', async () => {
    const id = world.newId()
    await world.talk(id, QUESTIONS.refund)
    expect(await silence(id, 240_000 - 1)).toEqual([])
    expect(await silence(id, 1)).toEqual(['fin_replied', 'awaiting_user_reply'])
    expect(await world.lastReply(id)).toMatchObject({ purpose: 'check_in' })
    expect(await silence(id, DAY - 1)).toEqual([])
    expect(await stateOf(id)).toMatchObject({ open: true, state: null })
    expect(await silence(id, 1)).toEqual(RESOLVED)
    expect(await stateOf(id)).toEqual({ open: false, handled_by: 'agent', state: 'assumed_resolution' })
  })

  test('escalated, when the user asks for a person', async () => {
    const id = world.newId()
    const told = (await world.talk(id, QUESTIONS.refund, 'talk to a human')).map(gist)
    expect(told).toEqual(['fin_replied', 'escalated: Escalation requested by user', 'complete'])
    expect(await stateOf(id)).toEqual({ open: true, handled_by: 'team', state: 'escalated' })
    expect(await silence(id, 3 * DAY)).toEqual([])
  })

  test('routed to the team, when a teammate replies', async () => {
    const id = world.newId()
    await world.talk(id, QUESTIONS.refund)
    const { id: own } = await world.conversation(id)
    await world.app.post(`/dorsal/v1/conversations/${own}/reply`, { body: 'Hello', teammate_name: 'Bo' })
    expect(await stateOf(id)).toEqual({ open: true, handled_by: 'team', state: 'routed_to_team' })
  })

  test.each([
    ['after nothing was answered', ['How do I bake sourdough bread?']],
    ['after an answer that did not help', [QUESTIONS.refund, 'that did not help']],
    ['after a greeting alone', ['hello']],
  ])('abandoned, when the user leaves %s', async (_name, texts) => {
    const id = world.newId()
    await world.talk(id, ...texts)
    expect(await silence(id, DAY)).toEqual(GIVEN_UP)
    expect(await stateOf(id)).toEqual({ open: true, handled_by: 'team', state: 'abandoned' })
  })
})

describe('a user who comes back', () => {
  test('and asks for a person turns a resolution into an escalation', async () => {
    const id = world.newId()
    await world.talk(id, QUESTIONS.refund, 'thanks')
    await world.talk(id, 'I want to talk to a human')
    expect(await stateOf(id)).toEqual({ open: true, handled_by: 'team', state: 'escalated' })
  })

  test.each([
    ['says thank you again', 'thank you', 'confirmed_resolution'],
    ['asks what nobody knows', 'How do I bake sourdough bread?', 'confirmed_resolution'],
    ['asks something else', QUESTIONS.password, 'confirmed_resolution'],
    ['says that it did not help', 'this was not helpful', 'abandoned'],
  ])('and %s (%j) and leaves: %s', async (_name, text, state) => {
    const id = world.newId()
    await world.talk(id, QUESTIONS.refund, 'thanks')
    await world.talk(id, text)
    await silence(id, 240_000)
    await silence(id, DAY)
    expect(await stateOf(id)).toMatchObject({ open: state === 'abandoned', state })
  })

  test('after a person had the conversation is answered by the agent again', async () => {
    const id = world.newId()
    await world.talk(id, 'talk to a human')
    expect((await world.talk(id, QUESTIONS.refund)).map(gist)).toEqual(['fin_replied', 'awaiting_user_reply'])
    expect(await stateOf(id)).toMatchObject({ open: true, handled_by: 'agent' })
  })
})
