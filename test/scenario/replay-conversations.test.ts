import { afterAll, beforeAll, expect, test } from 'vitest'
import { Chat, contactOf, JANE } from './channel-world.ts'
import { FinWorld, QUESTIONS } from './fin-world.ts'

let world: FinWorld
beforeAll(async () => {
  world = await FinWorld.open()
})
afterAll(() => world[Symbol.asyncDispose]())

const recordOf = async (part: any) => (await world.app.get(`/dorsal/v1/answers/${part.metadata.answer_id}`)).body

test('what the agent says names the answer that it is from, and each can be replayed', async () => {
  const id = world.newId()
  await world.talk(
    id,
    'hello',
    QUESTIONS.refund,
    'And on a card?',
    'Is there a refund at the purple elephant festival?',
  )
  const { id: conversationId, contact } = await world.conversation(id)
  const said = (await world.parts(id)).filter(({ author }) => author.type === 'bot')
  expect(said.map(({ purpose, metadata }) => `${purpose} ${metadata.answer_id !== undefined}`)).toEqual([
    'greeting false',
    'answer true',
    'answer true',
    'no_answer true',
  ])
  const [, first, followUp, refused] = said
  for (const part of [first, followUp, refused]) {
    const stored = await recordOf(part)
    expect(stored).toMatchObject({ conversation_id: conversationId, contact_id: contact.id })
    const { body } = await world.app.post(`/dorsal/v1/answers/${stored.answer_id}/replay`)
    expect(body).toMatchObject({ same: true, mode: 'extractive' })
  }
  expect(await recordOf(first)).toMatchObject({ question: QUESTIONS.refund, outcome: { body_html: first.body } })
  expect(await recordOf(followUp)).toMatchObject({
    history: expect.arrayContaining([{ role: 'user', text: QUESTIONS.refund }]),
    searches: [{}, {}],
  })
  expect(await recordOf(refused)).toMatchObject({ status: 'refused', outcome: { nearest_page_ids: ['1'] } })
})

test('answers follow their conversation to the contact that it is merged into, and are erased with it', async () => {
  expect((await new Chat(world.app).begin()).status).toBe(200)
  await world.idle()
  const chat = new Chat(world.app)
  chat.contact = { type: 'lead', external_id: 'visitor' }
  await chat.begin()
  await world.idle()
  await chat.say(QUESTIONS.refund)
  await world.idle()
  const part = (await chat.seen()).conversation_parts.conversation_parts.findLast(
    ({ author }: any) => author.type === 'bot',
  )
  const before = await recordOf(part)
  chat.contact = JANE
  await chat.say('thanks')
  await world.idle()
  const after = await recordOf(part)
  const { id: janesId } = await contactOf(world.app, JANE.external_id)
  expect(before.contact_id).not.toBe(janesId)
  expect(after).toEqual({ ...before, contact_id: janesId })

  expect((await world.app.delete(`/dorsal/v1/contacts/${janesId}`)).status).toBe(200)
  expect((await world.app.get(`/dorsal/v1/answers/${before.answer_id}`)).status).toBe(404)
})
