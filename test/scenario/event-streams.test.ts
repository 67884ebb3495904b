import { connect } from 'node:net'
import { sql } from 'kysely'
import { EventSource } from 'undici'
import { describe, expect, test, vi } from 'vitest'
import { EventStream } from '../support/event-stream.ts'
import { startTestApp } from '../support/test-app.ts'
import { readableLog } from './log-lines.ts'
import { aConversation } from './stream-world.ts'

const MINUTE = 60_000

describe('an event stream', () => {
  test('gives events as they happen, in order, word for word as webhooks get them', async () => {
    await using app = await startTestApp()
    const conversation = await aConversation(app, 'größe/№ 1 & co')
    const stream = await conversation.open()
    const payloads = ['{"n":1}', JSON.stringify({ body: '<p>日本\u2028 "x" \\ 😀</p>' }), '{ "spaces":  true }']
    await conversation.add(...payloads.slice(0, 2))
    await stream.received(2)
    await conversation.add(...payloads.slice(2))
    await stream.received(3)

    expect(stream.data).toEqual(payloads)
    expect(stream.text.startsWith('retry: 1000\n\nid: ')).toBe(true)
    expect(stream.text).not.toContain('event:')
    expect(Object.fromEntries(stream.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-store, no-transform',
      'x-accel-buffering': 'no',
      'access-control-allow-origin': '*',
      'x-request-id': expect.any(String),
    })
  })

  test('serves a plain EventSource, which comes back once after the turn and then stops', async () => {
    await using app = await startTestApp()
    const conversation = await aConversation(app)
    const source = new EventSource(await conversation.address(true))
    const received: { data: string; lastEventId: string }[] = []
    source.addEventListener('message', ({ data, lastEventId }) => received.push({ data, lastEventId }))
    const closed = new Promise<void>((resolve) =>
      source.addEventListener('error', () => {
        if (source.readyState === EventSource.CLOSED) resolve()
      }),
    )
    const ids = [...(await conversation.add('{"n":1}')), ...(await conversation.addAndClose('{"n":2}'))]
    await closed
    expect(received).toEqual(ids.map((id, index) => ({ data: `{"n":${index + 1}}`, lastEventId: String(id) })))
  })

  test('holds the events of its conversation and of no other', async () => {
    await using app = await startTestApp()
    const conversation = await aConversation(app)
    const other = await aConversation(app, 'ext-2')
    const streams = [await conversation.open(), await other.open()]
    const [mine] = await conversation.add('{"mine":1}')
    const [theirs] = await other.addAndClose('{"theirs":1}')
    const [end] = await conversation.addAndClose('{"mine":2}')
    expect(await streams[0]?.all()).toEqual([mine, end])
    expect(await streams[1]?.all()).toEqual([theirs])
  })

  test('reaches every reader of a conversation, of which there can be twenty', async () => {
    await using app = await startTestApp()
    const conversation = await aConversation(app)
    const address = await conversation.address()
    const streams = await Promise.all(Array.from({ length: 20 }, () => EventStream.open(address)))
    const refused = await fetch(address)
    expect(refused.status).toBe(429)
    expect(await refused.json()).toMatchObject({ errors: [{ code: 'rate_limit_exceeded' }] })
    expect(Number(refused.headers.get('x-ratelimit-reset'))).toBe(app.clock.now() / 1000 + 10)

    streams[0]?.close()
    await vi.waitFor(async () => {
      const next = await EventStream.open(address)
      expect(next.status).toBe(200)
      streams[0] = next
    })
    const ids = await conversation.addAndClose('{"n":1}', '{"n":2}')
    expect(await Promise.all(streams.map((stream) => stream.all()))).toEqual(streams.map(() => ids))
  })

  test('brings a long backlog whole', async () => {
    await using app = await startTestApp()
    const conversation = await aConversation(app)
    const address = await conversation.address()
    const long = 'x'.repeat(20_000)
    const ids = await conversation.addAndClose(...Array.from({ length: 100 }, (_, n) => JSON.stringify({ n, long })))
    expect(await (await EventStream.open(address)).all()).toEqual(ids)
  })

  test('asks the database nothing while nothing happens, and keeps the connection alive', async () => {
    await using app = await startTestApp()
    const conversation = await aConversation(app)
    const stream = await conversation.open()
    await conversation.add('{"n":1}')
    await stream.received(1)
    let statements = 0
    app.app.db.pool.on('acquire', () => (statements += 1))
    app.clock.advance(15_000)
    await stream.contains(': ping\n\n')
    expect(statements).toBe(0)
    await conversation.add('{"n":2}')
    await stream.received(2)
    expect(statements).toBeGreaterThan(0)
  })

  test('goes on after the database failed', async () => {
    await using app = await startTestApp()
    const conversation = await aConversation(app)
    const stream = await conversation.open()
    const [first] = await conversation.add('{"n":1}')
    await stream.received(1)
    await sql`alter table conversation rename to hidden`.execute(app.app.db.reader)
    const [second] = await conversation.add('{"n":2}')
    await sql`alter table hidden rename to conversation`.execute(app.app.db.reader)
    app.clock.advance(1)
    await stream.received(2)
    expect(stream.ids).toEqual([first, second])
  })
})

