export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

/** What a model is asked. It is always asked for its likeliest words (temperature 0). */
export interface ChatRequest {
  readonly messages: readonly ChatMessage[]
  /** Of the reply. */
  readonly maxTokens: number
  /** Calls the request off. */
  readonly signal?: AbortSignal
  /** Told the text so far, whenever there is more. */
  readonly onText?: (text: string) => void
}

export interface TokenUsage {
  readonly inputTokens: number
  readonly outputTokens: number
}

export interface ChatReply {
  /** Without what the model thought aloud; never blank. */
  readonly text: string
  /** As the endpoint counts, estimated where it does not say. */
  readonly usage: TokenUsage
  /** The model that answered, as the endpoint calls it. */
  readonly model: string
}

/** A language model that continues a conversation. */
export interface ChatModel {
  /** As it is configured. */
  readonly id: string
  /** @throws ChatModelError; the signal's reason when it was called off */
  complete(request: ChatRequest): Promise<ChatReply>
}

/**
 * - `timeout`: no first word, or no end, in time.
 * - `unreachable`: name, connection or TLS; or the connection broke.
 * - `status`: the endpoint refused or failed; see `status`.
 * - `broken`: the reply is none: blank, too long, or not in the protocol's form.
 */
export type ChatFailure = 'timeout' | 'unreachable' | 'status' | 'broken'

/** The model gave no reply. The message is fit for a log: it has nothing that the endpoint said, and no key. */
export class ChatModelError extends Error {
  override readonly name = 'ChatModelError'
  readonly reason: ChatFailure
  readonly status: number | undefined

  constructor(reason: ChatFailure, message: string, status?: number) {
    super(message)
    this.reason = reason
    this.status = status
  }
}
