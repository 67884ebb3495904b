/** What search needs of an embedding model. */
export interface QueryEmbedder {
  /** Identifies the model; only vectors made by it are compared. */
  readonly model: string
  /** The query's vector; undefined when the model can't answer now, and search is then lexical. */
  embedQuery(text: string): Promise<QueryVector | undefined>
}

export interface QueryVector {
  readonly model: string
  readonly values: readonly number[]
}
