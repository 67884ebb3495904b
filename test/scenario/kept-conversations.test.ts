import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FinWorld, QUESTIONS } from './fin-world.ts'

const PATH = '/dorsal/v1/conversations'
let world: FinWorld
beforeAll(async () => {
  world = await FinWorld.open()
})
afterAll(() => world[Symbol.asyncDispose]())

/** A conversation of the custom channel, with what the user says in it. */
async function onChannel(id: string, ...texts: string[]): Promise<void> {
  for (const [index, body] of texts.entries()) {
    const event = {
      external_conversation_id: id,
      contact: { type: 'user', external_id: `user of ${id}`, name: 'Ada', email: 'ada@example.com' },
    }
    const path = '/custom_channel_events'
    if (index === 0) {
      await world.app.post(`${path}/notify_new_conversation`, { ...event, event_id: `${id} begins` })
      // The agent greets, unless a message comes first: what is waited for comes always.
      await world.idle()
    }
    const said = await world.app.post(`${path}/notify_new_message`, { ...event, event_id: `${id} ${body}`, body })
    expect(said.status).toBe(200)
    await world.idle()
  }
}

async function idOf(externalId: string): Promise<string> {
  return (await world.conversation(externalId)).id
}

describe('the list of conversations', () => {
  async function idsIn(query: string): Promise<string[]> {
    const { status, body } = await world.app.get(`${PATH}?${query}`)
    expect(status).toBe(200)
    return body.data.map(({ external_id }: { external_id: string }) => external_id)
  }

  test('is narrowed by state, status, channel, contact and external id, newest activity first', async () => {
    await using own = await FinWorld.open()
    const everything = world
    world = own
    try {
      await world.talk('waiting', QUESTIONS.refund)
      world.app.clock.advance(1_000)
      await world.talk('resolved', QUESTIONS.refund, 'thanks')
      world.app.clock.advance(1_000)
      await world.talk('handed over', 'talk to a human')
      world.app.clock.advance(1_000)
      await onChannel('on a channel', QUESTIONS.password)
      world.app.clock.advance(1_000)
      await world.talk('waiting', QUESTIONS.password)

      expect(await idsIn('')).toEqual(['waiting', 'on a channel', 'handed over', 'resolved'])
      expect(await idsIn('state=closed')).toEqual(['resolved'])
      expect(await idsIn('state=open')).toEqual(['waiting', 'on a channel', 'handed over'])
      expect(await idsIn('status=complete')).toEqual(['handed over', 'resolved'])
      expect(await idsIn('status=thinking')).toEqual([])
      expect(await idsIn('channel=custom_channel')).toEqual(['on a channel'])
      expect(await idsIn('state=open&status=complete')).toEqual(['handed over'])
      expect(await idsIn('external_id=handed%20over')).toEqual(['handed over'])
      const { contact } = await world.conversation('resolved')
      expect(await idsIn(`contact_id=${contact.id}`)).toEqual(['resolved'])
      for (const nobody of ['0', 'x', '99999999999', '']) expect(await idsIn(`contact_id=${nobody}`)).toEqual([])
    } finally {
      world = everything
    }
  })

  test('comes in pages whose links keep the filters', async () => {
    for (const id of ['a & b?', 'second', 'third']) await world.talk(id, 'talk to a human')
    await world.talk('not among them', QUESTIONS.refund)
    const seen: string[] = []
    let next: string | undefined = `${world.app.url}${PATH}?status=complete&channel=fin_agent_api&state=open&per_page=1`
    while (next !== undefined) {
      const url: URL = new URL(next)
      const { body } = await world.app.get(`${url.pathname}${url.search}`)
      expect(body).toMatchObject({
        type: 'list',
        total_count: 3,
        pages: { type: 'pages', per_page: 1, total_pages: 3 },
      })
      seen.push(...body.data.map(({ external_id }: { external_id: string }) => external_id))
      next = body.pages.next
    }
    expect(seen.toSorted()).toEqual(['a & b?', 'second', 'third'])

    const { body } = await world.app.get(`/dorsal/v1/contacts?external_id=${encodeURIComponent('user of a & b?')}`)
    expect(body).toMatchObject({ total_count: 1, data: [{ external_id: 'user of a & b?' }] })
  })

  test.each(['state=ajar', 'status=resolved', 'channel=mail', 'page=0', 'per_page=151'])(
    'refuses %s',
    async (query) => {
      const { status, body } = await world.app.get(`${PATH}?${query}`)
      expect({ status, code: body.errors[0].code }).toEqual({ status: 400, code: 'parameter_invalid' })
    },
  )
})

