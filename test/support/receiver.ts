import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeSafeFetch, parseAllowList, type SafeFetch } from '../../src/outbound/index.ts'

export interface Received {
  readonly method: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly status: number | undefined
}

/** What a receiver does with a request: a status, that with headers, no answer at all, or a connection that dies. */
export type Reaction = number | { status: number; headers: Record<string, string> } | 'stall' | 'die'

/** A webhook's receiver on loopback. Use with `await using`. */
export class WebhookReceiver implements AsyncDisposable {
  /** Deliveries and tests, in the order in which they came; no probes. */
  readonly received: Received[] = []
  readonly probes: string[] = []
  /** Asked for each POST. */
  react: (body: string) => Reaction = () => 200
  readonly #server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const method = request.method ?? ''
    if (method === 'HEAD') {
      this.probes.push(request.url ?? '')
      response.end()
      return
    }
    const reaction = this.react(body)
    const status = typeof reaction === 'object' ? reaction.status : reaction
    this.received.push({
      method,
      headers: request.headers,
      body,
      status: typeof status === 'number' ? status : undefined,
    })
    answer(response, reaction)
  })

  static async start(react?: (body: string) => Reaction): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver()
    if (react !== undefined) receiver.react = react
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve))
    return receiver
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`
  }

  /** Bodies that were answered with success, each at its first success, in that order. */
  firstSuccesses(): string[] {
    return [...new Set(this.received.filter(({ status = 0 }) => status >= 200 && status < 300).map(({ body }) => body))]
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}

function answer(response: ServerResponse, reaction: Reaction): void {
  if (reaction === 'stall') return
  if (reaction === 'die') response.destroy()
  else if (typeof reaction === 'number') response.writeHead(reaction).end()
  else response.writeHead(reaction.status, reaction.headers).end()
}

const allow = parseAllowList('127.0.0.1')
if ('badEntry' in allow) throw new Error(allow.badEntry)

/** What the program itself uses, where its operator has allowed loopback. */
export const loopbackFetch = makeSafeFetch({ allow })

/** The same without the patience: a test has no five seconds for a receiver that stalls. */
export const impatientFetch: SafeFetch = (url, request) => loopbackFetch(url, { ...request, timeoutMs: 200 })
