import { sql } from 'kysely'
import { countLibraryChange, type Database, type Reader } from '../db/index.ts'
import type { EmbeddingModel } from './embedding-model.ts'

/** Chunks that have no vector of this model yet. */
export async function countPending(db: Reader, model: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from chunk c
    left join chunk_vector v on v.workspace_id = c.workspace_id and v.chunk_id = c.id and v.model = ${model}
    where v.chunk_id is null
  `.execute(db)
  return rows[0]?.count ?? 0
}

/**
 * Makes the vectors that are missing, batch by batch; what is done stays done when it is interrupted.
 * @throws when the model can't answer
 */
export async function embedPendingChunks(db: Database, model: EmbeddingModel, signal: AbortSignal): Promise<number> {
  let embedded = 0
  while (!signal.aborted) {
    const batch = await findPending(db.reader, model)
    if (batch.length === 0) break
    const vectors = await model.embed(
      batch.map(({ title, heading_path, text }) => [title, ...heading_path, text].join('\n')),
    )
    await ensureVectorIndex(db.reader, vectors[0]?.length ?? 0)
    const records = batch.map(({ workspace_id, id }, index) => ({
      workspace_id,
      chunk_id: id,
      embedding: `[${vectors[index]?.join(',')}]`,
    }))
    // A chunk may have been replaced while its vector was made: then the vector has no place and is left out.
    await db.transact(async (tx) => {
      await sql`
        insert into chunk_vector (workspace_id, chunk_id, model, embedding)
        select r.workspace_id, r.chunk_id, ${model.id}, r.embedding::vector
        from json_to_recordset(${JSON.stringify(records)}::json) r (workspace_id int, chunk_id bigint, embedding text)
        join chunk c on c.workspace_id = r.workspace_id and c.id = r.chunk_id
        for key share of c
        on conflict (workspace_id, chunk_id) do update set model = excluded.model, embedding = excluded.embedding
      `.execute(tx)
      for (const id of new Set(batch.map(({ workspace_id: workspace }) => workspace))) await countLibraryChange(tx, id)
    })
    embedded += batch.length
  }
  return embedded
}

async function findPending(db: Reader, model: EmbeddingModel) {
  const { rows } = await sql<{ workspace_id: number; id: number; title: string; heading_path: string[]; text: string }>`
    select c.workspace_id, c.id, p.title, c.heading_path, c.text
    from chunk c
    join page p on p.workspace_id = c.workspace_id and p.id = c.page_id
    left join chunk_vector v on v.workspace_id = c.workspace_id and v.chunk_id = c.id and v.model = ${model.id}
    where v.chunk_id is null
    order by c.workspace_id, c.id
    limit ${model.maxTextsPerCall}
  `.execute(db)
  return rows
}

/** The nearest-neighbour index needs a fixed length, which only the model's first answer tells. */
async function ensureVectorIndex(db: Reader, dimensions: number): Promise<void> {
  const length = Math.trunc(dimensions)
  await sql`
    create index if not exists ${sql.id(`chunk_vector_hnsw_${length}`)} on chunk_vector
    using hnsw ((embedding::${sql.raw(`vector(${length})`)}) vector_cosine_ops)
    where vector_dims(embedding) = ${sql.lit(length)}
  `.execute(db)
}
