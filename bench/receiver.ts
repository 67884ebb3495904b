import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A webhook receiver in this process that answers at once and knows when what arrived. */
export class Receiver {
  readonly #server: Server
  readonly #waiting = new Map<string, (at: number) => void>()
  received = 0

  constructor() {
    this.#server = createServer((request, response) => {
      let body = ''
      request.setEncoding('utf8')
      request.on('data', (chunk: string) => (body += chunk))
      request.on('end', () => {
        response.end()
        if (request.method !== 'POST') return
        this.received++
        const event = JSON.parse(body) as { event_name?: string; conversation_id?: string }
        if (event.event_name === 'fin_replied') this.#waiting.get(event.conversation_id ?? '')?.(performance.now())
      })
    })
  }

  /** @returns the URL that events are to be sent to */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`
  }

  /** When the reply to this conversation arrives. */
  reply(conversationId: string): Promise<number> {
    return new Promise((resolve) => {
      this.#waiting.set(conversationId, (at) => {
        this.#waiting.delete(conversationId)
        resolve(at)
      })
    })
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
