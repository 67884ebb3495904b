import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { countLibraryChange, type Database } from '../db/index.ts'
import type { Clock } from '../kernel/index.ts'
import { ModelError, type EmbeddingModel } from './embedding-model.ts'
import { findPending, type PendingText } from './pending.ts'
import { readInPieces } from './pieces.ts'
import { ensureVectorIndex, toUnit } from './vectors.ts'

export interface EmbedDeps {
  readonly db: Database
  readonly clock: Clock
}

/** A model and its number among the stored ones. */
export interface NumberedModel {
  readonly id: number
  readonly model: EmbeddingModel
}

const ATTEMPTS = 4
const FIRST_WAIT_MS = 500
/** Who wants to be left alone for longer is asked again by a later run. */
const LONGEST_WAIT_MS = 30_000
/** A text that the model can't take will hardly become another one. */
const RETRY_TEXT_AFTER_MS = 24 * 60 * 60 * 1_000
/** pgvector indexes no longer ones. */
const MOST_DIMENSIONS = 2_000
/** A vector takes the index milliseconds, in which a database with one session answers nobody. */
const ROWS_PER_STATEMENT = 16
const HARMLESS = 'Is anybody there?'

/**
 * Makes the vectors that are missing, batch by batch; what is done stays done when it is interrupted. A batch that the
 * model finds too large is halved, until a text that it can't take stands alone: that is remembered, and left out.
 * @returns how many passages got a vector
 * @throws ModelError when the model can't answer
 */
export async function embedPendingChunks(deps: EmbedDeps, served: NumberedModel, signal: AbortSignal): Promise<number> {
  const { model } = served
  let embedded = 0
  let after: PendingText | undefined
  let width = model.maxTextsPerCall
  let failures = 0
  let hasAnswered = false
  while (!signal.aborted) {
    const batch = await findPending(deps.db.reader, served, after, width, deps.clock.now())
    const last = batch.at(-1)
    if (last === undefined) break
    // Copies share a vector.
    const texts = [...new Map(batch.map((each) => [`${each.workspaceId} ${each.hash}`, each])).values()]
    try {
      await storeVectors(deps, served, await embedTexts(model, texts, signal), !hasAnswered)
      embedded += texts.length
    } catch (error) {
      if (!(error instanceof ModelError) || error.failure === 'refused' || signal.aborted) throw error
      if (error.failure === 'unavailable') {
        const wait = Math.max(FIRST_WAIT_MS * 2 ** failures, error.retryAfterMs ?? 0)
        if (++failures >= ATTEMPTS || wait > LONGEST_WAIT_MS) throw error
        await sleep(wait, undefined, { signal })
        continue
      }
      if (batch.length > 1) {
        width = Math.ceil(batch.length / 2)
        continue
      }
      if (!hasAnswered) await mustAnswer(model, signal)
      await storeFailure(deps, served, last, error.message)
    }
    hasAnswered = true
    failures = 0
    after = last
    width = Math.min(width * 2, model.maxTextsPerCall)
  }
  return embedded
}

/** What a piece of a passage is about. */
interface PieceVector {
  readonly workspaceId: number
  readonly hash: string
  readonly piece: number
  readonly vector: readonly number[] | undefined
}

async function embedTexts(
  model: EmbeddingModel,
  texts: readonly PendingText[],
  signal: AbortSignal,
): Promise<PieceVector[]> {
  const pieces = texts.flatMap((text) =>
    readInPieces(text, model.maxTokens).map((read, piece) => ({
      workspaceId: text.workspaceId,
      hash: text.hash,
      piece,
      read,
    })),
  )
  const made: PieceVector[] = []
  for (let start = 0; start < pieces.length; start += model.maxTextsPerCall) {
    const slice = pieces.slice(start, start + model.maxTextsPerCall)
    const vectors = await model.embed(
      slice.map(({ read }) => read),
      'passage',
      signal,
    )
    made.push(...slice.map((piece, index) => ({ ...piece, vector: vectors[index] })))
  }
  return made
}