describe('a kept conversation', () => {
  test('has every part in order, by whom and what for, and the attachments', async () => {
    const id = 'with everything'
    await world.start(id, QUESTIONS.refund, {
      user: { id: `user of ${id}`, name: 'Ada' },
      conversation_metadata: { history: [world.message('I am Bo from the shop', { author: 'agent' })] },
      attachments: [
        { type: 'file', name: 'note.txt', content_type: 'text/plain', data: btoa('Order 66') },
        { type: 'file', name: 'photo.png', content_type: 'image/png', data: 'iVBORw0KGgo=' },
        { type: 'url', url: 'http://127.0.0.1:1/private.txt' },
      ],
    })
    await world.idle()
    await world.talk(id, 'talk to a human')
    const conversation = await world.conversation(id)
    expect(conversation).toMatchObject({
      type: 'conversation',
      external_id: id,
      channel: 'fin_agent_api',
      open: true,
      state: 'open',
      status: 'complete',
      handled_by: 'team',
      language: 'en',
      contact: { type: 'contact', external_id: `user of ${id}`, name: 'Ada' },
      ai_agent_participated: true,
      ai_agent: { resolution_state: 'escalated', last_answer_type: 'ai_answer', rating: null },
    })
    const parts = conversation.conversation_parts.conversation_parts
    expect(conversation.conversation_parts.total_count).toBe(parts.length)
    expect(parts.map(({ author, purpose, part_type }: any) => [author.type, author.name, part_type, purpose])).toEqual([
      ['admin', null, 'comment', null],
      ['user', 'Ada', 'comment', null],
      ['bot', 'Dorsal', 'comment', 'answer'],
      ['user', 'Ada', 'comment', null],
      ['bot', 'Dorsal', 'comment', 'hand_over'],
    ])
    expect(parts[1].attachments).toEqual([
      { name: 'note.txt', content_type: 'text/plain', size_bytes: 8, url: null, state: 'read', reason: null },
      expect.objectContaining({ name: 'photo.png', content_type: 'image/png', state: 'kept' }),
      expect.objectContaining({ url: 'http://127.0.0.1:1/private.txt', state: 'failed', size_bytes: 0 }),
    ])
  })

  test('shows what an answer used, as it was, also when the page has changed or is gone since', async () => {
    const page = {
      source_id: world.sourceId,
      external_id: 'warranty',
      title: 'Warranty',
      html: '<h1>Warranty</h1><p>The 🦊 warranty of a kettle lasts nineteen months. Keep the receipt.</p>',
      url: 'https://help.example.com/warranty',
      locale: 'en',
      ai_agent_availability: true,
    }
    const { body: stored } = await world.app.post('/ai/external_pages', page)
    await world.talk('warranty', 'What is the warranty of a kettle?')
    const sourceOf = async () => (await world.parts('warranty'))[1].sources
    const before = await sourceOf()
    const { body: indexed } = await world.app.get(`/dorsal/v1/external_pages/${stored.id}`)
    expect(before).toHaveLength(1)
    expect(before[0]).toMatchObject({ page_id: stored.id, revision: 1, title: 'Warranty', url: page.url })
    expect(before[0].quote).toContain('nineteen months')
    expect(indexed.text.slice(before[0].start, before[0].end)).toBe(before[0].quote)

    await world.app.put(`/ai/external_pages/${stored.id}`, { ...page, html: '<p>The warranty is gone.</p>' })
    expect(await sourceOf()).toEqual(before)
    await world.talk('warranty', 'What was the warranty of a kettle?')
    const last = (await world.parts('warranty')).at(-1)
    expect(JSON.stringify(last)).not.toContain('nineteen')

    await world.app.delete(`/ai/external_pages/${stored.id}`)
    expect(await sourceOf()).toEqual(before)
  })

  test.each(['0', '999999', 'x', '-1', '1.5', '99999999999999999999'])('that is not there is 404: %s', async (id) => {
    const teammate_name = 'Bo'
    const answers = await Promise.all([
      world.app.get(`${PATH}/${id}`),
      world.app.post(`${PATH}/${id}/reply`, { body: 'x', teammate_name }),
      world.app.post(`${PATH}/${id}/close`, { teammate_name }),
      world.app.post(`${PATH}/${id}/reopen`, { teammate_name }),
    ])
    for (const { status, body } of answers) expect([status, body.errors[0].code]).toEqual([404, 'not_found'])
  })

  test('can be shown in a browser whatever was written', async () => {
    const id = 'hostile'
    const hostile =
      '<p onclick="steal()">Hello <b>there</b></p><script>alert(1)</script><img src=x onerror=alert(2)>' +
      '<a href="javascript:alert(3)">a</a><a href="https://example.com" onmouseover=x>b</a><style>p{}</style>' +
      '<iframe src="https://evil.example"></iframe><svg onload=alert(4)></svg><form action=x><input></form>'
    await world.start(id, hostile, { user: { id, name: '<script>alert(5)</script>' } })
    await world.idle()
    await world.app.post(`${PATH}/${await idOf(id)}/reply`, { body: hostile, teammate_name: 'Bo' })
    for (const { body, author } of (await world.parts(id)).filter((part) => part.author.type !== 'bot')) {
      expect(body).toBe(
        '<p>Hello <b>there</b></p><a target="_blank" rel="noopener noreferrer nofollow">a</a>' +
          '<a href="https://example.com" target="_blank" rel="noopener noreferrer nofollow">b</a>',
      )
      expect(author.name).toBe(author.type === 'user' ? '<script>alert(5)</script>' : 'Bo')
    }
    await world.reply(id, 'a < b && "c"\n\nd <3', { user: { id } })
    await world.idle()
    expect((await world.parts(id)).findLast(({ author }) => author.type === 'user').body).toBe(
      '<p>a &lt; b &amp;&amp; &quot;c&quot;</p><p>d &lt;3</p>',
    )
  })
})

