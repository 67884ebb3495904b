import { join } from 'node:path'
import type { Logger } from 'pino'
import { afterCommit, type Database, type Transaction } from '../db/index.ts'
import type { Job } from '../jobs/index.ts'
import type { Clock } from '../kernel/index.ts'
import { ExportFiles, makeExportJob, makeSweepJob, withdrawExports } from '../reporting/index.ts'
import type { Config } from './config.ts'

export interface Exports {
  readonly files: ExportFiles
  /** Writes what waits. */
  readonly job: Job
  /** Everything that is done outside of requests. */
  readonly jobs: readonly Job[]
  /** Withdraws a workspace's files, because somebody in them is erased. @returns how many */
  withdraw(tx: Transaction, workspaceId: number): Promise<number>
}

export interface ExportsDeps {
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
  readonly config: Config
}

export function makeExports({ db, clock, log, config }: ExportsDeps): Exports {
  const files = new ExportFiles(join(config.dataDir, 'exports'))
  const deps = { db, clock, log, files, timeZone: config.timeZone }
  const job = makeExportJob(deps)
  return {
    files,
    job,
    jobs: [job, makeSweepJob(deps)],
    async withdraw(tx, workspaceId) {
      const ids = await withdrawExports(tx, workspaceId, new Date(clock.now()))
      afterCommit(tx, () => {
        for (const id of ids) void files.remove(id)
      })
      return ids.length
    },
  }
}
