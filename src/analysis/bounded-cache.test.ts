import { expect, test } from 'vitest'
import { createBoundedCache } from './bounded-cache.ts'

test('remembers the newest entries and forgets the oldest', () => {
  const cache = createBoundedCache<number>(10)
  for (let index = 0; index < 100; index += 1) cache.set(`word ${index}`, index)
  const kept = Array.from({ length: 100 }, (_, index) => cache.get(`word ${index}`)).filter((one) => one !== undefined)
  expect(cache.get('word 99')).toBe(99)
  expect(cache.get('word 0')).toBeUndefined()
  expect(kept.length).toBeLessThanOrEqual(20)
})

test('an entry in use outlives any number of others', () => {
  const cache = createBoundedCache<number>(10)
  cache.set('hot', 1)
  for (let index = 0; index < 100; index += 1) {
    cache.set(`cold ${index}`, index)
    expect(cache.get('hot')).toBe(1)
  }
})
