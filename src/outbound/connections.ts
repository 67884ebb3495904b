import type { LookupFunction } from 'node:net'
import { Pool } from 'undici'
import { OutgoingRequestError, type OutgoingRequest, type OutgoingResponse } from './outgoing-request.ts'

export type Header = readonly [name: string, value: string]

/** One request without what happens after it: its redirects are not followed, its time is up when the signal says so. */
export interface Exchange extends Pick<OutgoingRequest, 'method' | 'body' | 'maxResponseBytes'> {
  readonly headers: readonly Header[]
  readonly signal: AbortSignal
}

/**
 * Connections, kept for more requests to the same origin. A kept one is as safe as a new one: it goes on to the address
 * that the lookup gave for this origin, and the rules of the lookup do not change while the program runs.
 */
export class Connections {
  readonly #pools = new Map<string, Pool>()
  readonly #lookupOf: (origin: URL) => LookupFunction

  constructor(lookupOf: (origin: URL) => LookupFunction) {
    this.#lookupOf = lookupOf
  }

  /**
   * Sends one request and reads its answer, whatever its status, so that time and size are limited alike.
   * @throws OutgoingRequestError `too_large`; the lookup's error; the signal's reason; errors of the connection
   */
  async send(url: URL, request: Exchange): Promise<OutgoingResponse> {
    const { method, headers, body = null, maxResponseBytes, signal } = request
    signal.throwIfAborted()
    // While the connection is made, undici does not see the signal; it does once connected, and then sends nothing.
    const response = await Promise.race([
      this.#poolOf(url).request({
        path: `${url.pathname}${url.search}`,
        method,
        headers: { 'accept-encoding': 'identity', ...Object.fromEntries(headers) },
        body,
        signal,
      }),
      rejectWhenAborted(signal),
    ])
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength
      if (size > maxResponseBytes) {
        throw new OutgoingRequestError('too_large', `${url.host} answered with more than ${maxResponseBytes} bytes`)
      }
      chunks.push(chunk)
    }
    return {
      status: response.statusCode,
      headers: Object.fromEntries(
        Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
      ),
      body: Buffer.concat(chunks),
      url: url.href,
    }
  }

  /** Ends requests that are under way, with an error. */
  async close(): Promise<void> {
    const pools = [...this.#pools.values()]
    this.#pools.clear()
    await Promise.all(pools.map((pool) => pool.destroy()))
  }

  // Not undici's Agent: it keeps a pool for ever when its last request was cut off, and data names new hosts for ever.
  #poolOf({ origin }: URL): Pool {
    const known = this.#pools.get(origin)
    if (known !== undefined) return known
    const pool = new Pool(origin, {
      connect: { lookup: this.#lookupOf(new URL(origin)), autoSelectFamily: true },
      // Of HTTP/2 nothing is needed, and it is much more to trust.
      allowH2: false,
      // The signal covers both.
      headersTimeout: 0,
      bodyTimeout: 0,
    })
    // After the event undici still throws out requests that were cut off.
    const dropUnused = () =>
      setImmediate(() => {
        if (pool.stats.connected === 0 && pool.stats.size === 0 && this.#pools.get(origin) === pool) {
          this.#pools.delete(origin)
        }
      })
    this.#pools.set(origin, pool.on('disconnect', dropUnused).on('connectionError', dropUnused))
    return pool
  }
}

function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>()
  signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  return promise
}
