import type { Logger } from 'pino'
import { guidanceLines, makeModelAnswerer, readGuidance, type Answerer } from '../answers/index.ts'
import type { Database } from '../db/index.ts'
import { CHAT_TIMEOUTS, openAiChatModel, type ChatTimeouts } from '../chat/index.ts'
import { allowOrigin, makeSafeFetch } from '../outbound/index.ts'
import type { Config } from './config.ts'

/** Answers in the words of a language model, where the settings name one. */
export interface Model {
  readonly answer: Answerer
  close(): Promise<void>
}

/** @param timeouts the usual ones unless told: for tests */
export function makeModel(
  { model: settings }: Config,
  db: Database,
  extractive: Answerer,
  log: Logger,
  timeouts: ChatTimeouts = CHAT_TIMEOUTS,
): Model | undefined {
  if (settings === undefined) return undefined
  const fetch = makeSafeFetch({ allow: [allowOrigin(settings.baseUrl)] })
  const chat = openAiChatModel({ ...settings, fetch, timeouts })
  return {
    answer: makeModelAnswerer({
      chat,
      extractive,
      log,
      answerMs: timeouts.answerMs,
      prices: settings.prices,
      readGuidance: async (asker) => guidanceLines(await readGuidance(db, asker)),
    }),
    close: () => fetch.close(),
  }
}
