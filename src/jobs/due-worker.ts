import type { Logger } from 'pino'
import type { Clock } from '../kernel/index.ts'

/**
 * Rows that wait for their time. Unlike a queued job such a row is part of what it is about (a conversation that owes an
 * answer, a delivery), is begun within milliseconds, and keeps an order of its own.
 */
export interface DueWork<T> {
  readonly name: string
  /** Items handled at the same time, at most. */
  readonly width: number
  /** Leases up to `limit` due items, so that nobody else takes them meanwhile. */
  take(limit: number): Promise<readonly T[]>
  /** When the next item that nobody has taken is due, in milliseconds since the epoch; undefined: none waits. */
  nextDueAt(): Promise<number | undefined>
  /** Must store its outcome, failures included; an item whose handler throws comes again when its lease ends. */
  handle(item: T, signal: AbortSignal): Promise<void>
}

export interface DueWorker {
  /** Something may be due now. */
  wake(): void
  /** When the next item is due, in milliseconds since the epoch; undefined: none waits. */
  nextDueAt(): Promise<number | undefined>
  /** Resolves when nothing is being handled and nothing is due. */
  idle(): Promise<void>
  stop(): Promise<void>
}

/** Others may add work without telling us, and timers are not exact. */
const LONGEST_SLEEP_MS = 5_000
const AFTER_FAILURE_MS = 1_000
const QUIET_MS = 50

export function startDueWorker<T>(
  work: DueWork<T>,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
): DueWorker {
  const stopping = new AbortController()
  const running = new Set<Promise<void>>()
  let isAwake = true
  let rouse: (() => void) | undefined
  let onIdle: (() => void)[] = []

  const wake = () => {
    isAwake = true
    rouse?.()
  }
  const stopMoving = clock.onMove?.(wake)

  async function run(item: T): Promise<void> {
    try {
      await work.handle(item, stopping.signal)
    } catch (error) {
      if (!stopping.signal.aborted) log.error({ work: work.name, err: error }, 'due work failed; it comes again')
    }
  }

  /** @returns whether there may be more at once */
  async function takeMore(): Promise<boolean> {
    const free = work.width - running.size
    if (free <= 0) return false
    const items = await work.take(free)
    for (const item of items) {
      const handled = run(item).finally(() => {
        running.delete(handled)
        wake()
      })
      running.add(handled)
    }
    return items.length === free
  }

  async function sleep(milliseconds: number): Promise<void> {
    if (isAwake || stopping.signal.aborted) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      rouse = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    rouse = undefined
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      isAwake = false
      try {
        const lookedAt = clock.now()
        if (await takeMore()) continue
        // Where much happens the next call comes soon, and nobody needs to know how long to sleep.
        if (onIdle.length === 0) await sleep(QUIET_MS)
        if (isAwake) continue
        const dueAt = await work.nextDueAt()
        const wait = dueAt === undefined ? LONGEST_SLEEP_MS : dueAt - clock.now()
        if (wait <= 0 && running.size < work.width && !isAwake) {
          // It became due while we looked.
          if (dueAt !== undefined && dueAt > lookedAt) continue
          // Due by now, but not to be taken: leased elsewhere, or behind something that is.
          if (running.size === 0) tellIdle()
          await sleep(AFTER_FAILURE_MS)
          continue
        }
        if (running.size === 0 && !isAwake) tellIdle()
        await sleep(Math.min(Math.max(wait, 1), LONGEST_SLEEP_MS))
      } catch (error) {
        if (stopping.signal.aborted) break
        log.error({ work: work.name, err: error }, 'due work could not be looked up')
        await sleep(AFTER_FAILURE_MS)
      }
    }
    tellIdle()
  }

  function tellIdle(): void {
    for (const resolve of onIdle) resolve()
    onIdle = []
  }

  const ended = loop()
  return {
    wake,
    idle() {
      if (stopping.signal.aborted) return ended
      const idle = new Promise<void>((resolve) => onIdle.push(resolve))
      wake()
      return idle
    },
    async stop() {
      stopMoving?.()
      stopping.abort()
      wake()
      await ended
      await Promise.all(running)
    },
    nextDueAt: () => work.nextDueAt(),
  }
}

/** Several workers as one: idle when all are, due when the first is. */
export function joinWorkers(workers: readonly DueWorker[]): Pick<DueWorker, 'idle' | 'nextDueAt' | 'stop'> {
  return {
    async idle() {
      // In their order, for what one finishes may be what the next one waits for.
      for (const worker of workers) await worker.idle()
    },
    async nextDueAt() {
      const times = await Promise.all(workers.map((worker) => worker.nextDueAt()))
      const known = times.filter((time) => time !== undefined)
      return known.length === 0 ? undefined : Math.min(...known)
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()))
    },
  }
}
