import { randomBytes } from 'node:crypto'
import { sql, type Selectable } from 'kysely'
import type { Database, Reader, Schema, Transaction } from '../../db/index.ts'
import type { NewExport } from './parse-enqueue.ts'

export type ExportJob = Selectable<Schema['export_job']>

/** Of a workspace, waiting or being written (facts §6.1). */
const MAX_PENDING = 5
/** Content exports live two days after completion; for these nothing is documented (facts §6.1). */
const LIFETIME_MS = 2 * 86_400_000
/** A process that was killed is not waited for longer. */
const LEASE_MS = 60_000
export const MAX_ATTEMPTS = 3

/** @returns undefined when the workspace has as many pending jobs as it may */
export async function insertExport(
  tx: Transaction,
  workspaceId: number,
  given: NewExport,
  now: Date,
): Promise<ExportJob | undefined> {
  // Requests at the same moment count one after the other.
  await tx.selectFrom('workspace').select('id').where('id', '=', workspaceId).forUpdate().execute()
  const { pending } = await tx
    .selectFrom('export_job')
    .select(sql<number>`count(*)`.as('pending'))
    .where('workspace_id', '=', workspaceId)
    .where('status', 'in', ['pending', 'in_progress'])
    .executeTakeFirstOrThrow()
  if (pending >= MAX_PENDING) return undefined
  return tx
    .insertInto('export_job')
    .values({
      workspace_id: workspaceId,
      id: randomBytes(16).toString('hex'),
      dataset_id: given.datasetId,
      attribute_ids: [...given.attributeIds],
      start_time: given.start,
      end_time: given.end,
      api_version: given.apiVersion,
      status: 'pending',
      attempts: 0,
      created_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** An expired one is not found any more. */
export async function findExport(
  db: Reader,
  workspaceId: number,
  id: string,
  now: Date,
): Promise<ExportJob | undefined> {
  return db
    .selectFrom('export_job')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where(({ or, eb }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .executeTakeFirst()
}

/** Takes the oldest job that nobody is writing. */
export async function takeExport(db: Reader, now: Date): Promise<ExportJob | undefined> {
  const { rows } = await sql<ExportJob>`
    update export_job set status = 'in_progress', attempts = attempts + 1, leased_until = ${leaseFrom(now)}
    where id = (
      select id from export_job
      where status in ('pending', 'in_progress') and (leased_until is null or leased_until <= ${now})
      order by created_at, id limit 1 for update skip locked)
    returning *`.execute(db)
  return rows[0]
}

function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS)
}

/** What ends the time of a taken job, or prolongs it. */
type Taken = Pick<ExportJob, 'id' | 'attempts'>

/** @returns false when the job is not ours any more: what it wrote must not be shown */
export function prolongLease(db: Reader, job: Taken, now: Date): Promise<boolean> {
  return change(db, job, { leased_until: leaseFrom(now) })
}

export function completeExport(
  db: Reader,
  job: Taken,
  file: { readonly rows: number; readonly bytes: number },
  now: Date,
): Promise<boolean> {
  return change(db, job, {
    status: 'complete',
    row_count: file.rows,
    file_bytes: file.bytes,
    leased_until: null,
    completed_at: now,
    expires_at: new Date(now.getTime() + LIFETIME_MS),
  })
}

export function failExport(db: Reader, job: Taken, reason: string, now: Date): Promise<boolean> {
  return change(db, job, {
    status: 'failed',
    reason,
    leased_until: null,
    completed_at: now,
    expires_at: new Date(now.getTime() + LIFETIME_MS),
  })
}

/** Lets it be taken again. @param isCounted false when being stopped says nothing about the job */
export function returnExport(db: Reader, job: Taken, isCounted: boolean): Promise<boolean> {
  const attempts = isCounted ? job.attempts : job.attempts - 1
  return change(db, job, { status: 'pending', attempts, leased_until: null })
}

async function change(db: Reader, { id, attempts }: Taken, values: Partial<ExportJob>): Promise<boolean> {
  const changed = await db
    .updateTable('export_job')
    .set(values)
    .where('id', '=', id)
    .where('status', '=', 'in_progress')
    .where('attempts', '=', attempts)
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}

/** Ends the leases of a process that is gone. Only where no other process can hold any. */
export async function releaseExports(db: Database): Promise<void> {
  await db.reader.updateTable('export_job').set({ leased_until: null }).where('leased_until', 'is not', null).execute()
}

/**
 * Files hold what a person left behind: when one is erased, finished files of the workspace go, and those being written
 * are written again.
 * @returns the jobs whose files have to go
 */
export async function withdrawExports(tx: Transaction, workspaceId: number, now: Date): Promise<string[]> {
  await tx
    .updateTable('export_job')
    .set({ status: 'pending', leased_until: null, attempts: sql`attempts + 1` })
    .where('workspace_id', '=', workspaceId)
    .where('status', '=', 'in_progress')
    .execute()
  const withdrawn = await tx
    .updateTable('export_job')
    .set({
      status: 'failed',
      reason: 'A contact was erased after this export, and its file with them. Enqueue it again.',
      completed_at: now,
    })
    .where('workspace_id', '=', workspaceId)
    .where('status', '=', 'complete')
    .returning('id')
    .execute()
  return withdrawn.map(({ id }) => id)
}

/** Forgets jobs whose time is over. */
export async function deleteExpired(db: Reader, now: Date): Promise<void> {
  await db.deleteFrom('export_job').where('expires_at', '<=', now).execute()
}

/** Of these jobs, those whose files may be downloaded or are being written. */
export async function withFiles(db: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const jobs = await db
    .selectFrom('export_job')
    .select('id')
    .where('id', '=', sql<string>`any(${[...ids]}::text[])`)
    .where('status', 'in', ['in_progress', 'complete'])
    .execute()
  return new Set(jobs.map(({ id }) => id))
}