describe('what a stream begins with', () => {
  test('is what happened after the address was issued', async () => {
    await using app = await startTestApp()
    const conversation = await aConversation(app)
    await conversation.add('{"n":1}')
    const address = await conversation.address()
    const ids = await conversation.add('{"n":2}', '{"n":3}')
    expect((await (await EventStream.open(address)).received(2)).ids).toEqual(ids)
  })

  test('is the last two minutes when it rewinds, but never less than without', async () => {
    await using app = await startTestApp()
    const conversation = await aConversation(app)
    await conversation.add('{"n":1}')
    app.clock.advance(1)
    const recent = await conversation.add('{"n":2}')
    app.clock.advance(2 * MINUTE)
    const address = await conversation.address(true)
    recent.push(...(await conversation.add('{"n":3}')))
    const rewound = await EventStream.open(address)
    expect((await rewound.received(2)).ids).toEqual(recent)

    app.clock.advance(2.5 * MINUTE)
    const late = await EventStream.open(address)
    expect((await late.received(1)).ids).toEqual(recent.slice(1))
    const shorter = await EventStream.open((await conversation.address(true)).replace('=2m', '=90s'))
    const [next] = await conversation.add('{"n":4}')
    expect((await shorter.received(1)).ids).toEqual([next])
  })

  test('is what follows the last event that the reader has', async () => {
    await using app = await startTestApp()
    const conversation = await aConversation(app)
    const ids = await conversation.add('{"n":1}', '{"n":2}', '{"n":3}')
    const address = await conversation.address(true)
    const byHeader = await EventStream.open(address, ids[1])
    const byParameter = await EventStream.open(`${address}&lastEventId=${ids[0]}`)
    const byBoth = await EventStream.open(`${address}&lastEventId=${ids[0]}`, ids[1])
    const fromTheStart = await EventStream.open(address, 0)
    const [end] = await conversation.addAndClose('{"n":4}')
    expect(await byHeader.all()).toEqual([ids[2], end])
    expect(await byParameter.all()).toEqual([...ids.slice(1), end])
    expect(await byBoth.all()).toEqual([ids[2], end])
    expect(await fromTheStart.all()).toEqual([...ids, end])
  })
})

