/** What the main thread and the model thread say to each other; one request at a time, one reply to each. */
export interface ToWorker {
  readonly recipe: ModelRecipe
  readonly inputs: readonly ModelInput[]
}

export type FromWorker =
  /** The rows of all inputs, one after the other, of equal lengths: a vector each, or one score each. */
  { readonly kind: 'done'; readonly values: Float32Array } | { readonly kind: 'failed'; readonly reason: string }

/** How to load a model and what to do with it; two of one id are the same. */
export interface ModelRecipe {
  readonly id: string
  readonly source: ModelSource
  readonly task: ModelTask
  readonly maxTokens: number
}

export type ModelSource =
  | {
      readonly kind: 'onnx'
      readonly modelFile: string
      readonly tokenizerFile: string
      /** Not every model has one. */
      readonly tokenizerConfigFile: string | undefined
      /** The token that fills up the shorter texts of a batch. */
      readonly padId: number
    }
  /** A folder with Universal Sentence Encoder Lite in TensorFlow.js's format. */
  | { readonly kind: 'use-lite'; readonly folder: string }

export type ModelTask =
  | {
      readonly kind: 'embed'
      readonly pooling: Pooling
      /** The vectors are made from the pooled ones by a further layer, which the model file must have. */
      readonly hasFurtherLayer: boolean
    }
  | { readonly kind: 'rerank' }

/** How one vector comes from those of a text's tokens. */
export type Pooling = 'mean' | 'first' | 'last'

export interface ModelInput {
  readonly text: string
  /** What a reranker reads together with the text. */
  readonly passage?: string
}
