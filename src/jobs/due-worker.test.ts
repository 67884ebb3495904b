import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MovableClock, systemClock } from '../kernel/index.ts'
import { startDueWorker, type DueWork, type DueWorker } from './due-worker.ts'

interface Item {
  readonly name: string
  readonly dueAt: number
}

/** Rows in memory: an item is gone once it was handled, and out of reach while it is. */
class MemoryWork implements DueWork<Item> {
  readonly name = 'memory'
  readonly width: number = 2
  readonly waiting: Item[] = []
  readonly begun: string[] = []
  readonly looked: number[] = []
  handle: (item: Item, signal: AbortSignal) => Promise<void> = async () => {}

  add(name: string, inMs = 0): void {
    this.waiting.push({ name, dueAt: Date.now() + inMs })
  }

  async take(limit: number): Promise<Item[]> {
    this.looked.push(Date.now())
    const due = this.waiting.filter(({ dueAt }) => dueAt <= clock.now()).slice(0, limit)
    for (const item of due) {
      this.waiting.splice(this.waiting.indexOf(item), 1)
      this.begun.push(item.name)
    }
    return due
  }

  async nextDueAt(): Promise<number | undefined> {
    return this.waiting.length === 0 ? undefined : Math.min(...this.waiting.map(({ dueAt }) => dueAt))
  }
}

let clock: MovableClock
let work: MemoryWork
let worker: DueWorker | undefined
beforeEach(() => {
  vi.useFakeTimers()
  clock = new MovableClock(systemClock)
  work = new MemoryWork()
})
afterEach(async () => {
  await worker?.stop()
  worker = undefined
  vi.useRealTimers()
})

function start(): DueWorker {
  worker = startDueWorker(work, { clock, log: pino({ level: 'silent' }) })
  return worker
}

/** Lets everything happen that needs no time. */
const settle = () => vi.advanceTimersByTimeAsync(0)

test('what is due is begun at once, and what is told of is begun when it is told', async () => {
  work.add('a')
  const { wake } = start()
  await settle()
  expect(work.begun).toEqual(['a'])
  work.add('b')
  wake()
  await settle()
  expect(work.begun).toEqual(['a', 'b'])
})

test('nothing is begun before its time, and nothing later than it', async () => {
  work.add('soon', 700)
  start()
  await vi.advanceTimersByTimeAsync(699)
  expect(work.begun).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(work.begun).toEqual(['soon'])
})

test('what becomes due while the worker looks does not wait for the next look', async () => {
  work.add('now', 60)
  work.nextDueAt = async () => {
    const [item] = work.waiting
    // The statement takes longer than the item has to wait.
    if (item !== undefined && Date.now() < item.dueAt) vi.setSystemTime(item.dueAt + 1)
    return item?.dueAt
  }
  start()
  // It looks for the next time only when nothing has happened for a moment.
  await vi.advanceTimersByTimeAsync(50)
  expect(work.begun).toEqual(['now'])
})

test('what others add without telling is found within seconds', async () => {
  start()
  await settle()
  work.add('quiet')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(work.begun).toEqual(['quiet'])
})

test('moving the clock by hand begins what is due by then', async () => {
  work.add('tomorrow', 86_400_000)
  start()
  await settle()
  clock.advance(86_400_000)
  await settle()
  expect(work.begun).toEqual(['tomorrow'])
})

test('no more than the width is handled at a time, and the next begins when one ends', async () => {
  const ends = new Map<string, () => void>()
  work.handle = ({ name }) => new Promise((resolve) => ends.set(name, resolve))
  for (const name of ['a', 'b', 'c', 'd']) work.add(name)
  const { idle } = start()
  let isIdle = false
  void idle().then(() => (isIdle = true))
  await settle()
  expect(work.begun).toEqual(['a', 'b'])
  ends.get('b')?.()
  await settle()
  expect(work.begun).toEqual(['a', 'b', 'c'])
  for (const name of ['a', 'c']) ends.get(name)?.()
  await settle()
  expect(isIdle).toBe(false)
  ends.get('d')?.()
  await settle()
  expect(isIdle).toBe(true)
})

test('what is due but can not be taken is looked for again, without haste', async () => {
  work.add('held')
  work.take = async () => {
    work.looked.push(Date.now())
    return []
  }
  const { idle } = start()
  await idle()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(work.looked.length).toBeGreaterThan(3)
  expect(work.looked.length).toBeLessThan(10)
})

test('a failure to look, or to handle, does not end the work', async () => {
  const take = work.take.bind(work)
  work.take = vi.fn<typeof take>(take).mockRejectedValueOnce(new Error('no database'))
  work.handle = ({ name }) => (name === 'bad' ? Promise.reject(new Error('bad')) : Promise.resolve())
  work.add('bad')
  work.add('good')
  start()
  await settle()
  expect(work.begun).toEqual([])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(work.begun).toEqual(['bad', 'good'])
})

test('a stop tells those that are handled, waits for them, and begins nothing more', async () => {
  let hasEnded = false
  work.handle = (_item, signal) =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => {
        hasEnded = true
        resolve()
      })
    })
  work.add('a')
  const { stop, wake, idle } = start()
  await settle()
  await stop()
  expect(hasEnded).toBe(true)
  work.add('b')
  wake()
  clock.advance(1_000)
  await idle()
  expect(work.begun).toEqual(['a'])
})
