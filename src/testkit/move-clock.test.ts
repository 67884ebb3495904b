import { expect, test } from 'vitest'
import { MovableClock } from '../kernel/index.ts'
import { moveClock, type Work } from './move-clock.ts'

/** Something that comes again a while after it was done, and notes when that was. */
class Recurring implements Work {
  readonly clock = new MovableClock({ now: () => 0 })
  readonly doneAt: number[] = []
  readonly #every: number
  #next: number

  constructor(every: number) {
    this.#every = every
    this.#next = every
  }

  async idle(): Promise<void> {
    while (this.#next <= this.clock.now()) {
      this.doneAt.push(this.clock.now())
      this.#next = this.clock.now() + this.#every
    }
  }

  async nextDueAt(): Promise<number> {
    return this.#next
  }
}

test('the clock stops wherever something is due, also where that became due on the way', async () => {
  const work = new Recurring(300)
  expect(await moveClock(work.clock, work, 1_000)).toBe(true)
  expect(work.doneAt).toEqual([300, 600, 900])
  expect(work.clock.now()).toBe(1_000)
})

test('what is due and stays so holds nothing up', async () => {
  const clock = new MovableClock({ now: () => 0 })
  const work = { idle: async () => {}, nextDueAt: async () => 500 }
  expect(await moveClock(clock, work, 1_000)).toBe(true)
  expect(clock.now()).toBe(1_000)
})

test('work that does not end is left behind when patience ends', async () => {
  const clock = new MovableClock({ now: () => 0 })
  const work = { idle: () => new Promise<void>(() => {}), nextDueAt: async () => 500 }
  expect(await moveClock(clock, work, 1_000, 20)).toBe(false)
  expect(clock.now()).toBe(1_000)
})
