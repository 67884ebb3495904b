import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { runPrepared, type Database } from '../../src/db/index.ts'
import { aPage, aSource, startTestApp } from '../support/test-app.ts'

let told: unknown[] = []

/** A database whose first so many statements by name fail with this error. */
function failing(db: Database, times: number, error: object): Database {
  let left = times
  told = []
  const query = async (statement: never) => {
    if (left-- > 0) throw Object.assign(new Error('Invalid logical page 1'), error)
    return db.pool.query(statement)
  }
  return new Proxy(db, {
    get: (target, key) => {
      if (key === 'onUnreadableIndex') return (cause: unknown) => void told.push(cause)
      return key === 'pool' ? { query } : Reflect.get(target, key)
    },
  })
}

test('an index that can not be read is rebuilt, and the search that met it is answered', async () => {
  await using app = await startTestApp()
  await app.post('/ai/external_pages', aPage(await aSource(app)))
  const { db } = app.app
  const fileOfIndex = async () =>
    (
      await sql<{ file: number }>`select relfilenode as file from pg_class where relname = 'chunk_terms_bm25'`.execute(
        db.reader,
      )
    ).rows[0]?.file
  const before = await fileOfIndex()
  const statement = sql<{ one: number }>`select 1 as one`

  const broken = { code: 'XX000', routine: 'tp_segment_read' }
  const met = failing(db, 2, broken)
  expect(await Promise.all([runPrepared(met, statement), runPrepared(met, statement)])).toEqual([
    [{ one: 1 }],
    [{ one: 1 }],
  ])
  expect(told).toMatchObject([broken])
  const after = await fileOfIndex()
  expect(after).not.toBe(before)
  expect((await app.post('/dorsal/v1/search', { query: 'start the machine' })).body.results).toHaveLength(1)

  // What a new index does not mend is told, and so is what is no matter of the index.
  await expect(runPrepared(failing(db, 2, broken), statement)).rejects.toMatchObject(broken)
  const other = { code: 'XX000', routine: 'elsewhere' }
  const between = await fileOfIndex()
  await expect(runPrepared(failing(db, 1, other), statement)).rejects.toMatchObject(other)
  expect(told).toEqual([])
  expect(await fileOfIndex()).toBe(between)
})
