import { rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { embeddedEngine, openDatabase, type Database } from '../../src/db/index.ts'
import { copyDataTemplate } from '../support/data-template.ts'
import { seeded } from '../support/random.ts'
import { call, ServerProcess } from '../support/server-process.ts'
import { aPage } from '../support/test-app.ts'

const KILLS = 8
const WRITERS = 5

interface Message {
  readonly path: '/fin/start' | '/fin/reply'
  readonly body: { readonly conversation_id: string; readonly message: { readonly body: string } }
}

describe('a server killed in the middle of conversations', () => {
  let dataDir: string
  const receiver = new Receiver()
  beforeAll(async () => {
    dataDir = await copyDataTemplate()
    await receiver.listen()
  })
  afterAll(async () => {
    await receiver.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test(`answers every message that it took, once, over ${KILLS} kills`, { timeout: 600_000 }, async () => {
    const random = seeded(7)
    const acknowledged: Message[] = []
    let interrupted: Message[] = []
    let cutOff = 0
    const env = { DORSAL_DATA_DIR: dataDir, DORSAL_OUTGOING_ALLOW: '127.0.0.1' }
    for (let kill = 0; kill <= KILLS; kill++) {
      const server = await ServerProcess.start(env)
      if (kill === 0) await fillLibrary(server.url, receiver.url)
      // What got no answer is sent again, as a client would: it may have been taken.
      for (const message of interrupted) {
        const reply = await call(server.url, 'POST', message.path, message.body)
        expect(reply?.status, JSON.stringify(reply?.body)).toBe(200)
        acknowledged.push(message)
      }
      if (kill === KILLS) {
        await settled(server.url)
        await server.stop()
        break
      }
      interrupted = await talkUntilKilled(server, kill, acknowledged, random)
      cutOff += interrupted.length
    }
    // Otherwise the kills would have met an idle server.
    expect(cutOff).toBeGreaterThan(KILLS)
    await inspect(dataDir, acknowledged, receiver)
  })
})

/** @returns the messages that got no answer */
async function talkUntilKilled(
  server: ServerProcess,
  round: number,
  acknowledged: Message[],
  random: () => number,
): Promise<Message[]> {
  const goal = acknowledged.length + 10 + Math.floor(random() * 30)
  let killed: Promise<unknown> | undefined
  let isDead = false
  void server.ended().then(() => {
    isDead = true
  })
  const interrupted: Message[] = []
  const talk = async (writer: number, own: () => number) => {
    for (let index = 0; !isDead; index++) {
      const conversation = `c-${round}-${writer}-${Math.floor(index / 4)}`
      const message: Message = {
        path: index % 4 === 0 ? '/fin/start' : '/fin/reply',
        body: aMessage(conversation, `${round}-${writer}-${index}`, own),
      }
      const reply = await call(server.url, 'POST', message.path, message.body)
      if (reply === undefined) {
        interrupted.push(message)
        return
      }
      expect(reply.status, JSON.stringify(reply.body)).toBe(200)
      acknowledged.push(message)
      if (killed === undefined && acknowledged.length >= goal) killed = delay(own() * 40).then(() => server.kill())
    }
  }
  const seeds = Array.from({ length: WRITERS }, () => seeded(Math.floor(random() * 2 ** 31)))
  await Promise.all(seeds.map((own, writer) => talk(writer, own)))
  await killed
  return interrupted
}

const TEXTS = ['How do I start the machine?', 'Which teams play in the final?', 'Hello', 'Where is the green button?']

/** The number makes each message's text one of its kind. */
function aMessage(conversation: string, number: string, random: () => number) {
  const text = TEXTS[Math.floor(random() * TEXTS.length)] ?? ''
  return {
    conversation_id: conversation,
    message: { author: 'user', body: `${text} (${number})`, timestamp: new Date().toISOString() },
    user: { id: `user of ${conversation}` },
  }
}

async function fillLibrary(url: string, receiver: string): Promise<void> {
  const source = await call(url, 'POST', '/ai/content_import_sources', {
    sync_behavior: 'api',
    url: 'https://help.example.com',
  })
  await call(url, 'POST', '/ai/external_pages', aPage(source?.body.id))
  const webhook = await call(url, 'POST', '/dorsal/v1/webhooks', { family: 'fin_agent_api', url: receiver })
  expect(webhook?.status).toBe(200)
}

/** Until the agent owes nobody an answer and every event was delivered. */
async function settled(url: string): Promise<void> {
  for (;;) {
    const thinking = await call(url, 'GET', '/dorsal/v1/conversations?status=thinking')
    const pending = await call(url, 'GET', '/dorsal/v1/deliveries?state=pending')
    if (thinking?.body.total_count === 0 && pending?.body.total_count === 0) return
    await delay(50)
  }
}

interface StoredPart {
  external_id: string
  author: string
  body_text: string
}

async function inspect(dataDir: string, acknowledged: readonly Message[], receiver: Receiver): Promise<void> {
  const engine = await embeddedEngine({
    dataDir,
    onFatal(error) {
      throw error
    },
  })
  const db = await openDatabase(engine)
  try {
    const parts = await query<StoredPart>(
      db,
      `select c.external_id, p.author, p.body_text from conversation_part p
      join conversation c on c.workspace_id = p.workspace_id and c.id = p.conversation_id order by p.id`,
    )
    for (const { body } of acknowledged) {
      const kept = parts.filter(({ author, body_text: text }) => author === 'user' && text === body.message.body)
      expect(kept, body.message.body).toHaveLength(1)
    }
    const conversations = new Set(acknowledged.map(({ body }) => body.conversation_id))
    for (const id of conversations) {
      const said = parts.filter(({ external_id: own }) => own === id).map(({ author }) => author)
      // Every message has an answer after it, and no answer was given twice.
      expect(said.at(-1), id).toBe('fin')
      expect(said.join(' '), id).not.toContain('fin fin')
    }
    const events = await query<{ external_id: string; payload: string }>(
      db,
      `select c.external_id, e.payload from event e
      join conversation c on c.workspace_id = e.workspace_id and c.id = e.conversation_id order by e.id`,
    )
    const replies = events.filter(({ payload }) => payload.includes('"fin_replied"'))
    expect(replies).toHaveLength(parts.filter(({ author }) => author === 'fin').length)
    for (const id of conversations) {
      const told = events.filter(({ external_id: own }) => own === id).map(({ payload }) => payload)
      // At least once each, and first arrivals in the order of events.
      expect([...new Set(receiver.received.get(id))], id).toEqual(told)
    }
  } finally {
    await db.close()
  }
}

async function query<T>(db: Database, text: string): Promise<T[]> {
  return (await sql.raw<T>(text).execute(db.reader)).rows
}

/** Takes everything, after a moment in which the server may die. */
class Receiver {
  readonly received = new Map<string, string[]>()
  readonly #server: Server
  url = ''

  constructor() {
    this.#server = createServer((request, response) => {
      let body = ''
      request.setEncoding('utf8')
      request.on('data', (chunk: string) => (body += chunk))
      request.on('end', () => {
        if (request.method === 'POST') {
          const { conversation_id: id } = JSON.parse(body) as { conversation_id: string }
          this.received.set(id, [...(this.received.get(id) ?? []), body])
        }
        setTimeout(() => response.end(), 2)
      })
    })
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
