/** Tells how well passages answer a query, reading both together. */
export interface Reranker {
  readonly id: string
  /**
   * One score a passage, in order, from 0 to 1.
   * @throws when the model can't answer
   */
  rerank(query: string, passages: readonly string[], signal?: AbortSignal): Promise<number[]>
  close?(): Promise<void>
}
