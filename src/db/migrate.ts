import { sql, type Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { MIGRATIONS } from './migrations/index.ts'

/** The database was written by a newer program; opening it with this one could destroy what it does not know. */
export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError'
}

/**
 * Brings the schema up to date; several processes may start at once (Kysely takes an advisory lock).
 * @throws NewerSchemaError when the database holds migrations that this program does not know.
 */
export async function migrate(db: Kysely<never>): Promise<void> {
  const applied = await appliedMigrations(db)
  const unknown = applied.filter((name) => !(name in MIGRATIONS))
  if (unknown.length > 0) {
    throw new NewerSchemaError(
      `the data was written by a newer version of Dorsal (schema ${unknown.at(-1)}); ` +
        `this version knows schemas up to ${Object.keys(MIGRATIONS).at(-1)}. Use the newer version, or another data directory`,
    )
  }
  const provider = { getMigrations: () => Promise.resolve(MIGRATIONS) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error !== undefined) throw error
}

async function appliedMigrations(db: Kysely<never>): Promise<string[]> {
  const exists = await sql<{ found: boolean }>`select to_regclass('kysely_migration') is not null as found`.execute(db)
  if (exists.rows[0]?.found !== true) return []
  const applied = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return applied.rows.map(({ name }) => name)
}
