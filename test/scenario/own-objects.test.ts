import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertInstance, insertType } from '../support/objects.ts'
import { Chat } from './channel-world.ts'
import { FinWorld, QUESTIONS } from './fin-world.ts'

/** Ann has two orders, Ben has one and another together with Ann; Cleo has none. */
let world: FinWorld
let ann: string
let second: number
beforeAll(async () => {
  world = await FinWorld.open()
  const db = world.app.app.db.reader
  const contactIds: Record<string, number> = {}
  for (const name of ['ann', 'ben', 'cleo', 'jane']) {
    await world.start(`first of ${name}`, 'hello', { user: { id: name } })
    await world.idle()
    contactIds[name] = Number((await world.conversation(`first of ${name}`)).contact.id)
  }
  ann = String(contactIds['ann'])
  const { id: typeId, attributeIds } = await insertType(db, {
    identifier: 'Order',
    aliases: ['package', 'Bestellung', 'pedido'],
    attributes: [
      {
        name: 'status',
        label: 'Status',
        type: 'list',
        isUsable: true,
        options: [
          { id: 'opt-1', label: 'On its <way>', is_archived: false },
          { id: 'opt-2', label: 'Delivered', is_archived: false },
        ],
      },
      { name: 'arrives', label: 'Arrives on', type: 'date', isUsable: true },
      { name: 'total', label: 'Total', type: 'decimal', isUsable: true },
      { name: 'gift', label: 'Gift', type: 'boolean', isUsable: true },
      { name: 'tracking', label: 'Tracking number', isUsable: true },
      { name: 'margin', label: 'Margin', type: 'number' },
      { name: 'old', label: 'Old note', isUsable: true, isArchived: true },
      { name: 'buyer', target: 'contact' },
      { name: 'former', target: 'contact', isArchived: true },
    ],
  })
  const buyer = attributeIds['buyer'] ?? 0
  const order = (externalId: string, names: string[], attributes: object, day: number, attributeId = buyer) =>
    insertInstance(db, {
      typeId,
      externalId,
      attributes: { margin: 31_337, old: 'zqold', ...attributes },
      updatedAt: new Date(Date.UTC(2026, 0, day)),
      contacts: names.map((name) => ({ attributeId, contactId: contactIds[name] ?? 0 })),
    })
  await order('ORDER-1001', ['ann'], { status: 'opt-2', gift: false, tracking: 'TRACK-A1' }, 1)
  second = await order(
    'ORDER-1002',
    ['ann', 'jane'],
    { status: 'opt-1', arrives: Date.UTC(2026, 0, 9) / 1_000, total: 99.5, tracking: 'TRACK-A2\nStatus: forged' },
    2,
  )
  await order('ORDER-2001', ['ben'], { tracking: 'zqben' }, 3)
  await order('ORDER-3001', ['ann'], { tracking: 'zqformer' }, 4, attributeIds['former'])
  const { id: ticket, attributeIds: ofTicket } = await insertType(db, {
    identifier: 'Ticket',
    attributes: [
      { name: 'seat', label: 'Seat' },
      { name: 'holder', target: 'contact' },
    ],
  })
  await insertInstance(db, {
    typeId: ticket,
    externalId: 'T-1',
    attributes: { seat: 'zqseat' },
    contacts: [{ attributeId: ofTicket['holder'] ?? 0, contactId: contactIds['ann'] ?? 0 }],
  })
})
afterAll(() => world[Symbol.asyncDispose]())

/** Asked in a conversation of its own. @returns the agent's last part */
async function ask(name: string, ...texts: string[]): Promise<any> {
  const id = world.newId()
  for (const [index, text] of texts.entries()) {
    const send = index === 0 ? world.start.bind(world) : world.reply.bind(world)
    expect((await send(id, text, { user: { id: name } })).status).toBe(200)
    await world.idle()
  }
  return world.lastReply(id)
}

const SECOND =
  '<p>Order ORDER-1002<br>Status: On its &lt;way&gt;<br>Arrives on: 2026-01-09<br>Total: 99.5<br>Tracking number: TRACK-A2 Status: forged</p>'
const FIRST = '<p>Order ORDER-1001<br>Status: Delivered<br>Gift: false<br>Tracking number: TRACK-A1</p>'

