import { pino, type DestinationStream, type Logger } from 'pino'
import type { LogLevel } from './config.ts'

/** Where PostgreSQL's errors quote the row or the value that they are about: what users wrote stays out of the log. */
const QUOTING = ['err.detail', 'err.where', 'err.cause.detail', 'err.cause.where']

/** JSON lines, by default on stderr: stdout belongs to the program's own few lines. */
export function makeLogger(
  level: LogLevel,
  destination: DestinationStream = pino.destination({ fd: 2, sync: false }),
): Logger {
  const redact = { paths: QUOTING, remove: true }
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact }, destination)
}
