import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  backoffMs,
  FAILURES_BEFORE_PAUSE,
  HEALTHY,
  nextHealth,
  PAUSE_MS,
  type Health,
  type Outcome,
} from './retry-policy.ts'
import { parseRetryAfter } from './send.ts'

const SEED = 20_260_102
const HOUR = 3_600_000
const DAY = 24 * HOUR

const anyOutcome = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Outcome>({ kind: 'failed' }) },
  fc.constant<Outcome>({ kind: 'delivered' }),
  fc.record({
    kind: fc.constant('throttled' as const),
    retryAfterMs: fc.option(fc.nat(10 * HOUR), { nil: undefined }),
  }),
)
/** Outcomes with the time that passes before each. */
const history = fc.array(fc.tuple(anyOutcome, fc.nat(20 * 60_000)), { maxLength: 100 })

function play(
  outcomes: readonly (readonly [Outcome, number])[],
  check: (before: Health, after: Health, outcome: Outcome, now: number) => void,
): Health {
  let now = 1_000_000
  let health = HEALTHY
  for (const [outcome, wait] of outcomes) {
    now += wait
    const after = nextHealth(health, outcome, now)
    check(health, after, outcome, now)
    health = after
  }
  return health
}

describe('the wait before a retry', () => {
  test('lies between nothing and a bound that doubles from a second to an hour', () => {
    const bounds = Array.from({ length: 14 }, (_, index) => backoffMs(index + 1, () => 1))
    expect(bounds.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000])
    expect(bounds.at(-1)).toBe(HOUR)
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempts, random) => {
          const wait = backoffMs(attempts, () => random)
          expect(wait).toBeGreaterThanOrEqual(0)
          expect(wait).toBeLessThanOrEqual(backoffMs(attempts + 1, () => 1))
          expect(wait).toBeLessThanOrEqual(HOUR)
        },
      ),
    )
  })

  test('uses the whole range', () => {
    expect(backoffMs(5, () => 0)).toBe(0)
    expect(backoffMs(5, () => 0.5)).toBe(8_000)
  })
})

describe('a webhook', () => {
  test('is paused by its 20th failure in a row, for 15 minutes, and again by each probe that fails', () => {
    let health = HEALTHY
    for (let count = 1; count < FAILURES_BEFORE_PAUSE; count++) health = nextHealth(health, { kind: 'failed' }, 1_000)
    expect(health.state).toBe('active')
    health = nextHealth(health, { kind: 'failed' }, 1_000)
    expect(health).toMatchObject({ state: 'paused', notBefore: 1_000 + PAUSE_MS })
    expect(health.stateReason).toContain('20 deliveries in a row failed')
    // Those that were under way when it was paused do not make the pause longer.
    expect(nextHealth(health, { kind: 'failed' }, 2_000).notBefore).toBe(1_000 + PAUSE_MS)
    const probed = nextHealth(health, { kind: 'failed' }, 1_000 + PAUSE_MS)
    expect(probed).toMatchObject({ state: 'paused', notBefore: 1_000 + 2 * PAUSE_MS })
    expect(nextHealth(probed, { kind: 'delivered' }, 9_000_000)).toEqual(HEALTHY)
  })

  test('is disabled after seven days without a success, and by 410 at once', () => {
    const failing = nextHealth(HEALTHY, { kind: 'failed' }, 0)
    expect(nextHealth(failing, { kind: 'failed' }, 7 * DAY - 1).state).not.toBe('disabled')
    expect(nextHealth(failing, { kind: 'failed' }, 7 * DAY)).toMatchObject({ state: 'disabled' })
    const gone = nextHealth(HEALTHY, { kind: 'gone' }, 0)
    expect(gone).toMatchObject({ state: 'disabled', stateReason: expect.stringContaining('410') })
    // Requests that were under way change nothing any more.
    for (const kind of ['delivered', 'failed'] as const) expect(nextHealth(gone, { kind }, 5)).toEqual(gone)
  })

  test('is throttled as long as the receiver says, or a minute doubling, and never for more than two hours', () => {
    const until = (retryAfterMs: number | undefined, health = HEALTHY, now = 0) =>
      nextHealth(health, { kind: 'throttled', retryAfterMs }, now)
    expect(until(90_000).notBefore).toBe(90_000)
    expect(until(0).notBefore).toBe(1_000)
    expect(until(DAY).notBefore).toBe(2 * HOUR)
    let [health, now] = [HEALTHY, 0]
    const waits = Array.from({ length: 9 }, () => {
      health = until(undefined, health, now)
      const wait = (health.notBefore ?? 0) - now
      now = health.notBefore ?? 0
      return wait / 60_000
    })
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 120, 120])
    expect(health.consecutiveFailures).toBe(0)
    expect(nextHealth(health, { kind: 'delivered' }, now)).toEqual(HEALTHY)
    // Answers to requests that were under way together are one wish.
    expect(until(undefined, until(undefined), 10).consecutiveThrottles).toBe(1)
  })

  test('whatever happens: success heals it, throttling is no failure, and only failures pause or disable', () => {
    fc.assert(
      fc.property(history, (outcomes) => {
        play(outcomes, (before, after, outcome, now) => {
          if (before.state === 'disabled') return
          if (outcome.kind === 'delivered') {
            expect(after).toMatchObject({
              state: 'active',
              stateReason: null,
              consecutiveFailures: 0,
              failingSince: null,
            })
          }
          if (outcome.kind === 'throttled') {
            expect(after.consecutiveFailures).toBe(before.consecutiveFailures)
            expect(after.state).toBe(before.state)
            expect(after.notBefore).toBeGreaterThan(now)
          }
          if (after.state === 'paused') expect(after.consecutiveFailures).toBeGreaterThanOrEqual(FAILURES_BEFORE_PAUSE)
          if (after.state === 'active') expect(after.stateReason).toBeNull()
          if (after.notBefore !== null && after.notBefore !== before.notBefore) {
            expect(after.notBefore - now).toBeLessThanOrEqual(2 * HOUR)
          }
        })
      }),
      { seed: SEED },
    )
  })
})

test('Retry-After is seconds or a date, and nothing else', () => {
  const clock = { now: () => Date.UTC(2026, 0, 2, 3, 4, 5) }
  expect(parseRetryAfter('120', clock)).toBe(120_000)
  expect(parseRetryAfter('0', clock)).toBe(0)
  expect(parseRetryAfter('Fri, 02 Jan 2026 03:05:05 GMT', clock)).toBe(60_000)
  expect(parseRetryAfter('Fri, 02 Jan 2026 03:00:00 GMT', clock)).toBe(0)
  for (const raw of [undefined, '', '-1', '1.5', '2026-01-02', 'soon', '1e3'])
    expect(parseRetryAfter(raw, clock)).toBeUndefined()
})
