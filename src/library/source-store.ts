import { sql, type Selectable } from 'kysely'
import {
  readPage,
  type Reader,
  type Schema,
  type SourceStatus,
  type SyncBehavior,
  type Transaction,
} from '../db/index.ts'
import type { ListRequest, ListResult } from '../kernel/index.ts'

/** A content import source with the audiences that its pages inherit, ascending. */
export type Source = Selectable<Schema['source']> & { readonly audience_ids: readonly number[] }

export interface NewSource {
  readonly url: string
  readonly syncBehavior: SyncBehavior
  readonly status: SourceStatus
}

const audienceIds = sql<number[]>`array(
  select sa.audience_id from source_audience sa
  where sa.workspace_id = source.workspace_id and sa.source_id = source.id order by 1)`.as('audience_ids')

export async function insertSource(
  tx: Transaction,
  workspaceId: number,
  source: NewSource,
  now: Date,
): Promise<number> {
  const { id } = await tx
    .insertInto('source')
    .values({
      workspace_id: workspaceId,
      url: source.url,
      sync_behavior: source.syncBehavior,
      status: source.status,
      // Never null on the wire: typed clients parse it as a plain integer (facts §1.2).
      last_synced_at: now,
      created_at: now,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function findSource(
  db: Reader | Transaction,
  workspaceId: number,
  id: number,
): Promise<Source | undefined> {
  return db
    .selectFrom('source')
    .selectAll()
    .select(audienceIds)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export function listSources(db: Reader, workspaceId: number, request: ListRequest): Promise<ListResult<Source>> {
  const all = db
    .selectFrom('source')
    .selectAll()
    .select(audienceIds)
    .where('workspace_id', '=', workspaceId)
    .orderBy('id')
  return readPage(all, request)
}

/**
 * Locks sources until the transaction ends, in the order of their ids so that two writers can't wait for each other.
 * Whoever changes pages of a source holds its lock: pages of one source are written one transaction at a time.
 */
export async function lockSources(
  tx: Transaction,
  workspaceId: number,
  ids: readonly number[],
): Promise<Map<number, Selectable<Schema['source']>>> {
  const rows = await tx
    .selectFrom('source')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${[...new Set(ids)]}::int[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Notes that pages of these sources came or went now. */
export async function markSynced(
  tx: Transaction,
  workspaceId: number,
  ids: readonly number[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('source')
    .set({ last_synced_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${[...new Set(ids)]}::int[])`)
    .where('last_synced_at', '<', now)
    .execute()
}

export async function updateSource(
  tx: Transaction,
  workspaceId: number,
  id: number,
  change: NewSource,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('source')
    .set({ url: change.url, sync_behavior: change.syncBehavior, status: change.status, updated_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

export async function setSourceAudiences(
  tx: Transaction,
  workspaceId: number,
  sourceId: number,
  audiences: readonly number[],
): Promise<void> {
  await tx
    .deleteFrom('source_audience')
    .where('workspace_id', '=', workspaceId)
    .where('source_id', '=', sourceId)
    .execute()
  if (audiences.length === 0) return
  await tx
    .insertInto('source_audience')
    .values(audiences.map((id) => ({ workspace_id: workspaceId, source_id: sourceId, audience_id: id })))
    .execute()
}

/** Deletes the source and, with it, its pages, their chunks and its links to audiences. False when it is unknown. */
export async function removeSource(tx: Transaction, workspaceId: number, id: number): Promise<boolean> {
  const result = await tx
    .deleteFrom('source')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}
