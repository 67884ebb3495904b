import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Type } from 'typebox'
import type { Database, Transaction } from '../../db/index.ts'
import { atLeast, type Api } from '../../http/index.ts'
import { DorsalError, type Clock } from '../../kernel/index.ts'
import { listDatasets } from '../catalogue.ts'
import type { ExportFiles } from './export-files.ts'
import { findExport, insertExport, type ExportJob } from './export-job.ts'
import { parseEnqueue } from './parse-enqueue.ts'
import { presentDataset, presentExport } from './present.ts'

export interface ExportRouteDeps {
  readonly db: Database
  readonly clock: Clock
  readonly files: ExportFiles
  /** Queues the writing of what waits, in the transaction that adds to it. */
  readonly queueExports: (tx: Transaction) => Promise<void>
  readonly publicUrl: () => string
}

const config = { scope: 'export_reporting_data' } as const
/** Intercom lists more parameters as required; its clients do not send them (facts §6.1). */
const JobParams = Type.Object({ job_identifier: Type.String() })
const OCTETS = 'application/octet-stream'
/** From this version on attributes are listed with their qualified ids (facts §6.1). */
const QUALIFIED_SINCE = 'Preview'

/** The reporting data export (facts §6). */
export function exportRoutes({ db, clock, files, queueExports, publicUrl }: ExportRouteDeps) {
  const present = (job: ExportJob) => presentExport(job, publicUrl())

  async function requireJob(workspaceId: number, id: string): Promise<ExportJob> {
    const job = await findExport(db.reader, workspaceId, id, new Date(clock.now()))
    if (job === undefined) throw new DorsalError('not_found', notFoundMessage(id))
    return job
  }

  return (app: Api): void => {
    app.get('/export/reporting_data/get_datasets', { config }, async ({ workspaceId, apiVersion }) => {
      const datasets = await listDatasets(db.reader, workspaceId)
      const withQualified = atLeast(apiVersion, QUALIFIED_SINCE)
      return { type: 'list', data: datasets.map((dataset) => presentDataset(dataset, withQualified)) }
    })

    app.post('/export/reporting_data/enqueue', { config }, async ({ workspaceId, apiVersion, body }) => {
      const given = await parseEnqueue(db.reader, workspaceId, apiVersion, body)
      const job = await db.transact(async (tx) => {
        const inserted = await insertExport(tx, workspaceId, given, new Date(clock.now()))
        if (inserted !== undefined) await queueExports(tx)
        return inserted
      })
      if (job !== undefined) return present(job)
      throw new DorsalError('rate_limit_exceeded', 'Exceeded rate limit of 5 pending reporting dataset export jobs')
    })

    app.get(
      '/export/reporting_data/:job_identifier',
      { config, schema: { params: JobParams } },
      async ({ workspaceId, params }) => present(await requireJob(workspaceId, params.job_identifier)),
    )

    app.get(
      '/download/reporting_data/:job_identifier',
      { config, schema: { params: JobParams } },
      async (request, reply) => {
        const { workspaceId, params, headers } = request
        requireOctets(headers.accept)
        const job = await requireJob(workspaceId, params.job_identifier)
        if (job.status !== 'complete') throw notDownloadable(job)
        const file = await files.open(job.id)
        // Withdrawn at this moment, or written by a process with another data directory.
        if (file === undefined) throw new DorsalError('not_found', notFoundMessage(job.id))
        reply
          .type(OCTETS)
          .header('Content-Disposition', `attachment; filename="${job.dataset_id}-${job.id}.csv"`)
          .header('Vary', 'Accept-Encoding')
          .header('Cache-Control', 'private, no-store')
        if (acceptsGzip(headers['accept-encoding'])) return reply.header('Content-Encoding', 'gzip').send(file)
        return reply.send(gunzip(file))
      },
    )
  }
}

function notFoundMessage(id: string): string {
  return `Export job not found for identifier: ${id.slice(0, 200)}`
}

/** In the words for an unknown job, so that clients which look for those find them, and why. */
function notDownloadable({ id, status, reason }: ExportJob): DorsalError {
  const why = status === 'failed' ? `it failed: ${reason}` : 'it is not complete yet'
  return new DorsalError('not_found', `${notFoundMessage(id)} (${why})`)
}

/** Intercom demands the type (facts §6.1); a client that says nothing, or takes everything, takes this too. */
function requireOctets(accept: string | undefined): void {
  const ranges = (accept ?? '*/*').split(',').map((range) => range.split(';')[0]?.trim().toLowerCase())
  if (ranges.some((range) => range === OCTETS || range === 'application/*' || range === '*/*')) return
  throw new DorsalError('bad_request', `The Accept header must be ${OCTETS}`, { field: 'Accept', status: 406 })
}

function acceptsGzip(header: string | undefined): boolean {
  const accepted = (header ?? '').toLowerCase().split(',')
  const gzip = accepted.find((coding) => /^\s*(gzip|x-gzip)\s*(;|$)/.test(coding))
  const any = accepted.find((coding) => /^\s*\*\s*(;|$)/.test(coding))
  const coding = gzip ?? any
  return coding !== undefined && !/;\s*q=0(\.0*)?\s*$/.test(coding)
}

function gunzip(file: Readable): Readable {
  const plain = createGunzip()
  file.on('error', (error) => plain.destroy(error))
  plain.on('close', () => file.destroy())
  return file.pipe(plain)
}
