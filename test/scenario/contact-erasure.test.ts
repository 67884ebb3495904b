import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { EventStream } from '../support/event-stream.ts'
import { aPage, aSource, startTestApp } from '../support/test-app.ts'
import { FinWorld, QUESTIONS } from './fin-world.ts'
import { readableLog } from './log-lines.ts'
import { findEverywhere } from './planted.ts'

/** A text that stands nowhere else. */
const plant = (what: string) => `zq${what}wv`
const THEIRS = {
  userId: plant('userid'),
  name: plant('name'),
  email: `${plant('email')}@example.com`,
  plan: plant('plan'),
  conversation: plant('conversation'),
  topic: plant('topic'),
  earlier: plant('earlier'),
  message: plant('message'),
  markup: plant('markup'),
  fileName: plant('filename'),
  fileText: plant('filetext'),
  fileBytes: plant('filebytes'),
  reply: plant('reply'),
  note: plant('note'),
  remark: plant('remark'),
  lead: plant('lead'),
  channelConversation: plant('channelconversation'),
  channelMessage: plant('channelmessage'),
  collected: plant('collected'),
  object: plant('object'),
  objectId: plant('objectid'),
  talkObject: plant('talkobject'),
}

/** Everything that a person can leave behind. @returns the id of the contact, and an open stream of theirs */
async function liveThrough(world: FinWorld): Promise<{ contactId: string; stream: EventStream }> {
  const { app } = world
  for (const [model, name] of Object.entries({ user: 'plan', conversation: 'topic' })) {
    await app.post('/dorsal/v1/attributes', { model, name, type: 'string' })
  }
  // A webhook that waits: what it is to get is kept.
  for (const family of ['fin_agent_api', 'custom_channel', 'notification']) {
    const now = new Date(app.clock.now()).toISOString()
    const webhook = {
      workspace_id: 1,
      id: family.length,
      family,
      url: 'https://hook.example.com',
      secret: 's',
      state: 'paused',
      topics: ['conversation.user.created', 'conversation.operator.replied', 'contact.lead.created'],
      consecutive_failures: 0,
      consecutive_throttles: 0,
      created_at: now,
      updated_at: now,
    }
    await sql`insert into webhook select * from jsonb_populate_record(null::webhook, ${JSON.stringify(webhook)}::jsonb)
    `.execute(app.app.db.reader)
  }
  const user = { id: THEIRS.userId, name: THEIRS.name, email: THEIRS.email, attributes: { plan: THEIRS.plan } }
  const id = THEIRS.conversation
  await world.start(id, `${QUESTIONS.refund} ${THEIRS.message}`, {
    user,
    conversation_metadata: {
      history: [world.message(THEIRS.earlier)],
      attributes: { topic: THEIRS.topic },
    },
    attachments: [
      { type: 'file', name: `${THEIRS.fileName}.txt`, content_type: 'text/plain', data: btoa(THEIRS.fileText) },
      { type: 'file', name: 'a.bin', content_type: 'application/zip', data: btoa(`PK\x03\x04${THEIRS.fileBytes}`) },
    ],
  })
  await world.idle()
  for (const text of [`<p>Hello <i>${THEIRS.markup}</i></p>`, QUESTIONS.refund, 'thanks']) {
    await world.reply(id, text, { user })
    await world.idle()
  }
  expect(await world.rate(id, 'good', THEIRS.remark)).toMatchObject({ status: 200 })
  const own = (await world.conversation(id)).id
  const path = `/dorsal/v1/conversations/${own}/reply`
  await app.post(path, { body: `About ${THEIRS.reply}`, teammate_name: 'Bo' })
  await app.post(path, { body: `About ${THEIRS.note}`, teammate_name: 'Bo', message_type: 'note' })

  // A lead of the custom channel, who turns out to be the same user.
  await app.put('/dorsal/v1/custom_channel', {
    flow: [{ type: 'collect_attribute', body: 'Which plan?', attribute: { id: 'plan', type: 'string' } }],
  })
  const event = (event_id: string, contact: object, fields: object = {}) => ({
    event_id: `${event_id} of ${THEIRS.channelConversation}`,
    external_conversation_id: THEIRS.channelConversation,
    contact,
    ...fields,
  })
  const lead = { type: 'lead', external_id: THEIRS.lead }
  const known = { type: 'user', external_id: THEIRS.userId }
  const channel = '/custom_channel_events'
  await app.post(`${channel}/notify_new_conversation`, event('begin', lead))
  await world.idle()
  const attribute = { id: 'plan', value: THEIRS.collected }
  await app.post(`${channel}/notify_attribute_collected`, event('collect', lead, { attribute }))
  await world.idle()
  await app.post(`${channel}/notify_new_message`, event('say', known, { body: `Hello ${THEIRS.channelMessage}` }))
  await world.idle()

  const { body } = await world.reply(id, 'Are you still there?', { user })
  await world.idle()
  await world.thinkUntilMoved(id)
  const { body: next } = await world.reply(id, QUESTIONS.password, { user })
  expect(next.sse_subscription_url).not.toBe(body.sse_subscription_url)
  const contactId = (await world.conversation(id)).contact.id
  const note = { note: THEIRS.object, buyers: contactId }
  await app.post('/custom_object_instances/Order', { external_id: THEIRS.objectId, custom_attributes: note })
  const talk = { note: THEIRS.talkObject, talk: own }
  await app.post('/custom_object_instances/Order', { custom_attributes: talk })
  return { contactId, stream: await EventStream.open(next.sse_subscription_url) }
}

