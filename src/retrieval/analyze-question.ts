import { analyzeQuery, type AnalysedQuery, type Language } from '../analysis/index.ts'
import type { Synonyms } from './synonyms/synonyms.ts'
import type { Asker } from './visibility.ts'
import type { Vocabulary } from './vocabulary/vocabulary.ts'

export interface AnalysedQuestion extends AnalysedQuery {
  /** Whether pages of the library are written in its language. */
  readonly isSpoken: boolean
}

/** The words of a question, with what counts as each of them. Who asks decides which words are known. */
export type AnalyzeQuestion = (asker: Asker, question: string) => Promise<AnalysedQuestion>

export interface AnalyzeQuestionDeps {
  /** Languages that the workspace's pages are written in. */
  readonly libraryLanguages: (workspaceId: number) => Promise<readonly Language[]>
  readonly synonyms: Synonyms
  readonly vocabulary: Vocabulary
}

export function makeAnalyzeQuestion({ libraryLanguages, synonyms, vocabulary }: AnalyzeQuestionDeps): AnalyzeQuestion {
  return async (asker, question) => {
    const { workspaceId } = asker
    const languages = await libraryLanguages(workspaceId)
    const analysed = analyzeQuery(question, languages)
    const isSpoken = languages.includes(analysed.language)
    const withSynonyms = await synonyms.addTo(workspaceId, question, analysed.terms, languages)
    // Its own language is among the few that are tried, however many the library has.
    const likeliest = isSpoken ? [...new Set([analysed.language, ...languages])] : languages
    return { ...analysed, isSpoken, terms: await vocabulary.addTo(asker, question, withSynonyms, likeliest) }
  }
}
