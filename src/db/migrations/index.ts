import type { Migration } from 'kysely/migration'
import * as library from './001-library.ts'

/** Append-only, in order. A migration uses no application code, so that it means the same for ever. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-library': library,
}
