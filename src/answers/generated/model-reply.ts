import { ChatModelError, type ChatFailure, type ChatModel, type ChatReply } from '../../chat/index.ts'

/** What came of one call of a model. */
export type ModelReply = { readonly text: string } | { readonly failure: ChatFailure }

/** More was asked of a recorded model than was asked at that time. */
export class NoRecordedReply extends Error {
  override readonly name = 'NoRecordedReply'
}

const NO_USAGE = { inputTokens: 0, outputTokens: 0 } as const

/** A model that says once more what was said, call by call; what it took then is not known to it. */
export function recordedModel(replies: readonly ModelReply[]): ChatModel {
  let next = 0
  return {
    id: 'recorded',
    complete(): Promise<ChatReply> {
      const reply = replies[next++]
      if (reply === undefined) return Promise.reject(new NoRecordedReply('there is no such reply'))
      if ('failure' in reply) return Promise.reject(new ChatModelError(reply.failure, 'it failed then'))
      return Promise.resolve({ text: reply.text, usage: NO_USAGE, model: 'recorded' })
    },
  }
}
