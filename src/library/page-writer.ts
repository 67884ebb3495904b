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
/** While one batch is in its transaction the next one is read and analysed. */
const MAX_BATCHES_AT_ONCE = 2

/**
 * Upserts pages by (source_id, external_id). Pushes that arrive while others are being stored share the next
 * transaction (group commit); each is acknowledged only after its transaction is durable.
 */
export class PageWriter {
  readonly #deps: PageWriterDeps
  readonly #queue: Pending[] = []
  /** Pages of the batches that are being stored. */
  readonly #storing = new Set<string>()
  #running = 0

  constructor(deps: PageWriterDeps) {
    this.#deps = deps
  }

  /** Resolves when the page is durable and searchable, or refused; rejects only when storage itself fails. */
  write(workspaceId: number, push: PagePush): Promise<WriteOutcome> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ workspaceId, push, resolve, reject })
      this.#start()
    })
  }

  #start(): void {
    if (this.#running >= MAX_BATCHES_AT_ONCE || this.#queue.length === 0) return
    this.#running++
    // Let the pushes of this turn of the event loop gather first.
    setImmediate(() => {
      void this.#drain()
    })
  }

  async #drain(): Promise<void> {
    const batch = this.#takeBatch()
    try {
      if (batch.length > 0) await this.#settle(batch)
    } finally {
      for (const pending of batch) this.#storing.delete(pageOf(pending))
      this.#running--
      // What an empty batch had to wait for starts the next one.
      if (batch.length > 0) for (let free = this.#running; free < MAX_BATCHES_AT_ONCE; free++) this.#start()
    }
  }

  /**
   * The oldest pushes of one workspace, each page at most once and none that is being stored: a page's second push must
   * see the first. Nothing overtakes, so the batch may be empty.
   */
  #takeBatch(): Pending[] {
    const first = this.#queue[0]
    if (first === undefined) return []
    const batch: Pending[] = []
    let characters = 0
    while (this.#queue.length > 0 && batch.length < MAX_BATCH_PAGES) {
      const next = this.#queue[0]
      if (next === undefined || next.workspaceId !== first.workspaceId || this.#storing.has(pageOf(next))) break
      characters += next.push.html.length
      if (batch.length > 0 && characters > MAX_BATCH_CHARACTERS) break
      this.#storing.add(pageOf(next))
      batch.push(next)
      this.#queue.shift()
    }
    return batch
  }

  async #settle(batch: readonly Pending[]): Promise<void> {
    try {
      const workspaceId = batch[0]?.workspaceId ?? 0
      const outcomes = await this.#store(
        workspaceId,
        batch.map(({ push }) => push),
      )
      for (const [index, { resolve }] of batch.entries()) resolve(outcomes[index] as WriteOutcome)
    } catch (error) {
      if (batch.length === 1) return batch[0]?.reject(error)
      // One page that the database refuses must not take its neighbours down.
      for (const pending of batch) await this.#settle([pending])
    }
  }

  async #store(workspaceId: number, pushes: readonly PagePush[]): Promise<WriteOutcome[]> {
    const { db, indexer, clock } = this.#deps
    const prepare = await this.#prepareAhead(workspaceId, pushes)
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

  /**
   * Analyses what will change before the transaction, so that it is short. A page that another writer changes in
   * between is analysed inside.
   */
  async #prepareAhead(
    workspaceId: number,
    pushes: readonly PagePush[],
  ): Promise<(content: PageContent) => PreparedPage> {
    const { db, indexer } = this.#deps
    const stored: ReadonlyMap<string, StoredPage> = await findByExternalIds(db.reader, workspaceId, pushes)
    const prepared = new Map<string, PreparedPage>()
    for (const push of pushes) {
      if (!needsIndexing({ content: push, stored: stored.get(keyOf(push)) }, indexer)) continue
      prepared.set(contentKey(push), indexer.prepare(push))
      // Other requests get their turn between pages.
      await new Promise((resolve) => setImmediate(resolve))
    }
    return (content) => prepared.get(contentKey(content)) ?? indexer.prepare(content)
  }
}

function pageOf({ workspaceId, push }: Pending): string {
  return `${workspaceId} ${keyOf(push)}`
}

function contentKey({ title, html }: PageContent): string {
  return `${title}\0${html}`
}
