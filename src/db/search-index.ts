import { sql, type QueryExecutorProvider, type Transaction } from 'kysely'
import type { Capabilities } from './capabilities.ts'

/**
 * BM25 parameters. Sections are short, and short texts prefer b near 0.4; k1 1.2 is the best compromise over the
 * evaluation sets, see docs/quality.md.
 */
export const BM25 = { k1: 1.2, b: 0.4 } as const

const LOCK = 0x646f7273

/**
 * Creates what the capabilities allow and removes what they replace. These objects are derived from the chunks, so they
 * follow the server's extensions at every start instead of being migrations.
 */
export async function ensureSearchIndex(db: Transaction<never>, can: Capabilities): Promise<void> {
  // Several processes may start at once, and "if not exists" does not wait for the other's.
  await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(db)
  if (can.bm25) {
    await sql`alter table chunk drop column if exists terms_vector, drop column if exists term_count`.execute(db)
    await sql`
      create index if not exists chunk_terms_bm25 on chunk using bm25 (terms)
      with (text_config = 'simple', k1 = ${sql.lit(BM25.k1)}, b = ${sql.lit(BM25.b)})
    `.execute(db)
  } else {
    await sql`
      alter table chunk add column if not exists terms_vector tsvector
        generated always as (to_tsvector('simple'::regconfig, terms)) stored,
      add column if not exists term_count integer
        generated always as (length(terms) - length(replace(terms, ' ', '')) + 1) stored
    `.execute(db)
    // Without fastupdate: entries that wait for the next vacuum would be read one by one by every search.
    await sql`
      create index if not exists chunk_terms_gin on chunk using gin (terms_vector) with (fastupdate = off)
    `.execute(db)
  }
  if (can.vector) {
    await sql`
      create table if not exists chunk_vector (
        workspace_id integer not null,
        model_id integer not null references embedding_model on delete cascade,
        context_hash bytea not null,
        piece integer not null default 0,
        -- Vectors of 512 numbers and more would be stored apart, and each read of one would be a look-up.
        embedding vector storage plain,
        failure text,
        retry_at timestamptz,
        primary key (workspace_id, model_id, context_hash, piece),
        foreign key (workspace_id) references workspace on delete cascade,
        check ((embedding is null) = (failure is not null and retry_at is not null))
      )
    `.execute(db)
  }
}

const rebuilding = new WeakMap<QueryExecutorProvider, Promise<unknown>>()

/**
 * Makes the ranking index anew from the chunks that there are: once for all that wait for it.
 * @param onStart called unless one is being made already
 */
export async function rebuildSearchIndex(db: QueryExecutorProvider, onStart?: () => void): Promise<void> {
  let running = rebuilding.get(db)
  if (running === undefined) {
    onStart?.()
    running = sql`reindex index chunk_terms_bm25`.execute(db).finally(() => rebuilding.delete(db))
    rebuilding.set(db, running)
  }
  await running
}
