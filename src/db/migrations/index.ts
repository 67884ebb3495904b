import type { Migration } from 'kysely/migration'
import * as library from './001-library.ts'
import * as conversations from './002-conversations.ts'
import * as objectsAndReporting from './003-objects-and-reporting.ts'
import * as sourceAge from './009-source-age.ts'

/** Append-only, in order. A migration uses no application code, so that it means the same for ever. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-library': library,
  '002-conversations': conversations,
  '003-objects-and-reporting': objectsAndReporting,
  '009-source-age': sourceAge,
}
