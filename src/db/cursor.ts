import { randomUUID } from 'node:crypto'
import type { RawBuilder } from 'kysely'
import type { Database } from './database.ts'

/** A query whose rows stay on the server until they are read. */
export interface Cursor<T> {
  /** The next rows; fewer than asked for, at last none, when there are no more. */
  read(count: number): Promise<T[]>
  close(): Promise<void>
}

/**
 * Opens a cursor that outlives its transaction, so that other statements can run between two reads: the rows are those at
 * the time of opening. Keep them narrow, the server sets them aside.
 */
export async function openCursor<T>(db: Database, query: RawBuilder<T>): Promise<Cursor<T>> {
  const { sql, parameters } = query.compile(db.reader)
  const name = `"cursor_${randomUUID()}"`
  // A cursor belongs to its session. Where the pool has one connection every statement meets that session again, and
  // keeping the connection to ourselves would stop the program.
  const isShared = db.pool.options.max === 1
  const client = isShared ? undefined : await db.pool.connect()
  const session = client ?? db.pool
  const close = async () => {
    try {
      await session.query(`close ${name}`)
      client?.release()
    } catch (error) {
      // The session is gone, or in a state that nobody else should meet.
      client?.release(true)
      if (client === undefined) throw error
    }
  }
  try {
    await session.query({ text: `declare ${name} no scroll cursor with hold for ${sql}`, values: [...parameters] })
  } catch (error) {
    client?.release()
    throw error
  }
  return {
    async read(count) {
      return (await session.query(`fetch ${count} from ${name}`)).rows as T[]
    },
    close,
  }
}
