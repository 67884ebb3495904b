import { expect, test } from 'vitest'
import { ageOf } from './age-of.ts'

const NOW = Date.UTC(2026, 0, 31)

test.each([
  [0, 'now'],
  [59, 'now'],
  [60, '1 minute ago'],
  [7_199, '1 hour ago'],
  [86_400, 'yesterday'],
  [3 * 86_400, '3 days ago'],
  [7 * 86_400, 'last week'],
  [45 * 86_400, 'last month'],
  [800 * 86_400, '2 years ago'],
  [-3_600, 'now'],
])('what changed %d seconds ago was changed %s', (seconds, age) => {
  expect(ageOf(NOW / 1_000 - seconds, NOW)).toBe(age)
})
