import { pino, type Logger } from 'pino'

/** A logger whose lines a test can read. */
export function readableLog(): { log: Logger; lines: Record<string, any>[] } {
  const lines: Record<string, any>[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) })
  return { log, lines }
}
