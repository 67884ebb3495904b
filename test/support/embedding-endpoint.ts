import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Words that mean the same share a dimension; any other word has one of its own, by its letters. */
const MEANINGS: Readonly<Record<string, number>> = { car: 0, automobile: 0, vehicle: 0, fee: 1, price: 1, cost: 1 }
/** To this model a vehicle is something else. */
export const OTHER_MODEL = 'words-that-mean-something-else'
const OTHER_MEANINGS: Readonly<Record<string, number>> = { car: 1, automobile: 1, vehicle: 0, tea: 0 }
const DIMENSIONS = 32

/** What happens to a request instead of an answer. */
export interface PlannedAnswer {
  readonly status?: number
  readonly retryAfter?: string
  readonly delayMs?: number
}

interface SeenRequest {
  readonly path: string
  readonly at: number
  readonly model: string
  readonly inputs: readonly string[]
  readonly authorization: string | undefined
}

/** An endpoint with embeddings as OpenAI's and a reranker as Jina's, of a few words of understanding, and with moods. */
export class EmbeddingEndpoint implements AsyncDisposable {
  /** Those that were answered with 200. */
  readonly requests: SeenRequest[] = []
  /** What all that came carried, answered or not. */
  readonly authorizations: (string | undefined)[] = []
  isDown = false
  /** What happens to the next requests, one after the other; `{}` answers. */
  planned: PlannedAnswer[] = []
  /** More texts than this in a request are too many. */
  mostTexts = Infinity
  /** A request with a text that has this word is a bad one. */
  badWord: string | undefined
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => void this.#answer(request, response, Buffer.concat(chunks).toString()))
  })

  static async start(): Promise<EmbeddingEndpoint> {
    const endpoint = new EmbeddingEndpoint()
    await new Promise<void>((resolve) => endpoint.#server.listen(0, '127.0.0.1', resolve))
    return endpoint
  }

  /** Requests that came, answered or not. */
  get attempts(): number {
    return this.authorizations.length
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`
  }

  /** Texts that this model was asked for, in order. */
  textsFor(model: string): string[] {
    return this.requests.filter((request) => request.model === model).flatMap(({ inputs }) => inputs)
  }

  async #answer(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
    this.authorizations.push(request.headers.authorization)
    const { status = 200, retryAfter, delayMs = 0 } = this.isDown ? { status: 503 } : (this.planned.shift() ?? {})
    await sleep(delayMs)
    const { model, input, documents, query } = JSON.parse(body) as Record<string, any>
    const inputs: string[] = input ?? documents
    const isBad = inputs.some((text) => this.badWord !== undefined && text.includes(this.badWord))
    const answered = status !== 200 ? status : inputs.length > this.mostTexts ? 413 : isBad ? 400 : 200
    response.writeHead(answered, {
      'content-type': 'application/json',
      ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
    })
    if (answered !== 200) {
      response.end('{"error":{"message":"a secret of the endpoint"}}')
      return
    }
    const path = request.url ?? ''
    this.requests.push({ path, at: Date.now(), model, inputs, authorization: request.headers.authorization })
    // Out of order, as the protocols allow.
    const answer =
      path === '/v1/rerank'
        ? {
            results: inputs
              .map((text, index) => ({ index, relevance_score: relevance(query, text) }))
              .toSorted((a, b) => b.relevance_score - a.relevance_score),
          }
        : {
            data: inputs
              .map((text, index) => ({ object: 'embedding', index, embedding: embed(text, model) }))
              .toReversed(),
          }
    response.end(JSON.stringify({ object: 'list', model, ...answer }))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}

function embed(text: string, model: string): number[] {
  const meanings = model === OTHER_MODEL ? OTHER_MEANINGS : MEANINGS
  const vector = Array.from({ length: model === OTHER_MODEL ? DIMENSIONS + 8 : DIMENSIONS }, () => 0.001)
  for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
    const dimension = meanings[word] ?? 2 + ([...word].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 30)
    vector[dimension] = (vector[dimension] ?? 0) + (word in meanings ? 3 : 0.3)
  }
  return vector
}

/** It likes what shouts. */
function relevance(query: string, text: string): number {
  return text.split('!').length - 1 - query.length / 1_000
}