describe('a stream ends', () => {
  test('with the turn: who comes late gets all of the turn, nothing of the next, and then 204', async () => {
    await using app = await startTestApp()
    const conversation = await aConversation(app)
    const address = await conversation.address()
    const ids = await conversation.addAndClose('{"n":1}', '{"n":2}')
    const next = await conversation.open()
    const [later] = await conversation.add('{"n":3}')
    expect((await next.received(1)).ids).toEqual([later])

    expect(await (await EventStream.open(address)).all()).toEqual(ids)
    const again = await EventStream.open(address, ids[1])
    expect({ status: again.status, text: again.text }).toEqual({ status: 204, text: '' })
    expect((await EventStream.open(address, ids[0])).status).toBe(200)
  })

  test('with its token after three minutes, and the token opens no other', async () => {
    await using app = await startTestApp()
    const conversation = await aConversation(app)
    const address = await conversation.address()
    const stream = await EventStream.open(address)
    app.clock.advance(3 * MINUTE - 1)
    const [id] = await conversation.add('{"n":1}')
    await stream.received(1)
    expect((await EventStream.open(address)).status).toBe(200)
    app.clock.advance(1)
    expect(await stream.all()).toEqual([id])
    expect((await EventStream.open(address)).status).toBe(401)
  })

  test('with its conversation, whose address is worth nothing afterwards', async () => {
    await using app = await startTestApp()
    const conversation = await aConversation(app)
    const address = await conversation.address()
    const stream = await EventStream.open(address)
    const [id] = await conversation.add('{"n":1}')
    await stream.received(1)
    await app.app.db.transact((tx) => tx.deleteFrom('contact').execute())
    app.clock.advance(3 * MINUTE - 1)
    expect((await EventStream.open(address)).status).toBe(401)
    app.clock.advance(1)
    expect(await stream.all()).toEqual([id])
  })

  test('at once with the program', async () => {
    await using app = await startTestApp()
    const conversation = await aConversation(app)
    const streams = await Promise.all(Array.from({ length: 5 }, () => conversation.open()))
    const began = performance.now()
    await app.app.close()
    // What does not end by itself is cut off after a second.
    expect(performance.now() - began).toBeLessThan(900)
    expect(await Promise.all(streams.map(({ ended }) => ended))).toEqual(streams.map(() => 'ended'))
  })

  test('when its reader does not read, and goes on where it was', async () => {
    const { log, lines } = readableLog()
    await using app = await startTestApp({}, { log })
    const conversation = await aConversation(app)
    const address = await conversation.address()
    const { port, pathname, search } = new URL(address)
    const socket = connect(Number(port), '127.0.0.1')
    socket.on('error', () => {})
    socket.write(`GET ${pathname}${search} HTTP/1.1\r\nHost: test\r\n\r\n`)

    const long = 'x'.repeat(1_000_000)
    const ids = await conversation.add(...Array.from({ length: 16 }, (_, n) => JSON.stringify({ n, long })))
    const reader = await EventStream.open(address)
    await reader.received(16)
    await vi.waitFor(() => {
      app.clock.advance(1_000)
      expect(lines.map(({ msg }) => msg)).toContain('a stream was cut off: its reader does not read')
    }, 20_000)
    const closed = new Promise((resolve) => socket.once('close', resolve))
    let text = ''
    socket.setEncoding('utf8').on('data', (data: string) => (text += data))
    await closed
    const received = [...text.matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1]))
    expect(received.length).toBeLessThan(16)
    expect(received).toEqual(ids.slice(0, received.length))
    expect(lines.filter(({ msg }) => String(msg).includes('cut off'))).toHaveLength(1)

    const resumed = await EventStream.open(address, received.at(-1) ?? 0)
    const [end] = await conversation.addAndClose('{"n":16}')
    expect(await resumed.all()).toEqual([...ids.slice(received.length), end])
    expect(await reader.all()).toEqual([...ids, end])
    await vi.waitFor(() => expect(lines.filter(({ msg }) => msg === 'request')).toHaveLength(2))
    expect(JSON.stringify(lines)).not.toContain(new URL(address).searchParams.get('accessToken'))
  }, 60_000)

  test('by a fault on purpose, after which the client resumes', async () => {
    const faults = [{ dropAfterFrames: 2 }, { delayMs: 1 }]
    await using app = await startTestApp({}, { streamFaults: () => faults.shift() })
    const conversation = await aConversation(app)
    const address = await conversation.address()
    const ids = await conversation.addAndClose('{"n":1}', '{"n":2}', '{"n":3}')
    const broken = await EventStream.open(address)
    expect(await broken.ended).toBe('broken')
    expect(broken.ids).toEqual(ids.slice(0, 2))
    expect(await (await EventStream.open(address, ids[1])).all()).toEqual(ids.slice(2))
  })
})