describe('erasing a contact', { timeout: 60_000 }, () => {
  test('leaves nothing of it anywhere, ends its streams, and says what was erased', async () => {
    await using world = await FinWorld.open()
    const { app } = world
    const neighbour = { user: { id: plant('neighbour'), name: plant('othername') } }
    await world.start('other', `${QUESTIONS.refund} ${plant('otherword')}`, neighbour)
    await world.idle()
    const others = [plant('neighbour'), plant('othername'), plant('otherword')]
    const placesOfOthers = await findEverywhere(app, others)
    await app.put('/dorsal/v1/object_types/Order', {
      attributes: [
        { name: 'note', data_type: 'text' },
        { name: 'buyers', data_type: 'reference', target: 'contact', many: true },
        { name: 'talk', data_type: 'reference', target: 'conversation' },
        { name: 'before', data_type: 'reference', target: 'Order' },
      ],
    })
    const { contactId, stream } = await liveThrough(world)
    // What is also about somebody else, or not about anybody, stays.
    const orders = '/custom_object_instances/Order'
    const other = (await world.conversation('other')).contact.id
    const shared = { external_id: 'shared', custom_attributes: { buyers: [other, contactId] } }
    const { body: theirOrder } = await app.get(`${orders}/${THEIRS.objectId}`)
    await app.post(orders, shared)
    await app.post(orders, { external_id: 'after', custom_attributes: { before: theirOrder.id } })

    const before = await findEverywhere(app, Object.values(THEIRS))
    for (const [text, places] of Object.entries(before)) expect(places, text).not.toEqual([])
    const places = new Set(Object.values(before).flat())
    expect([...places].toSorted()).toEqual([
      'answer.asker',
      'answer.evidence',
      'answer.history',
      'answer.question',
      'channel_event.event_id',
      'channel_event.response',
      'contact.attributes',
      'contact.email',
      'contact.external_id',
      'contact.name',
      'contact_identity.external_id',
      'conversation.attributes',
      'conversation.external_id',
      'conversation.rating_remark',
      'conversation_part.author_name',
      'conversation_part.body_html',
      'conversation_part.body_text',
      'event.payload',
      'object_instance.attributes',
      'object_instance.external_id',
      'part_attachment.data',
      'part_attachment.name',
      'part_attachment.text',
    ])
    const { rows } = await sql`select
      (select count(*) from conversation where contact_id = ${contactId}) as conversations,
      (select count(*) from conversation_part p join conversation c on c.id = p.conversation_id
        where c.contact_id = ${contactId}) as parts,
      (select count(*) from part_attachment) as attachments,
      (select count(*) from answer a join conversation c on c.id = a.conversation_id
        where c.contact_id = ${contactId}) as answers,
      (select count(*) from event e join conversation c on c.id = e.conversation_id
        where c.contact_id = ${contactId}) as events,
      (select count(*) from delivery) as deliveries,
      (select count(*) from channel_event) as channel_events,
      (select count(*) from contact_identity where contact_id = ${contactId}) as identities`.execute(app.app.db.reader)
    expect(rows[0]).toMatchObject({ conversations: 2, attachments: 2, channel_events: 3, identities: 2 })

    const { status, body } = await app.delete(`/dorsal/v1/contacts/${contactId}`)
    expect(status).toBe(200)
    expect(body).toEqual({
      type: 'erasure',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      contact_id: contactId,
      erased: { ...(rows[0] as object), object_instances: 2, export_files: 0 },
      erased_at: app.clock.now() / 1_000,
    })
    expect(await stream.ended).toBe('ended')
    // What another process leased is due again, and is nobody's by now.
    app.clock.advance(60_000)
    await world.idle()

    for (const [text, left] of Object.entries(await findEverywhere(app, Object.values(THEIRS)))) {
      expect(left, text).toEqual([])
    }
    expect(await findEverywhere(app, others)).toEqual(placesOfOthers)
    expect((await app.get(`${orders}/shared`)).body.custom_attributes).toEqual({ buyers: [other] })
    expect((await app.get(`${orders}/after`)).body.custom_attributes).toEqual({})
    const path = `/dorsal/v1/contacts/${contactId}`
    for (const reply of [await app.get(path), await app.delete(path)]) {
      expect(reply).toMatchObject({ status: 404, body: { errors: [{ code: 'not_found' }] } })
    }
    expect(await world.reply(THEIRS.conversation, 'hello')).toMatchObject({ status: 400 })
    expect(await world.rate(THEIRS.conversation, 'bad')).toMatchObject({ status: 422 })
    // The id is free again: whoever comes back under it is somebody new.
    await world.start(THEIRS.conversation, 'hello', { user: { id: THEIRS.userId } })
    const again = await world.conversation(THEIRS.conversation)
    expect(again.contact).toMatchObject({ name: null, email: null, custom_attributes: {} })
    expect(again.contact.id).not.toBe(contactId)
    await world.idle()
  })

  test('while a turn of theirs is being answered fails nothing and brings nothing back', async () => {
    const { log, lines } = readableLog()
    const app = await startTestApp({ DORSAL_OUTGOING_ALLOW: '127.0.0.1' }, { log })
    await using world = new FinWorld(app, await aSource(app))
    await app.post('/ai/external_pages', aPage(world.sourceId))
    const slow = createServer()
    slow.listen(0, '127.0.0.1')
    await once(slow, 'listening')
    try {
      const asked = once(slow, 'request')
      const url = `http://127.0.0.1:${(slow.address() as AddressInfo).port}/letter.txt`
      await world.start('slow', 'How do I start the machine?', { attachments: [{ type: 'url', url }] })
      const [, response] = await asked
      const { contact } = await world.conversation('slow')
      expect(await app.delete(`/dorsal/v1/contacts/${contact.id}`)).toMatchObject({
        status: 200,
        body: { erased: { conversations: 1, parts: 1, attachments: 1, events: 0 } },
      })
      response.writeHead(200, { 'content-type': 'text/plain' }).end(plant('letter'))
      await world.idle()
      expect(lines.filter(({ level }) => Number(level) >= 40)).toEqual([])
      expect(await findEverywhere(app, ['slow', plant('letter')])).toEqual({ slow: [], [plant('letter')]: [] })
    } finally {
      slow.closeAllConnections()
      slow.close()
    }
  })

  test('while they write leaves nothing that belongs to nobody', async () => {
    await using world = await FinWorld.open()
    const { app } = world
    const user = { id: 'busy', name: 'Busy' }
    for (let round = 0; round < 12; round++) {
      const id = `busy-${round}`
      await world.start(id, 'hello', { user })
      const { contact } = await world.conversation(id)
      const writing = Array.from({ length: 6 }, (_, index) =>
        index % 2 === 0
          ? world.reply(id, QUESTIONS.refund, { user })
          : world.start(`${id}-${index}`, QUESTIONS.refund, { user }),
      )
      const [erased, ...said] = await Promise.all([app.delete(`/dorsal/v1/contacts/${contact.id}`), ...writing])
      expect(erased.status).toBe(200)
      for (const { status, body } of said) expect([200, 400], JSON.stringify(body)).toContain(status)
      await world.idle()
    }
    const { rows } = await sql`select
      (select count(*) from contact c where not exists (select 1 from contact_identity i where i.contact_id = c.id))
        as nameless,
      (select count(*) from contact where external_id = 'busy') as twins,
      (select count(*) from conversation where status = 'thinking') as unanswered,
      (select count(*) from event e where e.conversation_id is null and e.name <> 'contact.deleted') as strays
    `.execute(app.app.db.reader)
    expect(rows[0]).toMatchObject({ nameless: 0, unanswered: 0, strays: 0 })
    expect(Number((rows[0] as { twins: number }).twins)).toBeLessThanOrEqual(1)
  })
})
