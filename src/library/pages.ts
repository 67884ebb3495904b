import { countLibraryChange, type Database, type Transaction } from '../db/index.ts'
import { DorsalError, notFound, type Clock, type ListRequest, type ListResult } from '../kernel/index.ts'
import type { Page, PageUpdate } from './page.ts'
import type { PageIndexer } from './page-indexer.ts'
import { findByExternalIds, findPage, listPages, lockPage, removePage, type StoredPage } from './page-store.ts'
import { lockSources, markSynced } from './source-store.ts'
import { applyChanges, checkWritable, keyOf } from './write-pages.ts'

export interface PagesDeps {
  readonly db: Database
  readonly indexer: PageIndexer
  readonly clock: Clock
}

/** Reads and changes of external pages by id; pushes by identity go through the PageWriter. */
export class Pages {
  readonly #deps: PagesDeps

  constructor(deps: PagesDeps) {
    this.#deps = deps
  }

  list(workspaceId: number, request: ListRequest): Promise<ListResult<Page>> {
    return listPages(this.#deps.db.reader, workspaceId, request)
  }

  /** @throws `not_found` */
  async get(workspaceId: number, id: number): Promise<Page> {
    const page = await findPage(this.#deps.db.reader, workspaceId, id)
    if (page === undefined) throw notFound('External page')
    return page
  }

  /**
   * Replaces a page's content (facts §1.3, PUT): its url when it is left out too; availability only where it is given.
   * @throws `not_found` for an unknown page or source, `parameter_invalid` for a source that is not `api`,
   * `data_invalid` when another page of the source has the external_id.
   */
  update(workspaceId: number, id: number, update: PageUpdate): Promise<Page> {
    const { db, indexer, clock } = this.#deps
    return db.transact(async (tx) => {
      const { stored, sources } = await lockPageAndSources(tx, workspaceId, id, [update.sourceId])
      const refused =
        checkWritable(sources.get(update.sourceId), 'source_id') ??
        checkWritable(sources.get(stored.source_id), undefined)
      if (refused !== undefined) throw refused

      const target = { sourceId: update.sourceId, externalId: update.externalId ?? stored.external_id }
      const occupant = (await findByExternalIds(tx, workspaceId, [target])).get(keyOf(target))
      if (occupant !== undefined && occupant.id !== id) {
        throw new DorsalError('data_invalid', 'external_id must be unique for the source', { field: 'external_id' })
      }
      const now = new Date(clock.now())
      const { sourceId: _source, externalId: _external, availability, ...content } = update
      const change = { workspaceId, ...target, content, availability, stored }
      const [outcome] = await applyChanges(tx, [change], indexer, (page) => indexer.prepare(page), now)
      if (outcome === undefined || outcome.kind === 'rejected') throw new Error('a checked change was not applied')
      await markSynced(tx, workspaceId, [stored.source_id, target.sourceId], now)
      return outcome.page
    })
  }

  /**
   * Deletes a page and its chunks: gone from answers when this resolves.
   * @returns the page as it was. @throws `not_found`
   */
  delete(workspaceId: number, id: number): Promise<Page> {
    const { db, clock } = this.#deps
    return db.transact(async (tx) => {
      const { stored: page } = await lockPageAndSources(tx, workspaceId, id, [])
      await removePage(tx, workspaceId, id)
      await markSynced(tx, workspaceId, [page.source_id], new Date(clock.now()))
      await countLibraryChange(tx, workspaceId)
      return page
    })
  }
}

/**
 * Locks the page after its source, as every writer does, together with other sources.
 * The page may move to another source while its own is waited for: then the locks are taken once more.
 */
async function lockPageAndSources(
  tx: Transaction,
  workspaceId: number,
  id: number,
  others: readonly number[],
): Promise<{ stored: StoredPage; sources: Awaited<ReturnType<typeof lockSources>> }> {
  for (;;) {
    const before = await findPage(tx, workspaceId, id)
    if (before === undefined) throw notFound('External page')
    const sources = await lockSources(tx, workspaceId, [before.source_id, ...others])
    const stored = await lockPage(tx, workspaceId, id)
    if (stored === undefined) throw notFound('External page')
    if (stored.source_id === before.source_id) return { stored, sources }
  }
}
