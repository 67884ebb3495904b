import { setTimeout as sleep } from 'node:timers/promises'
import { parseRetryAfter } from '../kernel/index.ts'

/** What decides whether and when a failed request is sent again. */
export interface RetryableFailure {
  /** Undefined when no answer came. */
  readonly status: number | undefined
  readonly retryAfterMs: number | undefined
}

/** Failures in a row after which a request is given up. */
const MAX_FAILURES = 5
/** Waiting one's turn is no failure, but has an end as well. */
const MAX_TURNS = 60
const LONGEST_WAIT_MS = 120_000
const FIRST_WAIT_MS = 500
/** A limit without a stated end: Intercom's windows are ten seconds long. */
const LIMIT_WAIT_MS = 10_000

/** Counts what went wrong with one request, until it goes right. */
export class Retries {
  #failures = 0
  #turns = 0
  readonly #random: () => number

  constructor(random: () => number = Math.random) {
    this.#random = random
  }

  /** The request got on, even if it was not completed. */
  progressed(): void {
    this.#failures = 0
    this.#turns = 0
  }

  /** @returns how long to wait before sending it again; undefined to give up */
  delayAfter({ status, retryAfterMs }: RetryableFailure): number | undefined {
    if (status === 429) {
      if (++this.#turns > MAX_TURNS) return undefined
      return Math.min(retryAfterMs ?? LIMIT_WAIT_MS, LONGEST_WAIT_MS)
    }
    if (status !== undefined && status < 500) return undefined
    if (++this.#failures >= MAX_FAILURES) return undefined
    const backoff = FIRST_WAIT_MS * 2 ** (this.#failures - 1) * (0.5 + this.#random() / 2)
    return Math.min(Math.max(backoff, retryAfterMs ?? 0), LONGEST_WAIT_MS)
  }
}

/** Waits, or throws the signal's reason as soon as it is aborted. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal })
  } catch (error) {
    if (signal.aborted) throw signal.reason
    throw error
  }
}

/**
 * `Retry-After` (seconds or a date) as milliseconds from now; for a rate limit that states none, its
 * `X-RateLimit-Reset` (Unix seconds).
 */
export function readRetryAfter(
  { status, headers }: { readonly status: number; readonly headers: { get(name: string): string | null } },
  now: number,
): number | undefined {
  const after = headers.get('retry-after')
  const wait = after === null ? undefined : parseRetryAfter(after, now)
  if (wait !== undefined) return wait
  const reset = status === 429 ? headers.get('x-ratelimit-reset') : null
  return reset !== null && /^[0-9]+$/.test(reset) ? Math.max(0, Number(reset) * 1_000 - now) : undefined
}
