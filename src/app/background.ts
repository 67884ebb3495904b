import { sql } from 'kysely'
import type { Logger } from 'pino'
import { forgetAnswers } from '../answers/index.ts'
import { rebuildSearchIndex, type Database, type Transaction } from '../db/index.ts'
import { deleteOldEvents } from '../events/index.ts'
import { deleteOrphanVectors } from '../embedding/index.ts'
import { makePageIndexer, reindexStalePages } from '../ingest/index.ts'
import { startJobs, type Job, type JobQueue } from '../jobs/index.ts'
import type { Clock } from '../kernel/index.ts'
import type { PageToIndex } from '../library/index.ts'
import { makeLearnWords } from '../retrieval/index.ts'

export interface Background {
  /** Queues what newly indexed pages need, in their transaction. */
  onIndexed(tx: Transaction): Promise<void>
  /** Queues the repair of pages that could not be indexed, in their transaction. */
  onStale(tx: Transaction, pages: readonly PageToIndex[], cause: unknown): Promise<void>
  /** Queues a job in the transaction that causes it. */
  queue(tx: Transaction, job: Pick<Job, 'name'>): Promise<void>
  stop(): Promise<void>
}

interface BackgroundDeps {
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
  /** Makes the vectors of newly indexed pages. */
  readonly embed: Job | undefined
  /** How long answers are kept. */
  readonly answerDays: number
  /** Of other parts of the program. */
  readonly jobs: readonly Job[]
}

/** Tables whose rows come and go, or whose statistics decide how they are searched. */
const BUSY_TABLES = [
  'page',
  'chunk',
  'vocabulary',
  'contact',
  'conversation',
  'conversation_part',
  'conversation_state_change',
  'answer',
  'answer_passage',
  'event',
  'delivery',
  'object_instance',
  'object_reference',
] as const

const DAY_MS = 24 * 3_600_000

/** The work outside requests: repairing the index, keeping the database tidy, embedding. */
export async function startBackground(deps: BackgroundDeps): Promise<Background> {
  const { db, clock, log, embed, answerDays } = deps
  const reindex: Job = {
    name: 'ingest.index-stale-pages',
    schedule: '*/15 * * * *',
    async run(signal) {
      // A failure here must not queue this job once more: it is retried as a whole.
      const indexer = makePageIndexer({
        onIndexed: async () => {},
        onStale: async (_tx, pages, cause) =>
          log.error({ pages: pages.map(({ pageId }) => pageId), err: cause }, 'a page could not be indexed'),
      })
      const result = await reindexStalePages(db, indexer, signal)
      if (result.indexed + result.failed > 0) log.info(result, 'stale pages indexed')
      if (result.failed > 0) {
        if (db.can.bm25) await rebuildSearchIndex(db.reader)
        throw new Error(`${result.failed} pages could not be indexed`)
      }
    },
  }
  const maintain: Job = {
    name: 'db.maintain',
    schedule: '*/10 * * * *',
    // The embedded database has neither autovacuum nor a checkpointer; a server has both, and this costs it little.
    async run() {
      // Deleted means gone: from searches at once, from the disk by now.
      if (db.can.vector) await deleteOrphanVectors(db.reader)
      for (const table of db.can.vector ? [...BUSY_TABLES, 'chunk_vector'] : BUSY_TABLES)
        await sql`vacuum (analyze) ${sql.table(table)}`.execute(db.reader)
      if (db.syncCount() !== undefined) await sql`checkpoint`.execute(db.reader)
    },
  }
  const forget: Job = {
    name: 'events.delete-old',
    schedule: '*/10 * * * *',
    async run() {
      await deleteOldEvents(db.reader, clock.now())
    },
  }
  const forgetOldAnswers: Job = {
    name: 'answers.delete-old',
    schedule: '*/10 * * * *',
    async run() {
      await forgetAnswers(db.reader, new Date(clock.now() - answerDays * DAY_MS))
    },
  }
  const learn: Job = {
    name: 'retrieval.learn-words',
    schedule: '* * * * *',
    run: makeLearnWords({ db, clock }),
  }
  const resumed = [reindex, learn, ...(embed === undefined ? [] : [embed]), ...deps.jobs]
  const jobs = [maintain, forget, forgetOldAnswers, ...resumed]
  const queue: JobQueue = await startJobs(db, jobs, log)
  // Pages of an older program, or left stale by a crash, are found without waiting for the schedule.
  // So is what the program was at when it ended.
  await db.transact(async (tx) => {
    for (const job of resumed) await queue.send(tx, job)
  })

  return {
    async onIndexed(tx) {
      if (embed !== undefined) await queue.send(tx, embed)
    },
    async onStale(tx, pages, cause) {
      log.error({ pages: pages.map(({ pageId }) => pageId), err: cause }, 'pages saved but not indexed; a job will')
      await queue.send(tx, reindex)
    },
    queue: (tx, job) => queue.send(tx, job),
    stop: () => queue.stop(),
  }
}
