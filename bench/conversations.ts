import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { request } from 'undici'
import { createSource, toBody } from './ingest.ts'
import { Receiver } from './receiver.ts'
import { ServerProcess } from './server-process.ts'
import { measureEach, round, summarize } from './statistics.ts'

/** Webhooks to this machine are refused unless the operator allows them. */
const ENV = { DORSAL_OUTGOING_ALLOW: '127.0.0.1' }
const READERS = 2_000
const DELIVERIES = 4_000

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
    await benchReplies(server, receiver, 'warm', 50, 1)
    const alone = await benchReplies(server, receiver, 'alone', 300, 1)
    const crowd = await benchReplies(server, receiver, 'crowd', 1_000, 200)
    const deliveries = await benchDeliveries(server, receiver, webhookId)
    return { alone, crowd, deliveries }
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

function startBody(conversationId: string, index: number) {
  return {
    conversation_id: conversationId,
    message: { author: 'user', body: QUESTIONS[index % QUESTIONS.length], timestamp: new Date().toISOString() },
    user: { id: `user-${conversationId}` },
  }
}

/** From the start of `/fin/start` to `fin_replied`, at the webhook and in the stream; `width` conversations at a time. */
async function benchReplies(server: ServerProcess, receiver: Receiver, name: string, count: number, width: number) {
  const byWebhook: number[] = []
  const byStream: number[] = []
  const cpuBefore = server.cpuMs()
  const accepted = await measureEach(
    Array.from({ length: count }, (_, index) => index),
    width,
    async (index) => {
      const conversationId = `${name}-${index}`
      const arrived = receiver.reply(conversationId)
      const startedAt = performance.now()
      const { sse_subscription_url: url } = await server.post<{ sse_subscription_url: string }>(
        '/fin/start',
        startBody(conversationId, index),
      )
      const streamed = readUntilReply(url)
      byStream.push((await streamed) - startedAt)
      byWebhook.push((await arrived) - startedAt)
    },
  )
  return {
    conversations: count,
    at_once: width,
    webhook_ms: summarize(byWebhook),
    stream_ms: summarize(byStream),
    whole_ms: summarize(accepted),
    cpu_ms_each: round((server.cpuMs() - cpuBefore) / count),
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
