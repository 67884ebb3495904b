import { pino } from 'pino'
import { expect, test } from 'vitest'
import { MovableClock } from '../kernel/index.ts'
import { makeGuard } from './guard.ts'

test('a model that fails again and again is left alone, then tried by one, and trusted when it answers', async () => {
  const clock = new MovableClock({ now: () => 0 })
  const guard = makeGuard({ clock, log: pino({ level: 'silent' }), name: 'the model' })
  let asked = 0
  let isDown = true
  const ask = () =>
    guard(async () => {
      asked++
      if (isDown) throw new Error('down')
      return 'answer'
    })
  for (let n = 0; n < 10; n++) expect(await ask()).toBeUndefined()
  expect(asked).toBe(3)
  clock.advance(15_000)
  // Searches come together: one of them tries.
  await Promise.all(Array.from({ length: 5 }, ask))
  expect(asked).toBe(4)
  isDown = false
  expect(await ask()).toBeUndefined()
  clock.advance(15_000)
  expect(await ask()).toBe('answer')
  isDown = true
  for (let n = 0; n < 10; n++) await ask()
  expect(asked).toBe(8)
})
