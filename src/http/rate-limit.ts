import type { FastifyReply } from 'fastify'
import { DorsalError, type Clock } from '../kernel/index.ts'

/** Intercom counts in windows of ten seconds: 1,000 a minute shows as 167 per window (facts §2.6). */
const WINDOW_SECONDS = 10

export interface RateLimitState {
  readonly limit: number
  readonly remaining: number
  /** Unix seconds at which the window ends. */
  readonly resetAt: number
  readonly retryAfterSeconds: number
  readonly isExceeded: boolean
}

/** Fixed windows per workspace, in this process's memory: a workspace's limit is per process. */
export class RateLimiter {
  readonly #limit: number
  readonly #clock: Clock
  #window = 0
  readonly #used = new Map<number, number>()

  constructor(perMinute: number, clock: Clock) {
    this.#limit = Math.max(1, Math.ceil((perMinute * WINDOW_SECONDS) / 60))
    this.#clock = clock
  }

  /** Counts one request of the workspace. */
  take(workspaceId: number): RateLimitState {
    const seconds = Math.floor(this.#clock.now() / 1000)
    const window = Math.floor(seconds / WINDOW_SECONDS)
    if (window !== this.#window) {
      this.#window = window
      this.#used.clear()
    }
    const used = (this.#used.get(workspaceId) ?? 0) + 1
    this.#used.set(workspaceId, used)
    const resetAt = (window + 1) * WINDOW_SECONDS
    return {
      limit: this.#limit,
      remaining: Math.max(0, this.#limit - used),
      resetAt,
      retryAfterSeconds: Math.max(1, resetAt - seconds),
      isExceeded: used > this.#limit,
    }
  }
}

/** Answers 429 as Intercom does (facts §2.6). @throws `rate_limit_exceeded` */
export function refuseForRate(reply: FastifyReply, state: RateLimitState): never {
  reply.header('X-RateLimit-Remaining', 0)
  reply.header('Retry-After', state.retryAfterSeconds)
  throw new DorsalError('rate_limit_exceeded', exceededMessage(state))
}

export function exceededMessage({ limit }: RateLimitState): string {
  return `Exceeded rate limit of ${limit} in ${WINDOW_SECONDS}_seconds`
}
