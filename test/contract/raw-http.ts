import { connect, type Socket } from 'node:net'
import type { TestApp } from '../support/test-app.ts'

/** A connection on which a test writes what no HTTP client would. */
export class RawConnection {
  readonly socket: Socket
  readonly closed: Promise<void>
  #received = ''
  readonly #waiting = new Set<() => void>()

  constructor(app: TestApp) {
    this.socket = connect(Number(new URL(app.url).port), '127.0.0.1')
    this.socket.setEncoding('utf8').on('data', (text: unknown) => {
      this.#received += String(text)
      for (const wake of this.#waiting) wake()
    })
    // A reset is one way for the other side to end.
    this.socket.on('error', () => {})
    this.closed = new Promise((resolve) => this.socket.once('close', () => resolve()))
  }

  get received(): string {
    return this.#received
  }

  write(data: string | Uint8Array): void {
    this.socket.write(data)
  }

  /** Resolves when what was received satisfies the condition; rejects when the connection ends before. */
  async until(condition: (received: string) => boolean): Promise<string> {
    while (!condition(this.#received)) {
      if (this.socket.destroyed) throw new Error(`the connection ended after ${JSON.stringify(this.#received)}`)
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.#waiting.delete(wake)
          this.socket.off('close', wake)
          resolve()
        }
        this.#waiting.add(wake)
        this.socket.once('close', wake)
      })
    }
    return this.#received
  }
}

export interface RawReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** Sends bytes as they are and reads the one response; the request must ask for `Connection: close`. */
export async function sendRaw(app: TestApp, ...parts: (string | Uint8Array)[]): Promise<RawReply> {
  const connection = new RawConnection(app)
  for (const part of parts) connection.write(part)
  await connection.closed
  return parseReply(connection.received)
}

export function parseReply(received: string): RawReply {
  const [head = '', ...rest] = received.split('\r\n\r\n')
  const [statusLine = '', ...lines] = head.split('\r\n')
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  )
  const body = rest.join('\r\n\r\n')
  const text = headers['transfer-encoding'] === 'chunked' ? dechunk(body) : body
  return { status: Number(statusLine.split(' ')[1]), headers, text }
}

/** The text of a chunked body; its content must be ASCII for the lengths to be right. */
function dechunk(body: string): string {
  let text = ''
  for (let at = 0; ;) {
    const lineEnd = body.indexOf('\r\n', at)
    const length = Number.parseInt(body.slice(at, lineEnd), 16)
    if (lineEnd < 0 || !(length > 0)) return text
    text += body.slice(lineEnd + 2, lineEnd + 2 + length)
    at = lineEnd + 2 + length + 2
  }
}
