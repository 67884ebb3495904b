/** Time comes in through the door, so that tests can move it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /**
   * Calls back when time was moved by hand, for those who sleep until a time. Absent on a clock that only runs.
   * @returns stops the calls
   */
  onMove?(listener: () => void): () => void
}

export const systemClock: Clock = { now: () => Date.now() }

/** A clock that can be put forward. */
export class MovableClock implements Clock {
  readonly #base: Clock
  #offset = 0
  readonly #listeners = new Set<() => void>()

  constructor(base: Clock) {
    this.#base = base
  }

  now(): number {
    return this.#base.now() + this.#offset
  }

  /** How far it is ahead, in milliseconds. */
  get offset(): number {
    return this.#offset
  }

  advance(milliseconds: number): void {
    this.#offset += milliseconds
    for (const listener of this.#listeners) listener()
  }

  onMove(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

/** The wire's time: whole seconds since the epoch. */
export function toUnixSeconds(time: Date): number {
  return Math.floor(time.getTime() / 1000)
}