/** Before a text is blamed: a model that takes nothing at all has another problem. */
async function mustAnswer(model: EmbeddingModel, signal: AbortSignal): Promise<void> {
  try {
    await model.embed([HARMLESS], 'passage', signal)
  } catch (cause) {
    if (cause instanceof ModelError && cause.failure !== 'unavailable') {
      throw new ModelError('refused', cause.message, { cause })
    }
    throw cause
  }
}

async function storeVectors(
  { db }: EmbedDeps,
  { id }: NumberedModel,
  made: readonly PieceVector[],
  isFirst: boolean,
): Promise<void> {
  const dimensions = made[0]?.vector?.length ?? 0
  if (isFirst) await checkDimensions(db, id, dimensions)
  // A text is done when its first piece is there: that comes last.
  const ordered = made.toSorted((a, b) => b.piece - a.piece)
  const records = ordered.map(({ workspaceId, hash, piece, vector }) => {
    const unit = toUnit(vector ?? [])
    if (unit?.length !== dimensions) throw new ModelError('unavailable', 'the model gave no usable vectors')
    return { workspace_id: workspaceId, hash: `\\x${hash}`, piece, embedding: `[${unit.join(',')}]` }
  })
  for (let start = 0; start < records.length; start += ROWS_PER_STATEMENT) {
    const slice = records.slice(start, start + ROWS_PER_STATEMENT)
    const workspaces = [...new Set(slice.map(({ workspace_id: workspace }) => workspace))].toSorted((x, y) => x - y)
    // The model may have been given up meanwhile: then its vectors are not wanted any more.
    await db.transact(async (tx) => {
      await sql`
        insert into chunk_vector (workspace_id, model_id, context_hash, piece, embedding)
        select r.workspace_id, m.id, r.hash, r.piece, r.embedding::vector
        from json_to_recordset(${JSON.stringify(slice)}::json)
          r (workspace_id int, hash bytea, piece int, embedding text)
        join embedding_model m on m.id = ${id} and m.state not in ('retired', 'dropped')
        for share of m
        on conflict (workspace_id, model_id, context_hash, piece)
          do update set embedding = excluded.embedding, failure = null, retry_at = null
      `.execute(tx)
      for (const workspaceId of workspaces) await countLibraryChange(tx, workspaceId)
    })
  }
}

async function checkDimensions(db: Database, modelId: number, dimensions: number): Promise<void> {
  if (dimensions > MOST_DIMENSIONS) {
    throw new ModelError('refused', `vectors of ${dimensions} dimensions are too long; ${MOST_DIMENSIONS} is the most`)
  }
  const { rows } = await sql<{ dimensions: number }>`
    update embedding_model set dimensions = coalesce(dimensions, ${dimensions}) where id = ${modelId}
    returning dimensions
  `.execute(db.reader)
  const stored = rows[0]?.dimensions ?? dimensions
  if (stored !== dimensions) {
    throw new ModelError('refused', `the model gave vectors of ${dimensions} dimensions, and of ${stored} before`)
  }
  await ensureVectorIndex(db.reader, modelId, dimensions)
}

async function storeFailure(
  { db, clock }: EmbedDeps,
  { id }: NumberedModel,
  { workspaceId, hash }: PendingText,
  failure: string,
): Promise<void> {
  const retryAt = new Date(clock.now() + RETRY_TEXT_AFTER_MS)
  await sql`
    insert into chunk_vector (workspace_id, model_id, context_hash, failure, retry_at)
    select ${workspaceId}::int, m.id, decode(${hash}, 'hex'), ${failure}, ${retryAt}
    from embedding_model m where m.id = ${id} and m.state not in ('retired', 'dropped')
    for share of m
    on conflict (workspace_id, model_id, context_hash, piece) do update set failure = excluded.failure, retry_at = excluded.retry_at
  `.execute(db.reader)
}