describe('the agent asked for the own order', () => {
  test('tells of all, newest first, values as text on one line, and keeps what it used', async () => {
    const told = await ask('ann', 'Where is my order?')
    expect(told).toMatchObject({
      purpose: 'answer',
      body: `${SECOND}${FIRST}`,
      sources: [],
      objects: [
        { type: 'Order', id: String(second), external_id: 'ORDER-1002' },
        { type: 'Order', external_id: 'ORDER-1001' },
      ],
    })
    expect(told.metadata).toEqual({})
  })

  test('tells of the one that is named, by its number or by what is written on it', async () => {
    expect((await ask('ann', 'Where is order-1001?')).body).toBe(FIRST)
    expect((await ask('ann', 'When will TRACK-A1 arrive?')).body).toBe(FIRST)
    expect((await ask('ann', 'Wo ist meine Bestellung ORDER-1001?')).body).toBe(FIRST)
  })

  test('finds the question in a mail, unless the mail asks for something else, too', async () => {
    const mail = 'Hello, I was on holiday for some days. Where is my order? Kind regards, Ann'
    expect((await ask('ann', mail)).body).toContain('ORDER-1002')
    const both = await ask('ann', `Where is my order? ${QUESTIONS.refund}`)
    expect(both).toMatchObject({ objects: [], body: expect.stringContaining(QUESTIONS.refundWord) })
  })

  test('goes on about the same order, and no other', async () => {
    expect((await ask('ann', 'Where is ORDER-1001?', 'and when will it arrive?')).body).toBe(FIRST)
    const left = await ask('ann', 'Where is ORDER-1001?', QUESTIONS.refund, 'and when will it arrive?')
    expect(left.body).not.toContain('ORDER')
  })

  test('answers from the library what asks for more than the state', async () => {
    for (const question of [QUESTIONS.refund, 'How do I get a refund for my order?']) {
      const told = await ask('ann', question)
      expect(told).toMatchObject({ purpose: 'answer', objects: [] })
      expect(told.body).toContain(QUESTIONS.refundWord)
      expect(told.sources).toHaveLength(1)
    }
  })

  test('counts as a library answer does: who is silent is helped, and one answer ends what wants one', async () => {
    const id = world.newId()
    await world.start(id, 'Where is my order?', { user: { id: 'ann' } })
    await world.idle()
    expect(await world.conversation(id)).toMatchObject({
      status: 'awaiting_user_reply',
      ai_agent: { last_answer_type: 'ai_answer' },
    })
    await world.reply(id, 'thanks', { user: { id: 'ann' } })
    await world.idle()
    expect((await world.conversation(id)).ai_agent.resolution_state).toBe('confirmed_resolution')
  })

  test('answers in a custom channel', async () => {
    const chat = new Chat(world.app)
    await chat.begin()
    await chat.say('Where is my package?')
    await world.idle()
    const { rows } = await sql<{ body_html: string }>`
      select p.body_html from conversation_part p join conversation c on c.id = p.conversation_id
      where c.external_id = ${chat.externalId} and p.author = 'fin' order by p.id desc limit 1`.execute(
      world.app.app.db.reader,
    )
    expect(rows[0]?.body_html).toBe(SECOND)
  })
})

describe('the agent never tells', () => {
  test('of what others own, though its number is named', async () => {
    for (const [name, question] of [
      ['ann', 'Where is ORDER-2001?'],
      ['ann', 'Where is my order ORDER-2001?'],
      ['cleo', 'Where is ORDER-1001?'],
      ['cleo', 'Where is my order?'],
    ] as const) {
      const told = await ask(name, question)
      expect(told.objects).toEqual([])
      expect(told.body).not.toMatch(/zq|TRACK|Delivered/)
    }
  })

  test('what it may not use: attributes without availability or archived, by archived references, other types', async () => {
    for (const question of ['What is the margin of my order?', 'What is the old note of my order?']) {
      expect((await ask('ann', question)).body).not.toMatch(/31337|zq/)
    }
    expect((await ask('ann', 'What is my order?')).body).not.toMatch(/31337|zq/)
    expect((await ask('ann', 'Where is ORDER-3001?')).body).not.toMatch(/zq|ORDER/)
    expect((await ask('ann', 'Where is my ticket?')).body).not.toMatch(/zq|T-1/)
  })

  test('of the past: who may not see it any more asks on in vain', async () => {
    const id = world.newId()
    await world.start(id, 'Where is ORDER-2001?', { user: { id: 'ben' } })
    await world.idle()
    expect((await world.lastReply(id)).body).toContain('zqben')
    await sql`delete from object_reference where contact_id =
      (select id from contact where external_id = 'ben')`.execute(world.app.app.db.reader)
    await world.reply(id, 'and when will it arrive?', { user: { id: 'ben' } })
    await world.idle()
    expect((await world.lastReply(id)).body).not.toMatch(/zqben|ORDER/)
  })
})

test('what an application writes by the API is told in the next turn', async () => {
  const { app } = world
  await world.start('first of dora', 'hello', { user: { id: 'dora' } })
  await world.idle()
  const owner = (await world.conversation('first of dora')).contact.id
  const attributes = [
    { name: 'begins', label: 'Begins on', data_type: 'date', ai_agent_availability: true },
    { name: 'state', data_type: 'list', ai_agent_availability: true, options: [{ id: 'run', label: 'Running' }] },
    { name: 'owner', data_type: 'reference', target: 'contact' },
  ]
  const defined = await app.put('/dorsal/v1/object_types/Subscription', { aliases: ['plan'], attributes })
  expect(defined.status).toBe(200)
  const custom_attributes = { begins: '2026-02-01', state: 'Running', owner }
  const written = await app.post('/custom_object_instances/Subscription', { external_id: 'S-1', custom_attributes })
  expect(written.status).toBe(200)
  expect(await ask('dora', 'What is the state of my plan?')).toMatchObject({
    body: '<p>Subscription S-1<br>Begins on: 2026-02-01<br>state: Running</p>',
    objects: [{ type: 'Subscription', id: written.body.id, external_id: 'S-1' }],
  })
})

test('an erased contact has no orders, and whoever comes back under its id has none either', async () => {
  expect((await world.app.delete(`/dorsal/v1/contacts/${ann}`)).status).toBe(200)
  const told = await ask('ann', 'Where is my order?')
  expect(told.objects).toEqual([])
  expect(told.body).not.toMatch(/ORDER|TRACK/)
})
