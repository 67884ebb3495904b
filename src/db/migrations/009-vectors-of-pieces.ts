import { sql, type Kysely } from 'kysely'

/** A passage that is longer than what its model reads has a vector for each piece. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Vectors are derived; they get another key, and are made again.
  await sql`drop table if exists chunk_vector`.execute(db)
}
