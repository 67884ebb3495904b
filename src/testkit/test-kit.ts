import type { Logger } from 'pino'
import { MovableClock, type Clock } from '../kernel/index.ts'
import { Faults } from './faults.ts'
import { RequestLog } from './request-log.ts'

/** What tests of a client can change and see. All of it is this process's own, and gone with it. */
export interface TestKit {
  /** What the whole program goes by. */
  readonly clock: MovableClock
  readonly faults: Faults
  readonly requests: RequestLog
}

/** Opens the test kit, and says so: it is nothing for a server that people use. */
export function openTestKit(base: Clock, log: Logger): TestKit {
  log.warn('the test kit is on: admin tokens can move the clock, make requests fail and delete everything')
  return { clock: new MovableClock(base), faults: new Faults(), requests: new RequestLog() }
}
