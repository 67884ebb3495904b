import { expect, test } from 'vitest'
import { exceededMessage, RateLimiter } from './rate-limit.ts'

test('a limit a minute becomes a sixth of it in ten seconds, rounded up', () => {
  const limitOf = (perMinute: number) => new RateLimiter(perMinute, { now: () => 0 }).take(1).limit
  expect([1, 6, 7, 1_000, 10_000].map(limitOf)).toEqual([1, 1, 2, 167, 1_667])
})

test('a window ends at a full ten seconds, not ten seconds after the first request', () => {
  let now = 1_009_999
  const limiter = new RateLimiter(6, { now: () => now })
  expect(limiter.take(1)).toMatchObject({ isExceeded: false, remaining: 0, resetAt: 1_010, retryAfterSeconds: 1 })
  const exceeded = limiter.take(1)
  expect(exceeded.isExceeded).toBe(true)
  expect(exceededMessage(exceeded)).toBe('Exceeded rate limit of 1 in 10_seconds')
  expect(limiter.take(2).isExceeded).toBe(false)
  now = 1_010_000
  expect(limiter.take(1)).toMatchObject({ isExceeded: false, resetAt: 1_020, retryAfterSeconds: 10 })
})

test('a clock that is set back opens a window of its own', () => {
  let now = 60_000
  const limiter = new RateLimiter(6, { now: () => now })
  limiter.take(1)
  now = 30_000
  expect(limiter.take(1)).toMatchObject({ isExceeded: false, resetAt: 40 })
})
