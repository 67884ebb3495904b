import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { askEndpoint, fitText, unknownForm, type Endpoint } from './ask-endpoint.ts'
import { ModelError, type EmbeddingModel } from './embedding-model.ts'

export interface EndpointModelOptions extends Endpoint {
  readonly model: string
  /** Asked of the model where it can shorten its vectors; undefined: what the model gives. */
  readonly dimensions: number | undefined
}

const Reply = Type.Object({
  data: Type.Array(Type.Object({ index: Type.Integer(), embedding: Type.Array(Type.Number(), { minItems: 1 }) })),
})

/** Any endpoint that speaks OpenAI's `/embeddings`: Ollama, vLLM, llama.cpp, hosted ones. */
export function endpointModel({ model, dimensions, ...endpoint }: EndpointModelOptions): EmbeddingModel {
  return {
    // Where it is served from does not matter: the same model is the same elsewhere.
    id: dimensions === undefined ? model : `${model}@${dimensions}`,
    maxTextsPerCall: 64,
    async embed(texts, _kind, signal) {
      const body = { model, input: texts.map(fitText), ...(dimensions === undefined ? {} : { dimensions }) }
      return readVectors(await askEndpoint(endpoint, '/embeddings', body, signal), texts.length)
    },
  }
}

function readVectors(reply: unknown, count: number): number[][] {
  if (!Value.Check(Reply, reply)) throw unknownForm()
  const vectors = reply.data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => embedding)
  const length = vectors[0]?.length
  if (vectors.length !== count || vectors.some((vector) => vector.length !== length)) {
    throw new ModelError('unavailable', `the endpoint gave ${vectors.length} vectors for ${count} texts`)
  }
  return vectors
}
