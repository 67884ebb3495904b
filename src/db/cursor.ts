import { randomUUID } from 'node:crypto'
import type { RawBuilder } from 'kysely'
import type pg from 'pg'
import type { Database } from './database.ts'

/** A query whose rows stay on the server until they are read. */
export interface Cursor<T> {
  /** The next rows; fewer than asked for, at last none, when there are no more. */
  read(count: number): Promise<T[]>
  /** Where to read what belongs to these rows: on a server as it was when the cursor was opened. */
  readonly session: Pick<pg.ClientBase, 'query'>
  close(): Promise<void>
}

/**
 * Opens a cursor, between whose reads others are served: its rows are those at the time of opening. Keep them narrow, the
 * embedded database sets them aside.
 */
export async function openCursor<T>(db: Database, query: RawBuilder<T>): Promise<Cursor<T>> {
  const compiled = query.compile(db.reader)
  const name = `"cursor_${randomUUID()}"`
  const declare = (hold: string) => ({
    text: `declare ${name} no scroll cursor ${hold} for ${compiled.sql}`,
    values: [...compiled.parameters],
  })
  // A pool of one connection serves everybody by it: taking it away would stop the program, so that this cursor
  // outlives its transaction instead, in the session that every statement meets again.
  if (db.pool.options.max === 1) {
    await db.pool.query(declare('with hold'))
    return {
      read: async (count) => (await db.pool.query(`fetch ${count} from ${name}`)).rows as T[],
      session: db.pool,
      close: async () => void (await db.pool.query(`close ${name}`)),
    }
  }
  const client = await db.pool.connect()
  try {
    await client.query('begin isolation level repeatable read, read only')
    await client.query(declare('without hold'))
  } catch (error) {
    client.release(true)
    throw error
  }
  return {
    read: async (count) => (await client.query(`fetch ${count} from ${name}`)).rows as T[],
    session: client,
    async close() {
      try {
        await client.query('rollback')
        client.release()
      } catch {
        // The session is gone, and the cursor with it.
        client.release(true)
      }
    },
  }
}
