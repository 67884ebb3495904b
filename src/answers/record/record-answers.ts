import type { Logger } from 'pino'
import type { Database } from '../../db/index.ts'
import type { Clock } from '../../kernel/index.ts'
import type { Answerer } from '../answer.ts'
import { insertAnswer } from './answer-store.ts'
import type { AnswerSettings } from './stored-answer.ts'
import { StoredPassages } from './stored-passages.ts'

export interface RecordAnswersDeps {
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
  readonly answer: Answerer
  /** Those of the moment: models change while the program runs. */
  readonly readSettings: () => Promise<AnswerSettings>
}

const FOREIGN_KEY_VIOLATION = '23503'

/** Answers, and stores each answer so that it can be replayed. An answer that can't be stored is given all the same. */
export function recordAnswers({ db, clock, log, answer, readSettings }: RecordAnswersDeps): Answerer {
  const known = new StoredPassages()
  return async (request) => {
    const given = await answer(request)
    try {
      const settings = await readSettings()
      await insertAnswer(db, known, { request, answer: given, settings, givenAt: new Date(clock.now()) })
    } catch (error) {
      // The conversation was erased meanwhile, and what was said in it must be so, too.
      const isErased = (error as { code?: unknown }).code === FOREIGN_KEY_VIOLATION
      if (!isErased) log.error({ err: error, answer_id: given.id }, 'an answer was given but not stored')
    }
    return given
  }
}
