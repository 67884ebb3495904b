import { afterAll, beforeAll, expect, test } from 'vitest'
import { EventStream } from '../support/event-stream.ts'
import { aPage, aSource } from '../support/test-app.ts'
import { FinWorld } from './fin-world.ts'

/** Pages about lanterns: three that everybody may see, and two for the plan `pro` alone. */
let world: FinWorld
beforeAll(async () => {
  world = await FinWorld.open()
  const { app } = world
  await world.settings({ streaming: true })
  await app.post('/dorsal/v1/attributes', { model: 'user', name: 'plan', type: 'string' })
  const rule = {
    any: [
      { attribute: 'plan', comparison: 'eq', value: 'pro' },
      { attribute: 'email', comparison: 'contains', value: '@insider.example' },
    ],
  }
  const audience = (await app.post('/dorsal/v1/audiences', { name: 'Insiders', rule })).body
  const hidden = { sync_behavior: 'api', url: 'https://insiders.example', audience_ids: [Number(audience.id)] }
  const secret = (await app.post('/ai/content_import_sources', hidden, { version: '2.15' })).body.id
  const open = await aSource(app, 'https://open.example')
  const push = (source: number, external_id: string, title: string, text: string) =>
    app.post(
      '/ai/external_pages',
      aPage(source, { external_id, title, html: `<p>${text}</p>`, url: `https://x.example/${external_id}` }),
    )
  await push(open, 'open-1', 'Cleaning brass', 'A lantern of brass is cleaned with vinegar.')
  await push(open, 'open-2', 'Cleaning glass', 'A lantern of glass is cleaned with water.')
  const iron = 'A lantern of iron is cleaned with oil, and with sand where the oil alone is not enough to clean it.'
  await push(open, 'open-3', 'Cleaning iron', iron)
  await push(secret, 'secret-1', 'The zqvault', 'The lantern of the vault is opened with the word zqopen.')
  await push(secret, 'secret-2', 'The zqcellar', 'The lantern of the cellar is opened with the word zqdeep.')
})
afterAll(() => world[Symbol.asyncDispose]())

const VAULT = 'How is the lantern of the vault opened?'

/** Says it as this user. @returns all that was kept and told since, in one text */
async function ask(id: string, text: string, user: object): Promise<string> {
  const before = {
    parts: ((await world.conversation(id)) && (await world.parts(id)).length) ?? 0,
    events: (await world.events(id)).length,
  }
  const fields = { user: { id: `user of ${id}`, ...user } }
  const { status, body } =
    before.parts === 0 ? await world.start(id, text, fields) : await world.reply(id, text, fields)
  expect(status).toBe(200)
  const stream = await EventStream.open(body.sse_subscription_url)
  await world.idle()
  await stream.all()
  const parts = (await world.parts(id)).slice(before.parts)
  return JSON.stringify([parts, (await world.events(id)).slice(before.events), stream.data])
}

test.each([
  ['an attribute', { attributes: { plan: 'free' } }, { attributes: { plan: 'pro' } }, { attributes: { plan: null } }],
  ['an email', { email: 'a@elsewhere.example' }, { email: 'a@insider.example' }, { email: 'a@elsewhere.example' }],
])('%s that changes takes effect with the next message', async (_what, outside, inside, outsideAgain) => {
  const id = world.newId()
  expect(await ask(id, VAULT, outside)).not.toContain('zq')
  const told = await ask(id, VAULT, inside)
  expect(told).toContain('zqopen')
  expect(told).toContain('fin_reply_chunk')
  // What is not said again stays.
  expect(await ask(id, 'How is the lantern of the cellar opened?', {})).toContain('zqdeep')
  expect(await ask(id, VAULT, outsideAgain)).not.toContain('zqopen')
})

test('an attribute that is not defined opens nothing', async () => {
  const id = world.newId()
  expect(await ask(id, VAULT, { attributes: { role: 'admin', Plan: 'pro', plan: 7 } })).not.toContain('zq')
})

test('a question back names only what the user may see', async () => {
  const outside = await ask(world.newId(), 'lantern', {})
  expect(outside).toContain('clarification')
  expect(outside).toContain('Cleaning brass')
  expect(outside).not.toContain('zq')
  const inside = await ask(world.newId(), 'lantern', { attributes: { plan: 'pro' } })
  expect(inside).toMatch(/The zq(vault|cellar)/)
})

test('an audience that changes takes effect with the next message, and what was said before stays kept', async () => {
  const id = world.newId()
  expect(await ask(id, VAULT, { attributes: { plan: 'pro' } })).toContain('zqopen')
  const { id: audience, name, rule } = (await world.app.get('/dorsal/v1/audiences')).body.data[0]
  const nobody = { attribute: 'plan', comparison: 'eq', value: 'none' }
  await world.app.put(`/dorsal/v1/audiences/${audience}`, { name, rule: nobody })
  expect(await ask(id, VAULT, {})).not.toContain('zqopen')
  expect(JSON.stringify((await world.parts(id))[1].sources)).toContain('zqopen')
  await world.app.put(`/dorsal/v1/audiences/${audience}`, { name, rule })
})
