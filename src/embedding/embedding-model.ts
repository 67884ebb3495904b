/** Turns texts into vectors whose cosine tells how close their meanings are. */
export interface EmbeddingModel {
  /** Changes when vectors are no longer comparable. */
  readonly id: string
  /** ISO 639-1 codes of the languages it understands; undefined: all. */
  readonly languages?: ReadonlySet<string>
  readonly maxTextsPerCall: number
  /** What it reads of a text; passages that are longer are given to it in pieces. Undefined: enough for a passage. */
  readonly maxTokens?: number
  /**
   * One vector a text, in order, all of one length. One attempt: who asks decides about the next.
   * @throws ModelError when the model can't answer; nothing is lost by asking again later.
   */
  embed(texts: readonly string[], kind: 'query' | 'passage', signal?: AbortSignal): Promise<number[][]>
  /** Does now what makes the first call slow. Absent when nothing does. */
  warmUp?(): Promise<void>
  close?(): Promise<void>
}

/**
 * - `unavailable`: not now, perhaps in a moment.
 * - `unacceptable`: too much at once, or a text that it can't take.
 * - `refused`: not until somebody changes something, such as a key.
 */
export type ModelFailure = 'unavailable' | 'unacceptable' | 'refused'

/** The message is fit for an operator: it holds nothing that the other side said. */
export class ModelError extends Error {
  override readonly name = 'ModelError'
  readonly failure: ModelFailure
  /** When the other side wants to be asked again, in milliseconds from now. */
  readonly retryAfterMs: number | undefined

  constructor(failure: ModelFailure, message: string, options: ErrorOptions & { readonly retryAfterMs?: number } = {}) {
    super(message, options)
    this.failure = failure
    this.retryAfterMs = options.retryAfterMs
  }
}
