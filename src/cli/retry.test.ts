import { expect, test } from 'vitest'
import { readRetryAfter, Retries } from './retry.ts'

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5)
const headers = (values: Record<string, string>) => ({ get: (name: string) => values[name] ?? null })
const noAnswer = { status: undefined, retryAfterMs: undefined }

test('Retry-After is read as seconds and as a date', () => {
  expect(readRetryAfter({ status: 503, headers: headers({ 'retry-after': '7' }) }, NOW)).toBe(7_000)
  const date = headers({ 'retry-after': 'Fri, 02 Jan 2026 03:04:08 GMT' })
  expect(readRetryAfter({ status: 429, headers: date }, NOW)).toBe(3_000)
})

test('X-RateLimit-Reset counts for a rate limit alone', () => {
  const reset = headers({ 'x-ratelimit-reset': String(NOW / 1_000 + 4) })
  expect(readRetryAfter({ status: 429, headers: reset }, NOW)).toBe(4_000)
  expect(readRetryAfter({ status: 500, headers: reset }, NOW)).toBeUndefined()
})

test('server errors and lost connections wait longer each time and are given up', () => {
  const retries = new Retries(() => 1)
  const delays = Array.from({ length: 5 }, () => retries.delayAfter(noAnswer))
  expect(delays).toEqual([500, 1_000, 2_000, 4_000, undefined])
})

test('progress starts the count anew', () => {
  const retries = new Retries(() => 1)
  retries.delayAfter(noAnswer)
  retries.delayAfter({ status: 502, retryAfterMs: undefined })
  retries.progressed()
  expect(retries.delayAfter(noAnswer)).toBe(500)
})

test('a rate limit is waited out as long as it asks, within reason, and has an end', () => {
  const retries = new Retries()
  expect(retries.delayAfter({ status: 429, retryAfterMs: 3_000 })).toBe(3_000)
  expect(retries.delayAfter({ status: 429, retryAfterMs: undefined })).toBe(10_000)
  expect(retries.delayAfter({ status: 429, retryAfterMs: 86_400_000 })).toBe(120_000)
  const later = Array.from({ length: 60 }, () => retries.delayAfter({ status: 429, retryAfterMs: 0 }))
  expect(later.at(56)).toBe(0)
  expect(later.at(-1)).toBeUndefined()
})

test('a refusal is not sent again', () => {
  expect(new Retries().delayAfter({ status: 400, retryAfterMs: undefined })).toBeUndefined()
})
