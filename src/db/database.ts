import { Kysely, PostgresDialect, type Transaction as KyselyTransaction } from 'kysely'
import pg from 'pg'
import type { Capabilities } from './capabilities.ts'
import { detectCapabilities } from './capabilities.ts'
import { migrate } from './migrate.ts'
import type { Notifications } from './notifications.ts'
import type { Schema } from './schema.ts'
import { ensureSearchIndex } from './search-index.ts'

export type Transaction = KyselyTransaction<Schema>
/** Reads run on either; writes take a Transaction, so that they can't happen outside one. */
export type Reader = Kysely<Schema>

export interface Database {
  readonly reader: Reader
  /** For a library that brings its own SQL; our own goes through `reader` and `transact`. */
  readonly pool: pg.Pool
  readonly can: Capabilities
  /**
   * Runs `work` in one transaction: all of it is stored when the promise resolves, none of it when it rejects. After a
   * deadlock it runs again, so `work` must change nothing but the database.
   */
  transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** Absent where no other process can share the database. */
  readonly notifications: Notifications | undefined
  /** Told of the error when a search finds the ranking index unreadable, before the index is built anew. */
  readonly onUnreadableIndex: ((error: unknown) => void) | undefined
  /** How often data was forced to disk; undefined on a server, which does not tell. */
  syncCount(): number | undefined
  close(): Promise<void>
}

export interface DatabaseOptions {
  readonly onUnreadableIndex?: (error: unknown) => void
}

export interface Engine {
  readonly pool: pg.Pool
  readonly notifications?: Notifications
  syncCount(): number | undefined
  /** May be called again. */
  close(): Promise<void>
}

/** Opens the schema on an engine: extensions, migrations, indexes. Closes the engine when that fails. */
export async function openDatabase(engine: Engine, { onUnreadableIndex }: DatabaseOptions = {}): Promise<Database> {
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: engine.pool }) })
  const close = async () => {
    await engine.notifications?.close()
    // The pool would forget those that still wait for a connection, and they would wait for ever.
    await settled(engine.pool, CLOSE_TIMEOUT_MS)
    // What is still not done is cut off with its connection, and the waiting are told: nothing of it was acknowledged.
    if (!isIdle(engine.pool)) {
      await engine.close()
      await settled(engine.pool, CLOSE_TIMEOUT_MS)
    }
    await kysely.destroy()
    await engine.close()
  }
  try {
    const untyped = kysely as unknown as Kysely<never>
    const can = await detectCapabilities(untyped)
    await setInEverySession(engine.pool, can.bm25 ? BM25_SESSION : TSVECTOR_SESSION)
    await migrate(untyped)
    await untyped.transaction().execute((tx) => ensureSearchIndex(tx, can))
    return {
      reader: kysely,
      pool: engine.pool,
      can,
      transact: (work) => transactWithRetry(kysely, work),
      notifications: engine.notifications,
      onUnreadableIndex,
      syncCount: () => engine.syncCount(),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

function prepareSession(settings: string) {
  return async (client: pg.ClientBase): Promise<void> => {
    // A connection may break between two statements of a transaction, when nobody else listens; the next one fails.
    client.on('error', () => {})
    await client.query(settings)
  }
}

const CLOSE_TIMEOUT_MS = 500

function isIdle(pool: pg.Pool): boolean {
  return pool.waitingCount === 0 && pool.idleCount === pool.totalCount
}

/** Waits until everything that was asked of the pool has been answered, but not for ever. */
async function settled(pool: pg.Pool, timeoutMs: number): Promise<void> {
  const deadline = performance.now() + timeoutMs
  while (!isIdle(pool) && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 5))
}

/** For sessions to come, and for the one that has been used so far. */
async function setInEverySession(pool: pg.Pool, settings: string): Promise<void> {
  Object.assign(pool.options, { onConnect: prepareSession(`${EVERY_SESSION}; ${settings}`) })
  await pool.query(settings)
}

/** Serialization failure and deadlock: PostgreSQL ended this transaction so that another could go on. */
const RETRYABLE = new Set(['40001', '40P01'])
const ATTEMPTS = 3

const commitHooks = new WeakMap<Transaction, (() => void)[]>()

/** Calls back once the transaction is stored; never when it is rolled back. */
export function afterCommit(tx: Transaction, hook: () => void): void {
  const hooks = commitHooks.get(tx)
  if (hooks === undefined) commitHooks.set(tx, [hook])
  else hooks.push(hook)
}

async function transactWithRetry<T>(kysely: Kysely<Schema>, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    let hooks: (() => void)[] = []
    try {
      const result = await kysely.transaction().execute(async (tx) => {
        const value = await work(tx)
        hooks = commitHooks.get(tx) ?? []
        return value
      })
      for (const hook of hooks) hook()
      return result
    } catch (error) {
      const { code } = error as { code?: string }
      if (attempt === ATTEMPTS || code === undefined || !RETRYABLE.has(code)) throw error
    }
  }
}

const INT8 = 20

/** int8 as number: counts and chunk ids stay far below 2^53. */
const TYPES = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return Number
    return format === 'binary' ? pg.types.getTypeParser(oid, format) : pg.types.getTypeParser(oid)
  },
}

/** Filters discard vector candidates; the scan must go on until enough of them pass. A no-op without pgvector. */
const EVERY_SESSION = 'set hnsw.iterative_scan = relaxed_order'
/**
 * Ranked searches must run by their index: pg_textsearch tells a row's score only while its index is scanned, and on a
 * young table without statistics the planner would rather read and sort everything (measured: 500 against 3 ms).
 * A kept plan hides the statement's LIMIT from it: this is how many rows it then scores before it looks for more
 * (measured: 1.5 against 3.2 ms with its default of 1,000).
 */
const BM25_SESSION = 'set enable_seqscan = off; set enable_sort = off; set pg_textsearch.default_limit = 60'
/** The same for GIN, whose matches a planner without statistics believes to be everywhere. */
const TSVECTOR_SESSION = 'set enable_seqscan = off'

/** Settings that every connection of the pool shares, embedded or not. */
export function makePool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    ...config,
    types: TYPES as pg.CustomTypesConfig,
    application_name: 'dorsal',
    connectionTimeoutMillis: 60_000,
    onConnect: prepareSession(EVERY_SESSION),
  } as pg.PoolConfig)
  // An idle connection that breaks is replaced at the next use; unhandled, the event would end the process.
  pool.on('error', () => {})
  return pool
}
