import type { Database } from '../db/index.ts'
import type { Clock } from '../kernel/index.ts'
import type { PageContent, PagePush } from './page.ts'
import type { PageIndexer, PreparedPage } from './page-indexer.ts'
import { findByExternalIds, type StoredPage } from './page-store.ts'
import { lockSources, markSynced } from './source-store.ts'
import { applyChanges, checkWritable, keyOf, needsIndexing, toChange, type WriteOutcome } from './write-pages.ts'

export interface PageWriterDeps {
  readonly db: Database
  readonly indexer: PageIndexer
  readonly clock: Clock
}

interface Pending {
  readonly workspaceId: number
  readonly push: PagePush
  readonly resolve: (outcome: WriteOutcome) => void
  readonly reject: (error: unknown) => void
}

/** A batch is one transaction: large enough to share its fsync, small enough not to keep searches waiting. */
const MAX_BATCH_PAGES = 32
const MAX_BATCH_CHARACTERS = 512 * 1024

/**
 * Upserts pages by (source_id, external_id). Pushes that arrive while others are being stored share the next
 * transaction (group commit); each is acknowledged only after its transaction is durable. While one batch is stored the
 * next one is analysed, so that the database and this thread both work.
 */
export class PageWriter {
  readonly #deps: PageWriterDeps
  readonly #queue: Pending[] = []
  #isRunning = false

  constructor(deps: PageWriterDeps) {
    this.#deps = deps
  }

  /** Resolves when the page is durable and searchable, or refused; rejects only when storage itself fails. */
  write(workspaceId: number, push: PagePush): Promise<WriteOutcome> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ workspaceId, push, resolve, reject })
      if (this.#isRunning) return
      this.#isRunning = true
      // Let the pushes of this turn of the event loop gather first.
      setImmediate(() => void this.#run())
    })
  }

  async #run(): Promise<void> {
    while (this.#queue.length > 0) {
      for (let ready = await this.#prepareAhead(await this.#readNext()); ready !== undefined;) {
        // Read before the transaction starts: the embedded database has one connection, and it is free just now.
        const read = await this.#readNext()
        const storing = this.#settle(ready)
        const next = await this.#prepareAhead(read)
        await storing
        ready = next
      }
    }
    this.#isRunning = false
  }

  /** The oldest pushes of one workspace, each page at most once: its second push must see the first. */
  #takeBatch(): Pending[] {
    const first = this.#queue[0]
    if (first === undefined) return []
    const batch: Pending[] = []
    const keys = new Set<string>()
    let characters = 0
    while (this.#queue.length > 0 && batch.length < MAX_BATCH_PAGES) {
      const next = this.#queue[0]
      if (next === undefined || next.workspaceId !== first.workspaceId || keys.has(keyOf(next.push))) break
      characters += next.push.html.length
      if (batch.length > 0 && characters > MAX_BATCH_CHARACTERS) break
      keys.add(keyOf(next.push))
      batch.push(next)
      this.#queue.shift()
    }
    return batch
  }

  /** Never rejects: what goes wrong is told to those who pushed. */
  async #settle({ batch, prepare }: ReadyBatch): Promise<void> {
    try {
      const workspaceId = batch[0]?.workspaceId ?? 0
      const pushes = batch.map(({ push }) => push)
      const outcomes = await this.#store(workspaceId, pushes, prepare)
      for (const [index, { resolve }] of batch.entries()) resolve(outcomes[index] as WriteOutcome)
    } catch (error) {
      if (batch.length === 1) return batch[0]?.reject(error)
      // One page that the database refuses must not take its neighbours down.
      for (const pending of batch) await this.#settle({ batch: [pending], prepare })
    }
  }

  async #store(
    workspaceId: number,
    pushes: readonly PagePush[],
    prepare: ReadyBatch['prepare'],
  ): Promise<WriteOutcome[]> {
    const { db, indexer, clock } = this.#deps
    return db.transact(async (tx) => {
      const sources = await lockSources(
        tx,
        workspaceId,
        pushes.map(({ sourceId }) => sourceId),
      )
      const outcomes: WriteOutcome[] = Array.from({ length: pushes.length })
      const accepted: number[] = []
      for (const [position, push] of pushes.entries()) {
        const error = checkWritable(sources.get(push.sourceId), 'source_id')
        if (error === undefined) accepted.push(position)
        else outcomes[position] = { kind: 'rejected', error }
      }
      if (accepted.length === 0) return outcomes

      const acceptedPushes = accepted.map((position) => pushes[position] as PagePush)
      const stored = await findByExternalIds(tx, workspaceId, acceptedPushes)
      const now = new Date(clock.now())
      const changes = acceptedPushes.map((push) => toChange(workspaceId, push, stored.get(keyOf(push))))
      const written = await applyChanges(tx, changes, indexer, prepare, now)
      for (const [index, position] of accepted.entries()) outcomes[position] = written[index] as WriteOutcome
      await markSynced(
        tx,
        workspaceId,
        acceptedPushes.map(({ sourceId }) => sourceId),
        now,
      )
      return outcomes
    })
  }

  /** The next batch beside what is stored of it now; undefined when nothing waits. */
  async #readNext(): Promise<ReadBatch | undefined> {
    const batch = this.#takeBatch()
    const first = batch[0]
    if (first === undefined) return undefined
    try {
      const pushes = batch.map(({ push }) => push)
      return { batch, stored: await findByExternalIds(this.#deps.db.reader, first.workspaceId, pushes) }
    } catch {
      return { batch, stored: new Map() } // the transaction will meet the same trouble and report it
    }
  }

  /**
   * Analyses what will change before the transaction, so that it is short. A page that another writer changes in
   * between is analysed inside.
   */
  async #prepareAhead(read: ReadBatch | undefined): Promise<ReadyBatch | undefined> {
    if (read === undefined) return undefined
    const { indexer } = this.#deps
    const prepared = new Map<string, PreparedPage>()
    for (const { push } of read.batch) {
      if (!needsIndexing({ content: push, stored: read.stored.get(keyOf(push)) }, indexer)) continue
      try {
        prepared.set(contentKey(push), indexer.prepare(push))
      } catch {
        // It fails once more inside the transaction, where only this page's client is told.
      }
      // Other requests get their turn between pages.
      await new Promise((resolve) => setImmediate(resolve))
    }
    const prepare = (content: PageContent) => prepared.get(contentKey(content)) ?? indexer.prepare(content)
    return { batch: read.batch, prepare }
  }
}

interface ReadBatch {
  readonly batch: readonly Pending[]
  readonly stored: ReadonlyMap<string, StoredPage>
}

interface ReadyBatch {
  readonly batch: readonly Pending[]
  /** What ingest makes of a page's content: made ahead where it could be. */
  readonly prepare: (content: PageContent) => PreparedPage
}

function contentKey({ title, html }: PageContent): string {
  return `${title}\0${html}`
}
