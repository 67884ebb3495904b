import { createHash } from 'node:crypto'
import type { RawBuilder } from 'kysely'
import type pg from 'pg'
import type { Database } from './database.ts'
import { rebuildSearchIndex } from './search-index.ts'

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
    if (isBroken(error)) await rebuildSearchIndex(db.reader, () => db.onUnreadableIndex?.(error))
    else if (!isLost(error)) throw error
    return (await db.pool.query(statement)).rows as T[]
  }
}

/**
 * A segment of pg_textsearch's index can become unreadable after a vacuum ("Invalid logical page", its issue 430): every
 * search that meets it fails, and only a rebuilt index recovers. It is derived from the chunks, so nothing is lost.
 */
function isBroken(error: unknown): boolean {
  const { code, routine } = error as { code?: unknown; routine?: unknown }
  return code === 'XX000' && typeof routine === 'string' && routine.startsWith('tp_segment')
}

/**
 * A connection pooler between us and the server may give us another session than the one that has the statement, or one
 * where somebody else of the same program has it already.
 */
function isLost(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return code === '42P05' || code === '26000'
}

/** More texts than this are not made by hand: lists of values in them, which would fill the session's memory. */
const MAX_KEPT = 1_000

/**
 * Keeps the plan of every statement with values on this connection. For the embedded database alone: it reads and plans a
 * statement slower than it runs most of them, and its session is ours for good.
 */
export function keepPlans(client: pg.ClientBase): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  Object.assign(client, {
    query(first: unknown, values: unknown, ...rest: unknown[]) {
      const isPlain = typeof first === 'string' && Array.isArray(values) && values.length > 0 && rest.length === 0
      if (!isPlain || (!names.has(first) && names.size >= MAX_KEPT)) return query(first, values, ...rest)
      return query({ text: first, values, name: nameOf(first) })
    },
  })
}

function nameOf(text: string): string {
  let name = names.get(text)
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('hex').slice(0, 32)
    names.set(text, name)
  }
  return name
}
