import type { ChatModel, ChatReply, ChatRequest } from '../../chat/index.ts'
import type { ModelUsage } from '../answer.ts'

/** For a million tokens, in any currency. */
export interface ModelPrices {
  readonly input: number
  readonly output: number
}

/** Asks a model, and adds up what all replies for one answer took. */
export class UsageMeter {
  readonly #chat: ChatModel
  readonly #prices: ModelPrices | undefined
  #model: string | undefined
  #inputTokens = 0
  #outputTokens = 0

  constructor(chat: ChatModel, prices: ModelPrices | undefined) {
    this.#chat = chat
    this.#prices = prices
  }

  async complete(request: ChatRequest): Promise<ChatReply> {
    const reply = await this.#chat.complete(request)
    this.#model = reply.model
    this.#inputTokens += reply.usage.inputTokens
    this.#outputTokens += reply.usage.outputTokens
    return reply
  }

  /** Undefined while nothing was replied. */
  get usage(): ModelUsage | undefined {
    if (this.#model === undefined) return undefined
    const [inputTokens, outputTokens] = [this.#inputTokens, this.#outputTokens]
    const { input, output } = this.#prices ?? {}
    const cost =
      input === undefined || output === undefined ? undefined : (inputTokens * input + outputTokens * output) / 1e6
    return { model: this.#model, inputTokens, outputTokens, cost }
  }
}
