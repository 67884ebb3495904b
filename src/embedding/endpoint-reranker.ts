import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { askEndpoint, fitText, unknownForm, type Endpoint } from './ask-endpoint.ts'
import type { Reranker } from './reranker.ts'

export interface EndpointRerankerOptions extends Endpoint {
  readonly model: string
}

const Reply = Type.Object({
  results: Type.Array(Type.Object({ index: Type.Integer(), relevance_score: Type.Number() })),
})

/** Any endpoint with a `/rerank` as Jina, Cohere, vLLM and llama.cpp speak it. */
export function endpointReranker({ model, ...endpoint }: EndpointRerankerOptions): Reranker {
  return {
    id: model,
    async rerank(query, passages, signal) {
      const documents = passages.map(fitText)
      const body = { model, query: fitText(query), documents, top_n: documents.length }
      const reply = await askEndpoint(endpoint, '/rerank', body, signal)
      if (!Value.Check(Reply, reply)) throw unknownForm()
      const scores = new Map(reply.results.map(({ index, relevance_score: score }) => [index, score]))
      return passages.map((_passage, index) => {
        const score = scores.get(index)
        if (score === undefined) throw unknownForm()
        return score
      })
    },
  }
}
