import type { Clock } from '../kernel/index.ts'
import type { SignedRequest } from './signed-request.ts'

/**
 * How requests reach receivers; it must refuse addresses that are not to be asked. It rejects with an Error that has a
 * `reason`, among them `refused` for such an address.
 */
export type ReceiverFetch = (
  url: string,
  request: {
    readonly method: 'HEAD' | 'POST'
    readonly headers: Readonly<Record<string, string>>
    readonly body?: string
    readonly timeoutMs: number
    readonly maxResponseBytes: number
    readonly maxRedirects: number
    readonly signal?: AbortSignal
  },
) => Promise<{ readonly status: number; readonly headers: Readonly<Record<string, string>> }>

/** What came of asking a receiver. */
export type Answer =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfter: string | undefined; readonly ms: number }
  | { readonly kind: 'unreachable'; readonly reason: string; readonly error: string; readonly ms: number }

/** Facts §2.8: a receiver must answer within 5 seconds. */
const RECEIVER_TIMEOUT_MS = 5_000
const MAX_REDIRECTS = 3
/** Nothing of the answer's body is used, but reading it to its end lets the connection be used again. */
const MAX_RESPONSE_BYTES = 1024 * 1024
const MAX_ERROR_LENGTH = 300

/** Posts a signed request. */
export function post(fetch: ReceiverFetch, url: string, request: SignedRequest, signal?: AbortSignal): Promise<Answer> {
  const calledOff = signal === undefined ? {} : { signal }
  return ask(() => fetch(url, { method: 'POST', ...request, ...LIMITS, ...calledOff }))
}

/** Asks whether anybody is there, as Intercom does when a callback URL is saved (facts §2.8). */
export function probe(fetch: ReceiverFetch, url: string): Promise<Answer> {
  return ask(() => fetch(url, { method: 'HEAD', headers: {}, ...LIMITS }))
}

const LIMITS = {
  timeoutMs: RECEIVER_TIMEOUT_MS,
  maxRedirects: MAX_REDIRECTS,
  maxResponseBytes: MAX_RESPONSE_BYTES,
}

async function ask(request: () => ReturnType<ReceiverFetch>): Promise<Answer> {
  const startedAt = performance.now()
  const ms = () => Math.round(performance.now() - startedAt)
  try {
    const { status, headers } = await request()
    return { kind: 'answered', status, retryAfter: headers['retry-after'], ms: ms() }
  } catch (error) {
    const { message, reason } = error as { message?: unknown; reason?: unknown }
    return {
      kind: 'unreachable',
      reason: typeof reason === 'string' ? reason : 'failed',
      error: storable(String(message)),
      ms: ms(),
    }
  }
}

/** The message may quote what the other side said. */
function storable(text: string): string {
  return text.slice(0, MAX_ERROR_LENGTH).replaceAll('\0', '').toWellFormed()
}

const SECOND_MS = 1_000

/** @returns the wait in milliseconds, from seconds or an HTTP date; undefined for anything else */
export function parseRetryAfter(raw: string | undefined, clock: Clock): number | undefined {
  if (raw === undefined) return undefined
  if (/^[0-9]+$/.test(raw.trim())) return Number(raw) * SECOND_MS
  // Without letters it is no HTTP date, and Date.parse reads much into numbers.
  const date = /[a-z]/i.test(raw) ? Date.parse(raw) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - clock.now())
}
