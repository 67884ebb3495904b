/** Tells how well each passage answers a query, reading both together. */
export interface Reranker {
  readonly id: string
  /**
   * One score a passage, in order; higher is better, and only scores of one call are comparable.
   * @throws ModelError when the model can't answer
   */
  rerank(query: string, passages: readonly string[], signal?: AbortSignal): Promise<number[]>
  /** Does now what makes the first call slow. Absent when nothing does. */
  warmUp?(): Promise<void>
  close?(): Promise<void>
}
