import { ChatModelError, type ChatModel, type ChatReply, type ChatRequest } from '../../chat/index.ts'
import type { ModelUsage } from '../answer.ts'
import type { ModelReply } from './model-reply.ts'

/** For a million tokens, in any currency. */
export interface ModelPrices {
  readonly input: number
  readonly output: number
}

/** Asks a model, keeps what came of each call for one answer, and adds up what all of them took. */
export class UsageMeter {
  readonly #chat: ChatModel
  readonly #prices: ModelPrices | undefined
  #model: string | undefined
  #inputTokens = 0
  #outputTokens = 0
  readonly #replies: ModelReply[] = []

  constructor(chat: ChatModel, prices: ModelPrices | undefined) {
    this.#chat = chat
    this.#prices = prices
  }

  async complete(request: ChatRequest): Promise<ChatReply> {
    const reply = await this.#ask(request)
    this.#model = reply.model
    this.#inputTokens += reply.usage.inputTokens
    this.#outputTokens += reply.usage.outputTokens
    return reply
  }

  async #ask(request: ChatRequest): Promise<ChatReply> {
    try {
      const reply = await this.#chat.complete(request)
      this.#replies.push({ text: reply.text })
      return reply
    } catch (cause) {
      // What was called off by a deadline is a timeout; who calls off all of it gets no answer that could be kept.
      this.#replies.push({ failure: cause instanceof ChatModelError ? cause.reason : 'timeout' })
      throw cause
    }
  }

  /** In their order. */
  get replies(): readonly ModelReply[] {
    return this.#replies
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