describe('a teammate', () => {
  const post = async (externalId: string, action: string, body: object = {}) =>
    world.app.post(`${PATH}/${await idOf(externalId)}/${action}`, { teammate_name: 'Bo', ...body })
  const statuses = async (externalId: string) =>
    (await world.events(externalId)).filter(({ event_name }) => event_name === 'fin_status_updated')

  test('who replies takes the conversation over, and what the agent was about to say is not said', async () => {
    const id = 'taken over'
    await world.talk(id, QUESTIONS.refund)
    await world.thinkUntilMoved(id)
    await world.reply(id, QUESTIONS.password)
    const before = await world.events(id)
    const { status, body } = await post(id, 'reply', { body: 'Let me look into that.' })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      type: 'conversation_part',
      part_type: 'comment',
      author: { type: 'admin', name: 'Bo' },
      body: '<p>Let me look into that.</p>',
    })
    world.app.clock.advance(60_000)
    await world.idle()
    const after = (await world.events(id)).slice(before.length)
    expect(after.map(({ status: told, reason }) => [told, reason])).toEqual([
      ['escalated', 'Routed to team'],
      ['complete', undefined],
    ])
    expect(await world.conversation(id)).toMatchObject({
      status: 'complete',
      open: true,
      handled_by: 'team',
      ai_agent: { resolution_state: 'routed_to_team' },
    })
    expect((await world.parts(id)).at(-1)).toMatchObject({ id: body.id })
  })

  test('is left alone by the agent in a custom channel, until the conversation is closed', async () => {
    const id = 'kept from the agent'
    await onChannel(id, QUESTIONS.refund)
    await post(id, 'reply', { body: 'I will take this.' })
    await onChannelMore(id, QUESTIONS.password)
    expect((await world.parts(id)).map(({ author }) => author.type)).toEqual(['bot', 'user', 'bot', 'admin', 'user'])

    expect((await post(id, 'close')).status).toBe(200)
    await onChannelMore(id, 'Where do I reset my password?')
    const parts = await world.parts(id)
    expect(parts.slice(5).map(({ author, part_type, purpose }) => [author.type, part_type, purpose])).toEqual([
      ['admin', 'close', null],
      ['user', 'comment', null],
      ['bot', 'comment', 'answer'],
    ])
    expect(await world.conversation(id)).toMatchObject({ open: true, handled_by: 'agent' })
  })

  test('who leaves a note changes nothing, and nobody is told', async () => {
    const id = 'with a note'
    await world.talk(id, QUESTIONS.refund)
    const { updated_at: _, conversation_parts: _parts, ...before } = await world.conversation(id)
    const told = await world.events(id)
    const { body } = await post(id, 'reply', { body: 'Looks <i>odd</i>', message_type: 'note' })
    expect(body).toMatchObject({ part_type: 'note', body: 'Looks <i>odd</i>' })
    expect(await world.conversation(id)).toMatchObject(before)
    expect(await world.events(id)).toEqual(told)
    await world.talk(id, QUESTIONS.password)
    expect((await world.parts(id)).at(-1)).toMatchObject({ purpose: 'answer' })
  })

  test('closes and reopens, each once', async () => {
    const id = 'closed'
    await world.talk(id, QUESTIONS.refund)
    const closed = await post(id, 'close')
    expect(closed).toMatchObject({ status: 200, body: { open: false, state: 'closed', status: 'complete' } })
    expect((await statuses(id)).slice(1).map(({ status, reason }) => [status, reason])).toEqual([
      ['escalated', 'Routed to team'],
      ['complete', undefined],
    ])
    expect(await post(id, 'close')).toMatchObject({ status: 409, body: { errors: [{ code: 'conflict' }] } })
    const reopened = await post(id, 'reopen')
    expect(reopened).toMatchObject({ status: 200, body: { open: true, handled_by: 'team' } })
    expect(await post(id, 'reopen')).toMatchObject({ status: 409, body: { errors: [{ code: 'conflict' }] } })
    const parts = (await world.parts(id)).slice(2)
    expect(parts.map(({ part_type, author }) => [part_type, author.name])).toEqual([
      ['close', 'Bo'],
      ['open', 'Bo'],
    ])
    world.app.clock.advance(3 * 86_400_000)
    await world.idle()
    expect(await world.parts(id)).toHaveLength(4)
  })

  test.each([
    ['without a name', { teammate_name: undefined, body: 'x' }, 'teammate_name'],
    ['with a blank name', { teammate_name: ' ', body: 'x' }, 'teammate_name'],
    ['without words', {}, 'body'],
    ['with blank words', { body: ' \n' }, 'body'],
    ['with nothing but a picture', { body: '<img src="https://example.com/x.png">' }, 'body'],
    ['with words of another kind', { body: 'x', message_type: 'shout' }, 'message_type'],
    ['with a body that is too long', { body: 'x'.repeat(100_001) }, 'body'],
  ])('%s is refused, and nothing is kept', async (_name, body, field) => {
    const id = 'refused'
    if ((await world.conversation(id)) === undefined) await world.talk(id, QUESTIONS.refund)
    const before = await world.conversation(id)
    const reply = await post(id, 'reply', body)
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ field }] } })
    expect(await world.conversation(id)).toEqual(before)
  })

  async function onChannelMore(id: string, body: string): Promise<void> {
    const contact = { type: 'user', external_id: `user of ${id}` }
    const event = { external_conversation_id: id, contact, event_id: `${id} ${body}`, body }
    expect((await world.app.post('/custom_channel_events/notify_new_message', event)).status).toBe(200)
    await world.idle()
  }
})
