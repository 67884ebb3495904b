import { sql } from 'kysely'
import type { Transaction } from '../db/index.ts'
import type { PageIndexer, PageToIndex } from '../library/index.ts'
import { deleteChunks, markStale, replaceChunks } from './chunk-store.ts'
import { INGEST_VERSION, preparePage } from './prepare-page.ts'

export interface PageIndexerDeps {
  /** Runs in the transaction that stored the pages, with those whose chunks are stored. */
  readonly onIndexed: (tx: Transaction, pages: readonly PageToIndex[]) => Promise<void>
  /** Runs in the transaction that stored the pages, with those that could not be indexed. */
  readonly onStale: (tx: Transaction, pages: readonly PageToIndex[], cause: unknown) => Promise<void>
}

/** The library's indexer: chunks in the page's own transaction, under a savepoint. */
export function makePageIndexer({ onIndexed, onStale }: PageIndexerDeps): PageIndexer {
  return {
    version: INGEST_VERSION,
    prepare: preparePage,
    async store(tx, pages) {
      const failure = await underSavepoint(tx, () => replaceChunks(tx, pages))
      if (failure === undefined) {
        await onIndexed(tx, pages)
        return new Set()
      }
      if (pages.length === 1) {
        await setStale(tx, pages)
        await onStale(tx, pages, failure.cause)
        return new Set(pages.map(({ pageId }) => pageId))
      }
      // One page may have failed for all: each gets its own try.
      const stale = new Set<number>()
      for (const page of pages) for (const id of await this.store(tx, [page])) stale.add(id)
      return stale
    },
  }
}

/** Undoes what `work` wrote, and nothing else, when it fails. */
async function underSavepoint(tx: Transaction, work: () => Promise<void>): Promise<{ cause: unknown } | undefined> {
  await sql`savepoint chunks`.execute(tx)
  try {
    await work()
  } catch (cause) {
    await sql`rollback to savepoint chunks`.execute(tx)
    return { cause }
  }
  await sql`release savepoint chunks`.execute(tx)
  return undefined
}

/** The chunks of the previous content go, if the index lets them; searches skip stale pages in any case. */
async function setStale(tx: Transaction, pages: readonly PageToIndex[]): Promise<void> {
  for (const { workspaceId, pageId } of pages) {
    await underSavepoint(tx, () => deleteChunks(tx, workspaceId, [pageId]))
    await markStale(tx, workspaceId, [pageId])
  }
}
