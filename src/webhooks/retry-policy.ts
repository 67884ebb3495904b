import type { WebhookState } from '../db/index.ts'

/** What an attempt means for its delivery and its webhook. */
export type Outcome =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'gone' }
  /** The receiver wants fewer requests, from when on it may say. */
  | { readonly kind: 'throttled'; readonly retryAfterMs: number | undefined }

/** How a webhook has fared lately. Times are milliseconds since the epoch. */
export interface Health {
  readonly state: WebhookState
  readonly stateReason: string | null
  readonly consecutiveFailures: number
  readonly failingSince: number | null
  readonly consecutiveThrottles: number
  readonly notBefore: number | null
}

export const HEALTHY: Health = {
  state: 'active',
  stateReason: null,
  consecutiveFailures: 0,
  failingSince: null,
  consecutiveThrottles: 0,
  notBefore: null,
}

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const FIRST_RETRY_MS = SECOND
const LONGEST_RETRY_MS = HOUR
export const GIVE_UP_AFTER_MS = 3 * DAY
export const FAILURES_BEFORE_PAUSE = 20
export const PAUSE_MS = 15 * MINUTE
const DISABLE_AFTER_MS = 7 * DAY
const FIRST_THROTTLE_MS = MINUTE
export const LONGEST_THROTTLE_MS = 2 * HOUR

/**
 * How long to wait after this many attempts: full jitter below a bound that doubles, so that many deliveries which
 * failed together do not come back together.
 */
export function backoffMs(attempts: number, random: () => number): number {
  return random() * Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (attempts - 1))
}

/**
 * The webhook after an attempt. Intercom's rules (facts §2.8) where it has them: 410 disables, 429 throttles for a
 * minute up to two hours, seven days of failures disable. The pause comes after 20 failures in a row instead of 1,000
 * in 15 minutes, which only large senders ever reach.
 */
export function nextHealth(health: Health, outcome: Outcome, now: number): Health {
  // Requests that were under way when it was disabled change nothing any more.
  if (health.state === 'disabled') return health
  const isHeld = health.notBefore !== null && health.notBefore > now
  switch (outcome.kind) {
    case 'delivered':
      // Another request may have been throttled while this one was under way: that holds.
      return health.state === 'active' && isHeld
        ? { ...HEALTHY, notBefore: health.notBefore, consecutiveThrottles: health.consecutiveThrottles }
        : HEALTHY
    case 'gone':
      return { ...health, state: 'disabled', stateReason: 'The receiver answered 410 Gone', notBefore: null }
    case 'throttled': {
      // Answers to requests that were sent together are one wish for fewer requests, not several.
      const count = isHeld ? health.consecutiveThrottles : health.consecutiveThrottles + 1
      const wanted = outcome.retryAfterMs ?? FIRST_THROTTLE_MS * 2 ** Math.max(0, count - 1)
      const until = now + Math.min(Math.max(wanted, SECOND), LONGEST_THROTTLE_MS)
      return { ...health, consecutiveThrottles: count, notBefore: Math.max(until, health.notBefore ?? 0) }
    }
    case 'failed': {
      const failed = {
        ...health,
        consecutiveFailures: health.consecutiveFailures + 1,
        failingSince: health.failingSince ?? now,
      }
      if (now - failed.failingSince >= DISABLE_AFTER_MS) {
        return { ...failed, state: 'disabled', stateReason: 'Every delivery failed for 7 days', notBefore: null }
      }
      if (failed.consecutiveFailures < FAILURES_BEFORE_PAUSE || isHeld) return failed
      const stateReason = `${failed.consecutiveFailures} deliveries in a row failed; one is tried every 15 minutes`
      return { ...failed, state: 'paused', stateReason, notBefore: now + PAUSE_MS }
    }
    default:
      return outcome satisfies never
  }
}
