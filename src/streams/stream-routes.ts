import type { OutgoingHttpHeaders } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Reader } from '../db/index.ts'
import { lastEventBefore, readAfter } from '../events/index.ts'
import type { Api } from '../http/index.ts'
import { DorsalError, parameterInvalid, type Clock } from '../kernel/index.ts'
import type { StreamAddresses } from './stream-addresses.ts'
import type { StreamHub } from './stream-hub.ts'
import { dueTo, type StreamFaults } from './stream-reader.ts'

export interface StreamRouteDeps {
  readonly db: Reader
  readonly clock: Clock
  readonly addresses: Pick<StreamAddresses, 'verify'>
  readonly hub: StreamHub
  /** Asked once per connection. */
  readonly faults?: ((workspaceId: number) => StreamFaults | undefined) | undefined
}

const Query = Type.Object({
  channels: Type.String(),
  accessToken: Type.Optional(Type.String()),
  rewind: Type.Optional(Type.String()),
  /** For clients that can't send the header. */
  lastEventId: Type.Optional(Type.String()),
})

const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-store, no-transform',
  'x-accel-buffering': 'no',
  // The end of a stream is the end of its connection.
  connection: 'close',
}
const PREFLIGHT_HEADERS = {
  'access-control-allow-methods': 'GET',
  'access-control-allow-headers': '*',
  'access-control-max-age': 86_400,
}
const RETRY_SECONDS = 10

/** Events of a conversation as they happen, by Server-Sent Events (facts §4.7). */
export const streamRoutes =
  ({ db, clock, addresses, hub, faults }: StreamRouteDeps) =>
  (app: Api): void => {
    const path = '/event-stream'

    app.get(path, { schema: { querystring: Query }, onRequest: admitAnyOrigin }, async (request, reply) => {
      const { channels, accessToken, rewind, lastEventId } = request.query
      const resumeAfter = parseEventId(request.headers['last-event-id']?.toString() ?? lastEventId)
      const rewindMs = parseRewind(rewind)
      if (!accessToken) throw new DorsalError('missing_authorization', 'No authorization was provided')
      const grant = await addresses.verify(accessToken)
      if (grant?.channel !== channels) throw invalidToken()

      let after = resumeAfter ?? grant.after
      if (resumeAfter === undefined && rewindMs !== undefined) {
        // Rewinding shows more, never less: what the token gives anyway may be older than that.
        after = Math.min(after, await lastEventBefore(db, grant, clock.now() - rewindMs))
      }
      const [news] = await readAfter(db, [{ ...grant, after }], 1)
      if (news?.closedAtEvent === undefined) throw invalidToken()
      const { due, isClosing } = dueTo(grant, news)
      // This status alone tells an EventSource that nothing is wrong and nothing will come.
      if (isClosing && due.length === 0) return reply.code(204).send()
      if (request.method === 'HEAD') return reply.headers(STREAM_HEADERS).send()

      const fault = faults?.(grant.workspaceId)
      if (fault?.delayMs !== undefined) await delay(fault.delayMs)
      if (!hub.hasRoom(grant)) {
        reply.header('X-RateLimit-Reset', Math.floor(clock.now() / 1000) + RETRY_SECONDS)
        reply.header('Retry-After', RETRY_SECONDS)
        throw new DorsalError('rate_limit_exceeded', 'Too many open streams')
      }
      reply.hijack()
      reply.raw.writeHead(200, { ...(reply.getHeaders() as OutgoingHttpHeaders), ...STREAM_HEADERS })
      hub.open({ grant, after, response: reply.raw, faults: fault })
      return reply
    })

    app.options(path, { onRequest: admitAnyOrigin }, async (_request, reply) =>
      reply.code(204).headers(PREFLIGHT_HEADERS).send(),
    )
  }

/** The token is the secret: a page of any origin that has it may connect, and may see why it can't. */
async function admitAnyOrigin(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('access-control-allow-origin', '*')
}

function invalidToken(): DorsalError {
  return new DorsalError('unauthorized', 'Access Token Invalid')
}

function parseEventId(raw: string | undefined): number | undefined {
  if (raw === undefined || raw === '') return undefined
  if (!/^[0-9]{1,15}$/.test(raw)) throw parameterInvalid('Last-Event-ID', 'Last-Event-ID must be the id of an event')
  return Number(raw)
}

const MAX_REWIND_SECONDS = 120

/** @returns milliseconds */
function parseRewind(raw: string | undefined): number | undefined {
  if (raw === undefined) return undefined
  const [, amount, unit] = /^([0-9]{1,3})([sm])$/.exec(raw) ?? []
  const seconds = Number(amount) * (unit === 'm' ? 60 : 1)
  if (amount === undefined || seconds > MAX_REWIND_SECONDS) {
    throw parameterInvalid('rewind', 'rewind must be a time of at most two minutes, such as 2m or 90s')
  }
  return seconds * 1000
}
