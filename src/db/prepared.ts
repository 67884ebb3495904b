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
  const statement = { text: sql, values: [...parameters] }
  try {
    return (await db.pool.query({ ...statement, name: nameOf(sql) })).rows as T[]
  } catch (error) {
    if (!isLost(error)) throw error
    return (await db.pool.query(statement)).rows as T[]
  }
}

/**
 * A connection pooler between us and the server may give us another session than the one that has the statement, or one
 * where somebody else of the same program has it already.
 */
function isLost(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return code === '42P05' || code === '26000'
}

function nameOf(text: string): string {
  let name = names.get(text)
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('hex').slice(0, 32)
    names.set(text, name)
  }
  return name
}
