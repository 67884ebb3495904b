import type { AnalyzeQuestionOf } from './analyze-question.ts'
import { makeSearch, type Search, type SearchDeps } from './search.ts'

export interface AskerSearchDeps extends Omit<SearchDeps, 'analyzeQuestion'> {
  readonly analyzeQuestionOf: AnalyzeQuestionOf
}

/** A search that takes a question's words as its asker may know them: what only others may read has no part in it. */
export function makeAskerSearch({ analyzeQuestionOf, ...deps }: AskerSearchDeps): Search {
  return (request) => makeSearch({ ...deps, analyzeQuestion: analyzeQuestionOf(request.asker) })(request)
}
