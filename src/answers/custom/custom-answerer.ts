import { randomUUID } from 'node:crypto'
import type { Answerer } from '../answer.ts'
import { roundShare } from '../weigh-terms.ts'
import { findCustomAnswer, type FindCustomAnswerDeps } from './find-custom-answer.ts'

export interface CustomAnswererDeps extends FindCustomAnswerDeps {
  /** Asked when no custom answer is for the question. */
  readonly next: Answerer
}

/**
 * Gives the answer that a person wrote for the question, before any other is made (facts §7.5). A question is taken by its
 * own words, whatever was said before. One that is narrowed to some sources is not answered from elsewhere.
 */
export function makeCustomAnswerer({ next, ...deps }: CustomAnswererDeps): Answerer {
  return async (request) => {
    const { question, asker } = request
    if (asker.sourceIds !== undefined) return next(request)
    const found = await findCustomAnswer(deps, question, asker)
    if (found === undefined) return next(request)
    const { confidence, ...handWritten } = found
    return {
      id: randomUUID(),
      status: 'answered',
      mode: 'custom',
      degraded: [],
      usage: undefined,
      confidence: roundShare(confidence),
      isVague: false,
      nearest: [],
      passages: [],
      quotes: [],
      wording: undefined,
      handWritten,
    }
  }
}
