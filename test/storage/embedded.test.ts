import { readdirSync, rmSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type pg from 'pg'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { embeddedEngine, NewerSchemaError, openDatabase, type Database } from '../../src/db/index.ts'
import { detectCapabilities } from '../../src/db/capabilities.ts'
import { copyDataTemplate } from '../support/data-template.ts'
import { ServerProcess } from '../support/server-process.ts'

describe('the embedded database', () => {
  let dataDir: string
  let db: Database
  let fatal: Error[]
  const open = async () => openDatabase(await embeddedEngine({ dataDir, onFatal: (error) => void fatal.push(error) }))
  beforeEach(async () => {
    fatal = []
    dataDir = await copyDataTemplate()
    db = await open()
  })
  afterEach(async () => {
    await db.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const one = async <T = any>(text: string, values: unknown[] = []): Promise<T> =>
    (await db.pool.query(text, values)).rows[0]

  describe('is durable', () => {
    test.each([
      ['fsync', 'on'],
      ['wal_sync_method', 'fsync'],
      ['synchronous_commit', 'on'],
      ['full_page_writes', 'on'],
    ])('%s is %s', async (setting, value) => {
      expect(await one(`select current_setting('${setting}') as value`)).toEqual({ value })
    })

    test('every committed write is forced to disk before it is answered', async () => {
      for (let turn = 0; turn < 20; turn++) {
        const before = db.syncCount() ?? 0
        await db.transact((tx) => sql`update workspace set name = ${`turn ${turn}`}`.execute(tx).then(() => {}))
        expect(db.syncCount()).toBeGreaterThanOrEqual(before + 1)
      }
    })

    test('reading forces nothing', async () => {
      await one('checkpoint')
      await one('select * from workspace')
      const before = db.syncCount()
      for (let turn = 0; turn < 20; turn++) await one('select * from workspace')
      expect(db.syncCount()).toBe(before)
    })

    test('a checkpoint forces the files that were written, and directories', async () => {
      await one('create table grown as select generate_series(1, 20000) as number')
      const before = db.syncCount() ?? 0
      await one('checkpoint')
      // The table, its catalog rows, the clog, the WAL and the control file at the very least.
      expect((db.syncCount() ?? 0) - before).toBeGreaterThanOrEqual(5)
    })
  })

  describe('serves one session to all', () => {
    test('a failing query leaves the connection usable', async () => {
      await expect(one('select 1/0')).rejects.toMatchObject({ code: '22012' })
      await expect(one('selekt')).rejects.toMatchObject({ code: '42601' })
      await expect(one('select $1::int as n', ['x'])).rejects.toMatchObject({ code: '22P02' })
      expect(await one('select $1::int as n', [7])).toEqual({ n: 7 })
    })

    test('a transaction whose work throws leaves nothing', async () => {
      const failing = db.transact(async (tx) => {
        await sql`update workspace set name = 'gone'`.execute(tx)
        throw new Error('changed my mind')
      })
      await expect(failing).rejects.toThrow('changed my mind')
      expect(await one("select count(*) as n from workspace where name = 'gone'")).toEqual({ n: 0 })
    })

    test('what a connection leaves behind does not reach the next', async () => {
      const searchPath = await one('show search_path')
      const first = await db.pool.connect()
      await first.query("set search_path = 'nowhere'")
      await first.query('create temp table leftover (n int)')
      await first.query('listen something')
      await first.query('begin')
      await first.query("update public.workspace set name = 'uncommitted'")
      first.release(true)
      expect(await one('show search_path')).toEqual(searchPath)
      expect(await one("select to_regclass('pg_temp.leftover') as found")).toEqual({ found: null })
      expect(await one("select count(*) as n from workspace where name = 'uncommitted'")).toEqual({ n: 0 })
      expect(await one('select count(*) as n from pg_listening_channels()')).toEqual({ n: 0 })
    })

    test('every connection searches by its index', async () => {
      const first = await db.pool.connect()
      expect((await first.query('show enable_sort')).rows).toEqual([{ enable_sort: 'off' }])
      first.release(true)
      expect(await one('show enable_sort')).toEqual({ enable_sort: 'off' })
      expect(await one('show hnsw.iterative_scan')).toEqual({ 'hnsw.iterative_scan': 'relaxed_order' })
    })

    test('a connection that is given up in the middle of a query does not disturb the next', async () => {
      const first = await db.pool.connect()
      const abandoned = first.query('select count(*) from generate_series(1, 200000)')
      first.release(true)
      await expect(abandoned).rejects.toThrow()
      expect(await one('select 1 as n')).toEqual({ n: 1 })
    })

    test('20 MB go in and come out', async () => {
      const text = 'päge '.repeat(3_500_000)
      const row = await one<{ text: string; bytes: number }>(
        'select $1::text as text, octet_length($1::text) as bytes',
        [text],
      )
      expect(row.bytes).toBe(21_000_000)
      expect(row.text === text).toBe(true)
    })

    test('200 queries at once are all answered', async () => {
      const rows = await Promise.all(Array.from({ length: 200 }, (_, n) => one('select $1::int as n', [n])))
      expect(rows).toEqual(rows.map((_, n) => ({ n })))
    })
  })

  describe('ends', () => {
    test('with every query answered: stored, or refused and not stored', async () => {
      const asked = Array.from({ length: 50 }, (_, n) =>
        db.transact((tx) =>
          sql`insert into workspace (id, name, created_at) values (${n + 100}, 'late', now())`
            .execute(tx)
            .then(() => n),
        ),
      )
      const results = Promise.allSettled(asked)
      await db.close()
      const stored = (await results).filter(({ status }) => status === 'fulfilled').length
      db = await open()
      expect(stored).toBeGreaterThan(0)
      expect(await one("select count(*) as n from workspace where name = 'late'")).toEqual({ n: stored })
    })

    test('and refuses what comes after', async () => {
      await db.close()
      await expect(db.reader.selectFrom('workspace').selectAll().execute()).rejects.toThrow()
      expect(readdirSync(dataDir)).toEqual(['postgres'])
      db = await open()
    })
  })

  /** Opens the database again and looks at the thread that it runs in. */
  async function openWithThread(): Promise<Worker> {
    await db.close()
    const workers: Worker[] = []
    const emit = Worker.prototype.emit
    const spy = vi.spyOn(Worker.prototype, 'emit').mockImplementation(function (this: Worker, ...args) {
      if (!workers.includes(this)) workers.push(this)
      return emit.apply(this, args)
    })
    db = await open()
    spy.mockRestore()
    const [worker] = workers
    if (worker === undefined || workers.length > 1) throw new Error(`${workers.length} threads were started`)
    return worker
  }

  test('keeps nothing of what it has answered', async () => {
    const worker = await openWithThread()
    const megabytesUsed = async () => (await worker.getHeapStatistics()).used_heap_size / 2 ** 20
    const read = () => one<{ text: string }>('select repeat($1, 1000000) as text', ['x'])
    await read()
    const before = await megabytesUsed()
    for (let turn = 0; turn < 60; turn++) expect((await read()).text).toHaveLength(1_000_000)
    expect((await megabytesUsed()) - before).toBeLessThan(20)
  })

  test('when its thread dies, waiting queries are rejected and the program is told once', async () => {
    const worker = await openWithThread()
    const waiting = Promise.allSettled([
      one('select count(*) from generate_series(1, 30000000)'),
      one('select 1'),
      db.transact((tx) => sql`select 1`.execute(tx)),
    ])
    await new Promise((resolve) => setImmediate(resolve))
    await worker.terminate()
    expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    await expect(one('select 1')).rejects.toThrow()
    expect(fatal.map(({ message }) => message)).toEqual(['the database thread ended'])
  })
})

describe('a database that this program must not open', () => {
  test('was written by a newer version', async () => {
    const dataDir = await copyDataTemplate()
    const onFatal = () => {}
    try {
      const db = await openDatabase(await embeddedEngine({ dataDir, onFatal }))
      await sql`insert into kysely_migration (name, timestamp) values ('999-from-the-future', '2030')`.execute(
        db.reader,
      )
      await db.close()
      const again = embeddedEngine({ dataDir, onFatal }).then(openDatabase)
      await expect(again).rejects.toThrow(NewerSchemaError)
      await expect(again).rejects.toThrow(
        'the data was written by a newer version of Dorsal (schema 999-from-the-future); this version knows schemas up to',
      )
      await using server = new ServerProcess({ DORSAL_DATA_DIR: dataDir })
      const { code, stderr } = await server.ended()
      expect(code).toBe(1)
      expect(stderr).toContain('Use the newer version, or another data directory')
    } finally {
      rmSync(dataDir, { recursive: true, force: true })
    }
  })

  test('is an old PostgreSQL', async () => {
    const client = {
      query: () => Promise.resolve({ command: 'SELECT', rowCount: 1, rows: [{ number: 150_004, version: '15.4' }] }),
      release() {},
    }
    const pool = { connect: () => Promise.resolve(client), end: () => Promise.resolve() } as unknown as pg.Pool
    const db = new Kysely<never>({ dialect: new PostgresDialect({ pool }) })
    await expect(detectCapabilities(db)).rejects.toThrow('PostgreSQL 16 or newer is needed; DATABASE_URL leads to 15.4')
  })
})
