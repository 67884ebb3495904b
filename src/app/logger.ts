import { pino, type Logger } from 'pino'
import type { LogLevel } from './config.ts'

/** JSON lines on stderr: stdout belongs to the program's own few lines. */
export function makeLogger(level: LogLevel): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ fd: 2, sync: false }))
}
