import type { Logger } from 'pino'
import type { Clock } from '../kernel/index.ts'

/** Asks a model during a search, which must not wait long for it. @returns undefined when it did not answer */
export type Guard = <T>(ask: (signal: AbortSignal) => Promise<T>) => Promise<T | undefined>

export interface GuardOptions {
  readonly clock: Clock
  readonly log: Logger
  /** What the model is for, as in "the embedding model". */
  readonly name: string
}

const TIMEOUT_MS = 2_000
const FAILURES_BEFORE_PAUSE = 3
const PAUSE_MS = 15_000

/**
 * One attempt with a short time-out. After several failures in a row the model is left alone for some seconds, then one
 * search tries it, so that a dead endpoint does not slow every search.
 */
export function makeGuard({ clock, log, name }: GuardOptions): Guard {
  let failures = 0
  let pausedUntil = 0

  return async (ask) => {
    if (failures >= FAILURES_BEFORE_PAUSE) {
      if (clock.now() < pausedUntil) return undefined
      pausedUntil = clock.now() + PAUSE_MS
    }
    try {
      const answer = await withinTime(ask)
      if (failures > 0) {
        failures = 0
        log.info(`${name} answers again`)
      }
      return answer
    } catch (error) {
      failures++
      pausedUntil = clock.now() + PAUSE_MS
      // Once, not with every search of an hour.
      if (failures === 1) log.warn({ err: error }, `${name} did not answer; searches go on without it`)
      return undefined
    }
  }
}

/** Not every model heeds the signal. */
async function withinTime<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  const timedOut = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('no answer in time')), { once: true })
  })
  const answer = ask(signal)
  return await Promise.race([answer, timedOut])
}
