import type { Logger } from 'pino'
import { makeModelAnswerer, type Answerer } from '../answers/index.ts'
import { CHAT_TIMEOUTS, openAiChatModel, type ChatTimeouts } from '../chat/index.ts'
import { allowOrigin, makeSafeFetch } from '../outbound/index.ts'
import type { Config } from './config.ts'

/** A language model that words answers, where the settings name one. */
export interface Model {
  readonly id: string
  /** @param extractive finds the passages, and answers where the model does not */
  answerFrom(extractive: Answerer): Answerer
  close(): Promise<void>
}

/** @param timeouts the usual ones unless told: for tests */
export function makeModel(
  { model: settings }: Config,
  log: Logger,
  timeouts: ChatTimeouts = CHAT_TIMEOUTS,
): Model | undefined {
  if (settings === undefined) return undefined
  const fetch = makeSafeFetch({ allow: [allowOrigin(settings.baseUrl)] })
  const chat = openAiChatModel({ ...settings, fetch, timeouts })
  return {
    id: chat.id,
    answerFrom: (extractive) =>
      makeModelAnswerer({ chat, extractive, log, answerMs: timeouts.answerMs, prices: settings.prices }),
    close: () => fetch.close(),
  }
}
