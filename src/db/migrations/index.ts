import type { Migration } from 'kysely/migration'
import * as library from './001-library.ts'
import * as conversations from './002-conversations.ts'
import * as objectsAndReporting from './003-objects-and-reporting.ts'
import * as answers from './004-answers.ts'
import * as customAnswersAndGuidance from './005-custom-answers-and-guidance.ts'
import * as suspicion from './006-suspicion.ts'
import * as embeddingModels from './007-embedding-models.ts'
import * as sourceAge from './008-source-age.ts'
import * as vectorsOfPieces from './009-vectors-of-pieces.ts'
import * as vocabulary from './010-vocabulary.ts'

/** Append-only, in order. A migration uses no application code, so that it means the same for ever. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-library': library,
  '002-conversations': conversations,
  '003-objects-and-reporting': objectsAndReporting,
  '004-answers': answers,
  '005-custom-answers-and-guidance': customAnswersAndGuidance,
  '006-suspicion': suspicion,
  '007-embedding-models': embeddingModels,
  '008-source-age': sourceAge,
  '009-vectors-of-pieces': vectorsOfPieces,
  '010-vocabulary': vocabulary,
}
