import { fromKysely, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import { afterCommit, type Database, type Transaction } from '../db/index.ts'

/** Work that is done after the transaction that asked for it. It must be safe to do twice. */
export interface Job {
  /** `module.verb-noun` */
  readonly name: string
  /** Five-field cron expression in UTC, for work that recurs. */
  readonly schedule?: string
  /** A run that takes longer is taken for dead, and done again; a quarter of an hour when left out. */
  readonly longestSeconds?: number
  /** Throwing means: try again later. */
  run(signal: AbortSignal): Promise<void>
}

export interface JobQueue {
  /** Queues the job in the caller's transaction; while it waits already, nothing is added. */
  send(tx: Transaction, job: Pick<Job, 'name'>): Promise<void>
  stop(): Promise<void>
}

const SCHEMA = 'dorsal_jobs'
const RETRY_LIMIT = 10
/** Jobs may wait a moment; each poll is a statement on what may be the only connection. */
const POLLING_SECONDS = 5
const HOUSEKEEPING_SECONDS = 60
const START_ATTEMPTS = 5
const STOP_TIMEOUT_MS = 1_000

/** Starts the queue (its tables live in the schema `dorsal_jobs`) and its workers. */
export async function startJobs(db: Database, jobs: readonly Job[], log: Logger): Promise<JobQueue> {
  // pg-boss runs its statements on our connections, so that a job can be part of the transaction that causes it.
  const boss = new PgBoss({
    db: { executeSql: (text, values) => db.pool.query(text, values) },
    schema: SCHEMA,
    cronWorkerIntervalSeconds: 30,
    flowIntervalSeconds: HOUSEKEEPING_SECONDS,
    superviseIntervalSeconds: HOUSEKEEPING_SECONDS * 5,
  })
  const stopping = new AbortController()
  const workers = new Map<string, string>()
  boss.on('error', (error) => log.error({ err: error }, 'job queue failed'))
  // Another process may be making the same tables at this moment.
  await boss.start({ attempts: START_ATTEMPTS })
  for (const job of jobs) {
    await boss.createQueue(job.name, {
      policy: 'short',
      retryLimit: RETRY_LIMIT,
      retryBackoff: true,
      retryDelay: 1,
      ...(job.longestSeconds === undefined ? {} : { expireInSeconds: job.longestSeconds }),
    })
    if (job.schedule !== undefined) await boss.schedule(job.name, job.schedule)
    const worker = await boss.work(job.name, { pollingIntervalSeconds: POLLING_SECONDS }, async (batch) => {
      const signal = AbortSignal.any([stopping.signal, ...batch.map((item) => item.signal)])
      const startedAt = performance.now()
      try {
        await job.run(signal)
        // What it left undone is done after the next start.
        if (stopping.signal.aborted) throw new Error('the program is being stopped')
        log.info({ job: job.name, ms: Math.round(performance.now() - startedAt) }, 'job done')
      } catch (error) {
        // Nobody has to look after what the end of the program cut short.
        if (stopping.signal.aborted) log.debug({ job: job.name }, 'job stopped; it is done after the next start')
        else log.warn({ job: job.name, err: error }, 'job failed; it will be tried again')
        throw error
      }
    })
    workers.set(job.name, worker)
  }
  return {
    async send(tx, job) {
      await boss.send(job.name, {}, { db: fromKysely(tx) })
      const worker = workers.get(job.name)
      // Ours begins at once; those of other processes with their next poll.
      if (worker !== undefined) afterCommit(tx, () => boss.notifyWorker(worker))
    },
    async stop() {
      stopping.abort()
      await boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS, close: false })
    },
  }
}
