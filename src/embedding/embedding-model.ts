import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { SafeFetch } from '../outbound/index.ts'

/** Turns texts into vectors whose cosine tells how close their meanings are. */
export interface EmbeddingModel {
  /** Changes when vectors are no longer comparable. */
  readonly id: string
  /** ISO 639-1 codes of the languages that it understands; undefined: all. */
  readonly languages?: ReadonlySet<string>
  readonly maxTextsPerCall: number
  /**
   * One vector a text, in order, all of one length.
   * @param kind some models tell what is searched for from what is found
   * @throws when the model can't answer; nothing is lost by asking again later.
   */
  embed(texts: readonly string[], kind: 'query' | 'passage', signal?: AbortSignal): Promise<number[][]>
  close?(): Promise<void>
}

export interface OpenAiEmbeddingOptions {
  readonly baseUrl: string
  readonly model: string
  readonly apiKey: string | undefined
  readonly dimensions: number | undefined
  readonly fetch: SafeFetch
}

const Reply = Type.Object({
  data: Type.Array(Type.Object({ index: Type.Integer(), embedding: Type.Array(Type.Number(), { minItems: 1 }) })),
})

const TIMEOUT_MS = 30_000
const MAX_RESPONSE_BYTES = 64 * 1024 * 1024
/** Encoders read a few hundred words at most; some endpoints refuse more instead of cutting. */
const MAX_CHARACTERS = 6_000

/** Any endpoint that speaks OpenAI's `/embeddings`: Ollama, vLLM, llama.cpp, hosted ones. */
export function openAiEmbeddingModel(options: OpenAiEmbeddingOptions): EmbeddingModel {
  const { baseUrl, model, apiKey, dimensions, fetch } = options
  return {
    id: dimensions === undefined ? model : `${model}@${dimensions}`,
    maxTextsPerCall: 64,
    async embed(texts) {
      const { status, body } = await fetch(`${baseUrl}/embeddings`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
        },
        body: JSON.stringify({
          model,
          input: texts.map((text) => text.slice(0, MAX_CHARACTERS).toWellFormed()),
          ...(dimensions === undefined ? {} : { dimensions }),
        }),
        timeoutMs: TIMEOUT_MS,
        maxResponseBytes: MAX_RESPONSE_BYTES,
      })
      if (status !== 200) throw new Error(`the embedding endpoint answered ${status}`)
      return readVectors(JSON.parse(new TextDecoder().decode(body)), texts.length)
    },
  }
}

function readVectors(reply: unknown, count: number): number[][] {
  if (!Value.Check(Reply, reply)) throw new Error('the embedding endpoint answered in an unknown form')
  const vectors = reply.data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => embedding)
  const length = vectors[0]?.length
  if (vectors.length !== count || vectors.some((vector) => vector.length !== length)) {
    throw new Error(`the embedding endpoint gave ${vectors.length} vectors for ${count} texts`)
  }
  return vectors
}
