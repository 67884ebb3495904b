/** Time comes in through the door, so that tests can move it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

/** The wire's time: whole seconds since the epoch. */
export function toUnixSeconds(time: Date): number {
  return Math.floor(time.getTime() / 1000)
}
