import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Words that mean the same share a dimension; any other word has one of its own, by its letters. */
const MEANINGS: Readonly<Record<string, number>> = { car: 0, automobile: 0, vehicle: 0, fee: 1, price: 1, cost: 1 }
const DIMENSIONS = 32

/** An OpenAI-compatible embeddings endpoint with a few words of understanding, which can be taken down and put up. */
export class EmbeddingEndpoint implements AsyncDisposable {
  readonly requests: { model: string; texts: number; authorization: string | undefined }[] = []
  isDown = false
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (this.isDown || request.url !== '/v1/embeddings') {
        response.writeHead(503).end('{"error":{"message":"no"}}')
        return
      }
      const { model, input } = JSON.parse(Buffer.concat(chunks).toString()) as { model: string; input: string[] }
      this.requests.push({ model, texts: input.length, authorization: request.headers.authorization })
      // Out of order, as the protocol allows.
      const data = input.map((text, index) => ({ object: 'embedding', index, embedding: embed(text) })).toReversed()
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ object: 'list', model, data, usage: { prompt_tokens: 1, total_tokens: 1 } }))
    })
  })

  static async start(): Promise<EmbeddingEndpoint> {
    const endpoint = new EmbeddingEndpoint()
    await new Promise<void>((resolve) => endpoint.#server.listen(0, '127.0.0.1', resolve))
    return endpoint
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}

function embed(text: string): number[] {
  const vector = Array.from({ length: DIMENSIONS }, () => 0.001)
  for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
    const dimension = MEANINGS[word] ?? 2 + ([...word].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 30)
    vector[dimension] = (vector[dimension] ?? 0) + (word in MEANINGS ? 3 : 0.3)
  }
  return vector
}
