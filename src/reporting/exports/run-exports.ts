import type { Logger } from 'pino'
import type { Database } from '../../db/index.ts'
import type { Job } from '../../jobs/index.ts'
import type { Clock } from '../../kernel/index.ts'
import type { ExportFiles } from './export-files.ts'
import {
  completeExport,
  deleteExpired,
  failExport,
  MAX_ATTEMPTS,
  prolongLease,
  returnExport,
  takeExport,
  withFiles,
  type ExportJob,
} from './export-job.ts'
import { readLines } from './read-lines.ts'

export interface ExportDeps {
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
  readonly files: ExportFiles
  /** IANA name; times in files are of it. */
  readonly timeZone: string
}

const PROLONG_EVERY_MS = 10_000
const LONGEST_HOURS = 24

/** Writes the files of all waiting exports, one after the other. */
export function makeExportJob(deps: ExportDeps): Job {
  return {
    name: 'reporting.write-exports',
    longestSeconds: LONGEST_HOURS * 3_600,
    async run(signal) {
      for (;;) {
        if (signal.aborted) return
        const job = await takeExport(deps.db.reader, new Date(deps.clock.now()))
        if (job === undefined) return
        await writeExport(deps, job, signal)
      }
    },
  }
}

/** Forgets exports whose time is over, and removes files that belong to none. */
export function makeSweepJob({ db, clock, files }: ExportDeps): Job {
  return {
    name: 'reporting.sweep-exports',
    schedule: '*/10 * * * *',
    async run() {
      await deleteExpired(db.reader, new Date(clock.now()))
      await files.sweep((ids) => withFiles(db.reader, ids))
    },
  }
}

/** It was withdrawn, or taken over after its lease ran out. */
class LostError extends Error {}

async function writeExport(deps: ExportDeps, job: ExportJob, signal: AbortSignal): Promise<void> {
  const { db, clock, log, files, timeZone } = deps
  const now = () => new Date(clock.now())
  let written = 0
  let prolongedAt = performance.now()
  async function onBatch(rows: number): Promise<void> {
    signal.throwIfAborted()
    written += rows
    if (performance.now() - prolongedAt < PROLONG_EVERY_MS) return
    if (!(await prolongLease(db.reader, job, now()))) throw new LostError()
    prolongedAt = performance.now()
  }
  try {
    const bytes = await files.write(job.id, job.attempts, readLines(job, { db, timeZone, onBatch }))
    const isOurs = await completeExport(db.reader, job, { rows: written, bytes }, now())
    if (!isOurs && !(await withFiles(db.reader, [job.id])).has(job.id)) await files.remove(job.id)
  } catch (error) {
    if (error instanceof LostError) return
    if (signal.aborted) {
      await returnExport(db.reader, job, false)
      return
    }
    log.error({ export: job.id, err: error }, 'an export failed')
    if (job.attempts < MAX_ATTEMPTS) await returnExport(db.reader, job, true)
    else await failExport(db.reader, job, reasonOf(error), now())
  }
}

/** What the caller may know; the log has the rest. */
function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code === 'ENOSPC'
    ? 'There is no space left on the disk of the server.'
    : 'The export could not be written; the log of the server says why.'
}
