import { createHash } from 'node:crypto'
import type { RawBuilder } from 'kysely'
import type { Database } from './database.ts'

/** Statement names by their text; few, since values are parameters. */
const names = new Map<string, string>()

/**
 * Runs a statement that is asked again and again with other values, keeping its plan on the connection: planning a
 * ranked search costs the embedded database more than running it.
 * The text must be the same each time; a LIMIT must be a literal, or the ranking index can't see it in the kept plan.
 */
export async function runPrepared<T>(db: Database, query: RawBuilder<T>): Promise<T[]> {
  const { sql, parameters } = query.compile(db.reader)
  const { rows } = await db.pool.query({ name: nameOf(sql), text: sql, values: [...parameters] })
  return rows as T[]
}

function nameOf(text: string): string {
  let name = names.get(text)
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('hex').slice(0, 32)
    names.set(text, name)
  }
  return name
}
