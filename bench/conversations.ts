import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { request } from 'undici'
import { seeded } from '../test/support/random.ts'
import { createSource, toBody } from './ingest.ts'
import { Receiver } from './receiver.ts'
import { ServerProcess } from './server-process.ts'
import { measureEach, round, summarize } from './statistics.ts'

/** Webhooks to this machine are refused unless the operator allows them. */
const ENV = { DORSAL_OUTGOING_ALLOW: '127.0.0.1' }
const READERS = 2_000
const DELIVERIES = 4_000
const OPEN = 200
const TURNS = 4
const READING_MS = 10_000

const PAGES = [
  [
    'export',
    'Exporting your data',
    'To export your data, open Settings, choose Export and wait for the mail with the file.',
  ],
  [
    'password',
    'Resetting a password',
    'To reset your password, choose Forgot password and follow the link in the mail.',
  ],
  ['refund', 'Refunds', 'A refund is possible within thirty days. Write to billing with the number of your invoice.'],
] as const
const QUESTIONS = ['How do I export my data?', 'I want to reset my password', 'Can I get a refund for my invoice?']

/** Conversations through the Fin Agent API: how soon the reply is there, and what streams and deliveries cost. */
export async function benchConversations(dataDir: string) {
  const server = await ServerProcess.start(dataDir, ENV)
  const receiver = new Receiver()
  try {
    await fillLibrary(server)
    const { id: webhookId } = await server.post<{ id: string }>('/dorsal/v1/webhooks', {
      family: 'fin_agent_api',
      url: await receiver.listen(),
    })
    await benchStarts(server, receiver, 'warm', 50, 1)
    const alone = await benchStarts(server, receiver, 'alone', 300, 1)
    const open = await benchOpen(server, receiver)
    const burst = await benchStarts(server, receiver, 'burst', 1_000, 32)
    const deliveries = await benchDeliveries(server, receiver, webhookId)
    return { alone, open, burst, deliveries }
  } finally {
    await receiver.close()
    await server.stop()
  }
}

async function fillLibrary(server: ServerProcess): Promise<void> {
  const sourceId = await createSource(server)
  for (const [externalId, title, text] of PAGES) {
    await server.post(
      '/ai/external_pages',
      toBody(sourceId, { external_id: externalId, title, html: `<p>${text}</p>` }),
    )
  }
}

function messageBody(conversationId: string, index: number) {
  return {
    conversation_id: conversationId,
    message: { author: 'user', body: QUESTIONS[index % QUESTIONS.length], timestamp: new Date().toISOString() },
    user: { id: `user-${conversationId}` },
  }
}

/** From the beginning of `/fin/start` to `fin_replied`, at the webhook and in the stream; `width` starts at a time. */
async function benchStarts(server: ServerProcess, receiver: Receiver, name: string, count: number, width: number) {
  const replies = new Replies(server, receiver)
  const cpuBefore = server.cpuMs()
  const startedAt = performance.now()
  const indexes = Array.from({ length: count }, (_, index) => index)
  await measureEach(indexes, width, (index) => replies.ask('/fin/start', `${name}-${index}`, index))
  const took = (performance.now() - startedAt) / 1000
  return {
    ...replies.summary(),
    per_second: round(count / took, 1),
    cpu_ms_each: round((server.cpuMs() - cpuBefore) / count),
  }
}

/** The same while so many conversations go on, each with a user who reads for a while before the next question. */
async function benchOpen(server: ServerProcess, receiver: Receiver) {
  const replies = new Replies(server, receiver)
  const random = seeded(OPEN)
  await Promise.all(
    Array.from({ length: OPEN }, async (_, index) => {
      for (let turn = 0; turn < TURNS; turn++) {
        await setTimeout(random() * 2 * READING_MS)
        await replies.ask(turn === 0 ? '/fin/start' : '/fin/reply', `open-${index}`, index + turn)
      }
    }),
  )
  return { ...replies.summary(), open: OPEN, reading_s: READING_MS / 1000 }
}

/** Asks, and notes how long the reply took by each way. */
class Replies {
  readonly #server: ServerProcess
  readonly #receiver: Receiver
  readonly #byWebhook: number[] = []
  readonly #byStream: number[] = []

  constructor(server: ServerProcess, receiver: Receiver) {
    this.#server = server
    this.#receiver = receiver
  }

  async ask(path: string, conversationId: string, index: number): Promise<void> {
    const arrived = this.#receiver.reply(conversationId)
    const startedAt = performance.now()
    const body = messageBody(conversationId, index)
    const { sse_subscription_url: url } = await this.#server.post<{ sse_subscription_url: string }>(path, body)
    this.#byStream.push((await readUntilReply(url)) - startedAt)
    this.#byWebhook.push((await arrived) - startedAt)
  }

  summary() {
    return { webhook_ms: summarize(this.#byWebhook), stream_ms: summarize(this.#byStream) }
  }
}

/** @returns when the reply was read */
async function readUntilReply(url: string): Promise<number> {
  const response = await request(url)
  let text = ''
  for await (const chunk of response.body) {
    text += String(chunk)
    if (!text.includes('"fin_replied"')) continue
    response.body.destroy()
    return performance.now()
  }
  throw new Error(`the stream ended without a reply: ${text}`)
}

/** Streams that are held open by one process, each of a conversation of its own. */
export async function benchReaders(dataDir: string) {
  const file = join(dataDir, 'addresses')
  const server = await ServerProcess.start(dataDir, { BENCH_ADDRESSES: file, BENCH_CONVERSATIONS: String(READERS) }, [
    'bench/holding-server.ts',
  ])
  const streams: Readable[] = []
  try {
    const urls = readFileSync(file, 'utf8').split('\n')
    const before = server.memory()
    const openings = await measureEach(urls, 16, async (url) => {
      const { body, statusCode } = await request(url)
      if (statusCode !== 200) throw new Error(`a stream answered ${statusCode}`)
      // The first bytes come once the stream is served.
      await once(body, 'data')
      streams.push(body)
    })
    const cpuBefore = server.cpuMs()
    const startedAt = performance.now()
    await setTimeout(20_000)
    const idleShare = (server.cpuMs() - cpuBefore) / (performance.now() - startedAt)
    const held = server.memory()
    return {
      readers: streams.length,
      memory_mb: { before, held },
      kb_each: round(((held - before) * 1024) / READERS, 1),
      open_ms: summarize(openings),
      cpu_share_while_idle: round(idleShare, 3),
    }
  } finally {
    for (const stream of streams) stream.on('error', () => {}).destroy()
    await server.stop()
  }
}

/** Deliveries that have piled up, sent to a receiver on this machine. */
async function benchDeliveries(server: ServerProcess, receiver: Receiver, webhookId: string) {
  const sent = receiver.received
  const startedAt = performance.now()
  const cpuBefore = server.cpuMs()
  let queued = 0
  while (queued < DELIVERIES) {
    const { count } = await server.post<{ count: number }>(`/dorsal/v1/webhooks/${webhookId}/replay`, {
      since: 0,
      state: 'all',
    })
    queued += count
    while (receiver.received - sent < queued) await setTimeout(5)
  }
  const took = (performance.now() - startedAt) / 1000
  return {
    deliveries: queued,
    per_second: round(queued / took, 1),
    cpu_ms_each: round((server.cpuMs() - cpuBefore) / queued, 2),
  }
}
