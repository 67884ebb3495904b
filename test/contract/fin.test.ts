import { afterAll, beforeAll, expect, test } from 'vitest'
import { FinWorld, QUESTIONS, type FinEvent } from '../scenario/fin-world.ts'
import { CheckedApi, describeContract, operations, validateEvent, type EventName } from './contract.ts'

let world: FinWorld
let api: CheckedApi
beforeAll(async () => {
  world = await FinWorld.open()
  api = new CheckedApi(world.app)
})
afterAll(() => world[Symbol.asyncDispose]())

/** What the description says against an event that was sent under this version. */
function faultsOf({ isStreamOnly, ...payload }: FinEvent, version: string): string[] {
  expect(isStreamOnly).toBe(payload.event_name === 'fin_reply_chunk')
  const { event_name: name, status } = payload
  if (name === 'fin_status_updated' && status === 'awaiting_user_reply') {
    // The one event that 2.14 does not describe; its guide does (facts §9).
    return validateEvent('fin_status_updated', { ...payload, status: 'complete' })
  }
  if (version === 'Preview' && name === 'fin_replied') {
    expect(status).toBe('replying')
    return validateEvent('fin_replied', { ...payload, status: 'awaiting_user_reply' })
  }
  return validateEvent(name as EventName, payload)
}

/** Conversations that end in every way there is. @returns their ids */
async function wholeConversations(version: string): Promise<string[]> {
  const scripts = [
    [QUESTIONS.refund, 'Thank you, that helped!'],
    [QUESTIONS.password, 'That did not help', 'It is still not working', 'Yes please'],
    ['Hello', 'I need help', 'Which planet is the largest one?', 'no', QUESTIONS.refund],
    ['I want to talk to a human'],
  ]
  const ids: string[] = []
  for (const script of scripts) {
    const id = world.newId()
    ids.push(id)
    for (const [index, text] of script.entries()) {
      await api.post(`/fin/${index === 0 ? 'start' : 'reply'}`, world.body(id, text), { version })
      await world.idle()
    }
  }
  // Those who wait are asked whether that was it, and then taken to be helped.
  world.app.clock.advance(240_000)
  await world.idle()
  world.app.clock.advance(86_400_000)
  await world.idle()
  return ids
}

describeContract('the Fin Agent API', () => {
  test("takes the description's request examples and answers as described", async () => {
    const before = { startFinConversation: [], replyToFin: ['Hello'], submitFinCsat: [QUESTIONS.refund, 'thanks'] }
    for (const { operationId, path, requestExamples } of operations('/fin/')) {
      const url = ['/fin/start', '/fin/reply', '/fin/csat'].find((each) => path.test(each)) ?? ''
      for (const described of requestExamples) {
        // The attached addresses are not to be fetched: this one is refused without going out.
        const example = JSON.parse(JSON.stringify(described).replaceAll('https://example.com', 'https://127.0.0.1'))
        const id = world.newId()
        await world.talk(id, ...before[operationId as keyof typeof before])
        const user = operationId === 'replyToFin' ? { user: { id: `user of ${id}` } } : {}
        const { status, body } = await api.post(url, { ...example, conversation_id: id, ...user })
        expect({ status, answer: body.status }, operationId).toEqual({
          status: 200,
          answer: operationId === 'submitFinCsat' ? 'rated' : 'thinking',
        })
        expect(body.conversation_id).toBe(id)
      }
    }
    await world.idle()
  })

  test('answers 400, 401 and the 422 of a rating as described', async () => {
    const id = world.newId()
    expect((await api.post('/fin/start', {})).body.errors[0].message).toBe('conversation_id is required')
    expect((await api.post('/fin/reply', world.body(id, 'Hello'))).status).toBe(400)
    for (const path of ['start', 'reply', 'csat']) {
      expect((await api.post(`/fin/${path}`, world.body(id, 'Hello'), { token: 'wrong' })).status).toBe(401)
    }
    expect((await api.post('/fin/csat', { conversation_id: id, rating: 'ok' })).status).toBe(422)
    await world.talk(id, QUESTIONS.refund, 'thanks')
    expect((await api.post('/fin/csat', { conversation_id: id, rating: 'best' })).status).toBe(422)
    expect((await api.post('/fin/csat', { conversation_id: id, rating: 'amazing', remark: 'Quick!' })).status).toBe(200)
    expect((await api.post('/fin/csat', { conversation_id: id, rating: 'bad' })).status).toBe(422)
  })

  test('tells of attributes that were not stored as described', async () => {
    const fields = { user: { id: 'u', attributes: { a: 1 } }, conversation_metadata: { attributes: { b: [2] } } }
    const started = await api.post('/fin/start', world.body(world.newId(), 'Hello', fields))
    expect(Object.keys(started.body.errors)).toEqual(['user', 'conversation'])
    await world.idle()
  })

  test.each([
    { version: '2.14', streaming: false },
    { version: '2.14', streaming: true },
    { version: 'Preview', streaming: false },
    { version: 'Preview', streaming: true },
  ])('emits the events of whole conversations as described: $version, streaming $streaming', async (how) => {
    await world.settings({ streaming: how.streaming })
    const seen = new Set<string>()
    for (const id of await wholeConversations(how.version)) {
      for (const event of await world.events(id)) {
        expect(faultsOf(event, how.version), JSON.stringify(event)).toEqual([])
        expect(event).toMatchObject({ conversation_id: id })
        if (event.event_name !== 'fin_reply_chunk') expect(event['user_id']).toBe(`user of ${id}`)
        seen.add(`${event.event_name} ${event['status'] ?? ''}`.trim())
      }
    }
    expect([...seen].toSorted()).toEqual(
      [
        'csat_requested',
        `fin_replied ${how.version === 'Preview' ? 'replying' : 'awaiting_user_reply'}`,
        ...(how.streaming ? ['fin_reply_chunk replying'] : []),
        'fin_status_updated awaiting_user_reply',
        'fin_status_updated complete',
        'fin_status_updated escalated',
        'fin_status_updated resolved',
      ].toSorted(),
    )
  })

  test('keeps to the letter of 2.14 where the setting says so', async () => {
    await world.settings({ streaming: true, awaiting_status_event: false })
    for (const id of await wholeConversations('2.14')) {
      for (const { isStreamOnly: _only, ...payload } of await world.events(id)) {
        expect(validateEvent(payload.event_name as EventName, payload), JSON.stringify(payload)).toEqual([])
      }
    }
    await world.settings({ streaming: false, awaiting_status_event: true })
  })
})
