/** What search needs of embedding models. */
export interface QueryEmbedder {
  /**
   * The query's vector by the model that serves. `unavailable` when the model can't answer now; undefined when no model
   * is to be asked, as for a language that it does not understand.
   * @param language of the query; `und` when it can't be told
   */
  embedQuery(text: string, language: string): Promise<QueryVector | 'unavailable' | undefined>
}

export interface QueryVector {
  /** Only vectors made by the same model are compared. */
  readonly modelId: number
  readonly values: readonly number[]
}
