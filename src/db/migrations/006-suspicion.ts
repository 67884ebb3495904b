import { sql, type Kysely } from 'kysely'

/** Marks of passages that may hold instructions to a model. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `alter table chunk add column suspicions text[] not null default '{}'`,
  // Few at any time, and listed for the library's owner.
  `create index chunk_suspicious on chunk (workspace_id, page_id, ordinal) where suspicions <> '{}'`,
]
