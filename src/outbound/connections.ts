import type { LookupFunction } from 'node:net'
import { Pool } from 'undici'
import { OutgoingRequestError, type OutgoingRequest, type StreamedResponse } from './outgoing-request.ts'

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
   * Sends one request. The answer's body must be read or left, so that its connection does not wait for that; time and
   * size are limited while it is read, whatever its status.
   * @throws OutgoingRequestError `too_large`; the lookup's error; the signal's reason; errors of the connection
   */
  async send(url: URL, request: Exchange): Promise<StreamedResponse> {
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
    return {
      status: response.statusCode,
      headers: Object.fromEntries(
        Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
      ),
      body: limited(response.body, url, maxResponseBytes),
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

async function* limited(body: AsyncIterable<Uint8Array>, { host }: URL, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > maxBytes)
      throw new OutgoingRequestError('too_large', `${host} answered with more than ${maxBytes} bytes`)
    yield chunk
  }
}

function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>()
  signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  return promise
}
