import { setTimeout as delay } from 'node:timers/promises'
import type { MovableClock } from '../kernel/index.ts'

/** What the program does by itself, as time goes by. */
export interface Work {
  /** Resolves when nothing is being done and nothing is due. */
  idle(): Promise<void>
  /** When the next thing is due, in milliseconds since the epoch; undefined: nothing waits. */
  nextDueAt(): Promise<number | undefined>
}

/** Nobody waits longer for work that is due: a receiver that does not answer must not block a test for ever. */
const PATIENCE_MS = 5_000

/** @returns whether all that was due is done, in the time that there is for it */
export async function settle(work: Work, patienceMs = PATIENCE_MS): Promise<boolean> {
  const timeout = new AbortController()
  const late = delay(patienceMs, false, { signal: timeout.signal, ref: false }).catch(() => false)
  const isIdle = await Promise.race([work.idle().then(() => true), late])
  timeout.abort()
  return isIdle
}

/**
 * Moves the clock to a time, with a stop at each time at which something is due, as if the time had passed: a timer that
 * is set on the way runs out on the way, too. When patience ends, the rest of the way is one leap.
 * @param target milliseconds since the epoch
 * @returns whether all that was due is done
 */
export async function moveClock(
  clock: MovableClock,
  work: Work,
  target: number,
  patienceMs = PATIENCE_MS,
): Promise<boolean> {
  const deadline = performance.now() + patienceMs
  const patience = () => Math.max(0, deadline - performance.now())
  const go = (to: number) => clock.advance(Math.max(0, to - clock.now()))
  let reached = -Infinity
  while (await settle(work, patience())) {
    const next = await work.nextDueAt()
    // What is still due after its time can't be done now.
    if (next === undefined || next > target || next <= reached) break
    reached = next
    go(next)
  }
  go(target)
  return settle(work, patience())
}
