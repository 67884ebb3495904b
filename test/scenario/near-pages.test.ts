import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPage } from '../support/test-app.ts'
import { FinWorld, QUESTIONS } from './fin-world.ts'

let world: FinWorld
beforeAll(async () => {
  world = await FinWorld.open()
})
afterAll(() => world[Symbol.asyncDispose]())

/** What the agent's last message in a conversation is for, and the titles of the pages that it was near to. */
async function remembered(id: string): Promise<{ purpose: string; near: string[] | undefined }> {
  const { reader } = world.app.app.db
  const part = await reader
    .selectFrom('conversation_part as p')
    .innerJoin('conversation as c', 'c.id', 'p.conversation_id')
    .select(['p.purpose', sql<{ nearest_pages?: number[] }>`p.metadata`.as('metadata')])
    .where('c.external_id', '=', id)
    .where('p.author', '=', 'fin')
    .orderBy('p.id', 'desc')
    .executeTakeFirstOrThrow()
  const pages = await reader.selectFrom('page').select(['id', 'title']).execute()
  const near = part.metadata.nearest_pages?.map((page) => pages.find(({ id: each }) => each === page)?.title ?? '')
  return { purpose: part.purpose ?? '', near }
}

test('a question without an answer keeps the pages that it was near to, out of sight', async () => {
  const id = world.newId()
  const said = await world.talk(id, 'Is a refund for an order possible after the purple elephant festival?')
  expect(await remembered(id)).toEqual({ purpose: 'no_answer', near: ['Refunds'] })
  expect(JSON.stringify([said, await world.conversation(id)])).not.toMatch(/nearest|Refunds/)
})

test('what is not a question for the library, and what is answered, is near to no page', async () => {
  const id = world.newId()
  await world.talk(id, 'I have a question')
  expect(await remembered(id)).toEqual({ purpose: 'clarification', near: undefined })
  await world.talk(id, QUESTIONS.refund)
  expect(await remembered(id)).toEqual({ purpose: 'answer', near: undefined })
  await world.talk(id, 'Xylophone zeppelin quokka?')
  expect(await remembered(id)).toEqual({ purpose: 'no_answer', near: undefined })
})

test('a question back names titles of pages with a URL only, and keeps the three nearest pages of all', async () => {
  for (const [index, title] of ['Indoor', 'Outdoor', 'Garage', 'Balcony'].entries()) {
    const html = `<p>The gadget needs a ${title.toLowerCase()} cable${' and another one'.repeat(index)}.</p>`
    const url = title === 'Indoor' ? null : `https://help.example.com/${title}`
    await world.app.post('/ai/external_pages', aPage(world.sourceId, { external_id: title, title, html, url }))
  }
  const id = world.newId()
  await world.talk(id, 'gadget?')
  const { purpose, near } = await remembered(id)
  expect(purpose).toBe('clarification')
  expect(near).toHaveLength(3)
  expect(near).toContain('Indoor')
  const { body } = await world.lastReply(id)
  expect(body).toMatch(/Outdoor|Garage|Balcony/)
  expect(body).not.toContain('Indoor')
})
