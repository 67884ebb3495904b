import { sql } from 'kysely'
import type { Database, Reader } from '../db/index.ts'
import type { Clock } from '../kernel/index.ts'

/** pgvector's text form, of length 1: lengths say nothing, and huge ones would overflow. Undefined without direction. */
export function toUnit(values: readonly number[]): number[] | undefined {
  const length = Math.hypot(...values)
  return length > 0 && Number.isFinite(length) ? values.map((value) => value / length) : undefined
}

export async function hasVectors(db: Reader, modelId: number): Promise<boolean> {
  const { rows } = await sql`
    select 1 from chunk_vector where model_id = ${modelId} and embedding is not null limit 1`.execute(db)
  return rows.length > 0
}

/**
 * The nearest-neighbour index of one model: it needs a fixed length, which only the model's first answer tells.
 * It grows with the vectors; made afterwards it would keep everybody waiting on a database with one session.
 */
export async function ensureVectorIndex(db: Reader, modelId: number, dimensions: number): Promise<void> {
  await sql`
    create index if not exists ${indexOf(modelId)} on chunk_vector
    using hnsw ((embedding::${sql.raw(`vector(${Math.trunc(dimensions)})`)}) vector_cosine_ops)
    where model_id = ${sql.lit(modelId)}
  `.execute(db)
}

/** Vectors of texts that no chunk has any more: of pages that were changed or deleted. */
export async function deleteOrphanVectors(db: Reader): Promise<void> {
  await sql`
    delete from chunk_vector v
    where not exists (
      select 1 from chunk c where c.workspace_id = v.workspace_id and c.context_hash = v.context_hash)
  `.execute(db)
}

/** Searches that began before a swap, here or in another process, still end with the vectors that they began with. */
const GRACE_MS = 60_000
const BATCH = 1_000

/**
 * Deletes the vectors of models that are not used any more, in batches; what was begun is gone on with later.
 * @returns the names of the models that are gone
 */
export async function deleteRetiredVectors(db: Database, clock: Clock, signal: AbortSignal): Promise<string[]> {
  const before = new Date(clock.now() - GRACE_MS)
  const retired = await db.reader
    .selectFrom('embedding_model')
    .select(['id', 'name'])
    .where('state', 'in', ['retired', 'dropped'])
    .where('changed_at', '<=', before)
    .execute()
  const gone: string[] = []
  for (const { id, name } of retired) {
    while (!signal.aborted && (await deleteBatch(db.reader, id)) === BATCH);
    if (!signal.aborted && (await forget(db, id))) gone.push(name)
  }
  return gone
}

async function deleteBatch(db: Reader, modelId: number): Promise<number> {
  // It may have been chosen again meanwhile.
  const { numAffectedRows } = await sql`
    delete from chunk_vector where ctid = any(array(
      select v.ctid from chunk_vector v
      join embedding_model m on m.id = v.model_id and m.state in ('retired', 'dropped')
      where v.model_id = ${modelId}
      limit ${sql.lit(BATCH)}))
  `.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** @returns whether there was nothing left of it */
function forget(db: Database, modelId: number): Promise<boolean> {
  return db.transact(async (tx) => {
    const model = await tx
      .selectFrom('embedding_model')
      .select('state')
      .where('id', '=', modelId)
      .where('state', 'in', ['retired', 'dropped'])
      .forUpdate()
      .executeTakeFirst()
    if (model === undefined || (await hasVectors(tx, modelId))) return false
    await sql`drop index if exists ${indexOf(modelId)}`.execute(tx)
    // One that was dropped is remembered, so that the settings don't bring it back.
    if (model.state === 'retired') await tx.deleteFrom('embedding_model').where('id', '=', modelId).execute()
    return true
  })
}

function indexOf(modelId: number) {
  return sql.id(`chunk_vector_hnsw_${modelId}`)
}
