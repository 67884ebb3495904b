import type { Database } from '../../src/db/index.ts'
import type { Clock } from '../../src/kernel/index.ts'
import {
  makeAnalyzeQuestion,
  makeSearch,
  makeLibraryLanguages,
  Synonyms,
  Vocabulary,
  type QueryEmbedder,
  type Search,
} from '../../src/retrieval/index.ts'

/** The search of a program, without its server. */
export function searchOf(db: Database, clock: Clock, embedder?: QueryEmbedder): Search {
  const libraryLanguages = makeLibraryLanguages(db.reader, clock)
  const analyzeQuestion = makeAnalyzeQuestion({
    libraryLanguages,
    vocabulary: new Vocabulary(db),
    synonyms: new Synonyms({ db, clock }),
  })
  return makeSearch({ db, analyzeQuestion, embedder, reranker: undefined })
}
