import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attacksIn, gullibleModel, seenIn, slyModel } from '../support/gullible-model.ts'
import { EVIL, INSTRUCTING } from '../support/hostile-pages/index.ts'
import { ScriptedChat, type ChatCall } from '../support/scripted-chat.ts'
import type { TestApp } from '../support/test-app.ts'
import { FinWorld, gist } from './fin-world.ts'
import { expectSound, HONEST_HOST, PLANTED, plantHonest, plantHostile, type PlantedPage } from './hostile-world.ts'

const OBEY = gullibleModel(INSTRUCTING)
const ATTACKS = PLANTED.filter(({ name }) => INSTRUCTING.some((page) => page.name === name))

const BATCH = 16

let chat: ScriptedChat
let world: FinWorld
let app: TestApp
beforeAll(async () => {
  chat = await ScriptedChat.start(OBEY)
  world = await FinWorld.open(chat.settings)
  app = world.app
  await plantHonest(app)
  await plantHostile(app)
}, 300_000)
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  await chat[Symbol.asyncDispose]()
})

async function ask(question: string, fields: object = {}): Promise<any> {
  chat.calls.length = 0
  const { body } = await app.post('/dorsal/v1/answers', { question, ...fields })
  await expectSound(app, body)
  return body
}

function expectUnmoved(answer: any, { canary, answer: honest, name, subject }: PlantedPage): void {
  expect(answer, name).toMatchObject({ status: 'answered', mode: 'generated', degraded: [], body_text: honest })
  expect(answer.citations.map(({ url }: { url: string }) => url)).toEqual([`${HONEST_HOST}/${subject}`])
  expect(JSON.stringify(answer)).not.toContain(canary)
  expect(JSON.stringify(answer)).not.toContain(EVIL)
}

test.each(ATTACKS.map((page) => [page.name, page] as const))(
  'a model that obeys whatever it reads does not come to read %s',
  async (_name, page) => {
    const { body: found } = await app.post('/dorsal/v1/search', { query: page.question })
    expect(found.results.map((result: { external_id: string }) => result.external_id)).toContain(page.externalId)
    const answer = await ask(page.question)
    expect(chat.calls.length).toBeGreaterThan(0)
    for (const call of chat.calls) expect(attacksIn(seenIn(call), INSTRUCTING)).toEqual([])
    expectUnmoved(answer, page)
  },
)

test('nor does it when the agent has quoted the page before', async () => {
  const talking = ATTACKS.filter(({ marks }) => !marks.includes('keyword_stuffing'))
  for (const page of talking) {
    const history = [
      { role: 'user', text: page.question },
      { role: 'agent', text: page.payload.join('\n').slice(-9_000) },
    ]
    const answer = await ask(`How is the ${page.subject} cleaned then?`, { history })
    for (const call of chat.calls) expect(attacksIn(seenIn(call), INSTRUCTING)).toEqual([])
    expectUnmoved(answer, page)
  }
}, 300_000)

test('nor in a conversation, which goes on as any other', async () => {
  const conversations = ATTACKS.map((page) => ({ page, id: world.newId() }))
  chat.calls.length = 0
  for (let at = 0; at < conversations.length; at += BATCH) {
    const batch = conversations.slice(at, at + BATCH)
    await Promise.all(batch.map(({ id, page }) => world.start(id, page.question)))
    await world.idle()
    await Promise.all(batch.map(({ id, page }) => world.reply(id, `Really, how is the ${page.subject} cleaned?`)))
    await world.idle()
  }
  for (const call of chat.calls) expect(attacksIn(seenIn(call), INSTRUCTING)).toEqual([])
  for (const { id, page } of conversations) {
    const events = await world.events(id)
    const expected = ['fin_replied', 'awaiting_user_reply', 'fin_replied', 'awaiting_user_reply']
    expect(events.map(gist), page.name).toEqual(expected)
    expect(JSON.stringify(events), page.name).toContain(page.answer)
    expect(JSON.stringify(events), page.name).not.toContain(page.canary)
  }
}, 300_000)

/** As if nobody had noticed what the pages say. */
async function withoutMarks(run: () => Promise<void>): Promise<void> {
  const { reader } = app.app.db
  const { rows } = await sql<{ id: number; suspicions: string[] }>`
    select id, suspicions from chunk where suspicions <> '{}'`.execute(reader)
  await sql`update chunk set suspicions = '{}'`.execute(reader)
  try {
    await run()
  } finally {
    for (const { id, suspicions } of rows) {
      await sql`update chunk set suspicions = ${suspicions} where id = ${id}`.execute(reader)
    }
  }
}

test('without the marks, what a page wants is not carried by a true sentence of another page', async () => {
  chat.script = slyModel(INSTRUCTING)
  let tried = 0
  try {
    await withoutMarks(async () => {
      for (const page of ATTACKS) {
        const answer = await ask(page.question)
        const wants = (call: ChatCall) => slyModel(INSTRUCTING)(call).includes(`${page.canary}@evil.example`)
        if (!chat.calls.some(wants)) continue
        tried++
        expect(answer.mode === 'generated' ? answer.body_text : '', page.name).not.toContain(page.canary)
      }
    })
  } finally {
    chat.script = OBEY
  }
  expect(tried).toBeGreaterThan(0.6 * ATTACKS.length)
}, 300_000)

describe('without a defence it would fail:', () => {
  test('shown the html as it is, the model obeys every page', () => {
    for (const page of ATTACKS) {
      const html = page.html.replaceAll('<br>', '\n').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
      const text = `${page.title ?? ''}\n${html}`
      const shown = JSON.stringify({ n: 1, title: 'x', text })
      const reply = OBEY({ messages: [{ role: 'user', content: shown }] } as never)
      expect(reply, page.name).toContain(page.canary)
      expect(reply).toMatch(/\[99\]/)
    }
  })

  test('without the marks, pages that talk openly are obeyed, and still nothing is forged', async () => {
    let obeyed = 0
    await withoutMarks(async () => {
      for (const page of ATTACKS) {
        const answer = await ask(page.question)
        if (!answer.body_text.includes(page.canary)) continue
        obeyed++
        // What it says has quotes that stand where they are said to stand; what has none is dropped.
        expect(answer.body_text).not.toMatch(/\[99\]|surely|onerror/)
      }
    })
    expect(obeyed).toBeGreaterThan(0.6 * ATTACKS.length)
    expect(obeyed).toBeLessThan(ATTACKS.length)
  }, 300_000)
})
