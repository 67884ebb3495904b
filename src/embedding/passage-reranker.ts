import type { PassageReranker } from '../retrieval/index.ts'
import { makeGuard, type GuardOptions } from './guard.ts'
import type { Reranker } from './reranker.ts'

/** The reranker for searches: when it can't answer in time, they keep the order that they have. */
export function makePassageReranker(reranker: Reranker, deps: Pick<GuardOptions, 'clock' | 'log'>): PassageReranker {
  const guard = makeGuard({ ...deps, name: 'the reranker' })
  return (query, passages) => guard((signal) => reranker.rerank(query, passages, signal))
}
