import type { Logger } from 'pino'
import type { QueryEmbedder } from '../retrieval/index.ts'
import type { EmbeddingModel } from './embedding-model.ts'

const REMEMBERED_QUERIES = 1_000

/** Embeds queries for search; when the model can't answer, search goes on without it. */
export function makeQueryEmbedder(model: EmbeddingModel, log: Logger): QueryEmbedder {
  const remembered = new Map<string, number[]>()
  return {
    model: model.id,
    async embedQuery(text) {
      const known = remembered.get(text)
      if (known !== undefined) return { model: model.id, values: known }
      try {
        const [values] = await model.embed([text], 'query')
        if (values === undefined) return undefined
        if (remembered.size >= REMEMBERED_QUERIES) remembered.clear()
        remembered.set(text, values)
        return { model: model.id, values }
      } catch (error) {
        log.warn({ err: error }, 'the embedding model did not answer; this search is lexical')
        return undefined
      }
    },
  }
}
