import { sql } from 'kysely'
import type { Language } from '../analysis/index.ts'
import type { Reader } from '../db/index.ts'
import type { EmbeddingModel } from './embedding-model.ts'
import type { ServedModel } from './served-models.ts'

/** A passage without a vector, and where it was found. */
export interface PendingText {
  readonly workspaceId: number
  readonly chunkId: number
  /** Of title, headings and text, as hexadecimal. */
  readonly hash: string
  readonly title: string
  readonly headingPath: readonly string[]
  readonly text: string
  readonly language: Language
}

/** The passages after this one that this model has no vector for and would take, in a fixed order; equal texts once. */
export async function findPending(
  db: Reader,
  { id, model }: Pick<ServedModel, 'id'> & { readonly model: EmbeddingModel },
  after: Pick<PendingText, 'workspaceId' | 'chunkId'> | undefined,
  limit: number,
  now: number,
): Promise<PendingText[]> {
  const { rows } = await sql<PendingText>`
    select c.workspace_id as "workspaceId", c.id as "chunkId", encode(c.context_hash, 'hex') as hash,
      p.title, c.heading_path as "headingPath", c.text, p.language
    from chunk c
    join page p on p.workspace_id = c.workspace_id and p.id = c.page_id
    left join chunk_vector v
      on v.workspace_id = c.workspace_id and v.model_id = ${id} and v.context_hash = c.context_hash and v.piece = 0
    where (c.workspace_id, c.id) > (${after?.workspaceId ?? 0}, ${after?.chunkId ?? 0})
      and ${isUnderstood(model)}
      and (v.model_id is null or v.retry_at <= ${new Date(now)})
    order by c.workspace_id, c.id
    limit ${limit}
  `.execute(db)
  return rows
}

export interface Progress {
  /** Chunks whose vector is to be made. */
  readonly pending: number
  /** Chunks whose text the model could not take. */
  readonly failed: number
}

export async function countProgress(db: Reader, { id, model }: ServedModel): Promise<Progress> {
  const { rows } = await sql<Progress>`
    select count(*) filter (where v.model_id is null) as pending, count(v.failure) as failed
    from chunk c
    join page p on p.workspace_id = c.workspace_id and p.id = c.page_id
    left join chunk_vector v
      on v.workspace_id = c.workspace_id and v.model_id = ${id} and v.context_hash = c.context_hash and v.piece = 0
    where ${isUnderstood(model)}
  `.execute(db)
  return rows[0] ?? { pending: 0, failed: 0 }
}

function isUnderstood(model: EmbeddingModel | undefined) {
  return model?.languages === undefined ? sql`true` : sql`p.language = any(${[...model.languages]}::text[])`
}
