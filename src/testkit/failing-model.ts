import type { Answerer } from '../answers/index.ts'
import { DorsalError } from '../kernel/index.ts'
import type { QueryEmbedder } from '../retrieval/index.ts'
import type { TestKit } from './test-kit.ts'

/** Fails as an answerer does whose model is out of reach; the agent tries such a turn again, others are told 503. */
export function failingAnswerer(answer: Answerer, kit: TestKit | undefined): Answerer {
  if (kit === undefined) return answer
  return async (request) => {
    if (kit.faults.take(['model'], request.asker.workspaceId) !== undefined) {
      throw new DorsalError('service_unavailable', 'The model does not answer: a fault of the test kit')
    }
    return answer(request)
  }
}

/** Gives no vector, as when the embedding model is out of reach: the search is then lexical. */
export function failingEmbedder(
  embedder: QueryEmbedder | undefined,
  kit: TestKit | undefined,
): QueryEmbedder | undefined {
  if (kit === undefined || embedder === undefined) return embedder
  return {
    embedQuery: async (text, language) =>
      kit.faults.take(['model'], undefined) === undefined ? embedder.embedQuery(text, language) : 'unavailable',
  }
}
