import type { StoredEvent } from '../events/index.ts'

/** First of all: how long an `EventSource` waits before it connects again, in milliseconds. */
export const OPENING = 'retry: 1000\n\n'
/** A comment, which readers skip; it keeps proxies from closing a quiet connection. */
export const PING = ': ping\n\n'

/**
 * An event as a frame without a name, so that plain `onmessage` gets it (facts §4.7). A payload is one line; should it
 * be more, each needs its own `data:` or the reader would lose it.
 */
export function frameOf({ id, payload }: Pick<StoredEvent, 'id' | 'payload'>): string {
  return `id: ${id}\ndata: ${payload.replaceAll(/\r\n?|\n/g, '\ndata: ')}\n\n`
}
