import { PassThrough, type Readable } from 'node:stream'
import type { Logger } from 'pino'
import { presentErrorItem } from '../http/index.ts'
import { DorsalError } from '../kernel/index.ts'

/** So that proxies neither keep nor collect what comes. */
export const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
}

/**
 * An answer as Server-Sent Events: `text` with all of it so far, as often as there is more, and in the end `answer`, or
 * `error` where there is none. Who leaves calls it off.
 * @param give makes the answer; what it returns is the data of the last event
 */
export function streamAnswer(
  give: (signal: AbortSignal, onText: (text: string) => void) => Promise<object>,
  log: Logger,
): Readable {
  const left = new AbortController()
  const output = new PassThrough().once('close', () => left.abort())
  const send = (event: string, data: object) => output.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  const run = async () => {
    try {
      send('answer', await give(left.signal, (text) => send('text', { text })))
    } catch (error) {
      if (left.signal.aborted) return
      if (!(error instanceof DorsalError)) log.error({ err: error }, 'request failed')
      const known = error instanceof DorsalError ? error : new DorsalError('server_error', 'An internal error occurred')
      send('error', { type: 'error.list', errors: [presentErrorItem(known)] })
    }
    output.end()
  }
  // The head goes out now: who waits for a slow model knows that it is being asked.
  output.write(': the answer follows\n\n')
  void run()
  return output
}
