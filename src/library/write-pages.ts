import { countLibraryChange, type Transaction } from '../db/index.ts'
import { notFound, parameterInvalid, type DorsalError } from '../kernel/index.ts'
import type { AvailabilityChange, Page, PageContent, PagePush } from './page.ts'
import type { PageIndexer, PageToIndex, PreparedPage } from './page-indexer.ts'
import { contentHash, pageKey, updatePageMetadata, writePages, type PageRow, type StoredPage } from './page-store.ts'
import type { Source } from './source-store.ts'

/** What became of a pushed page. Expected refusals are values: one bad page does not stop its neighbours. */
export type WriteOutcome =
  | { readonly kind: 'created' | 'updated' | 'unchanged'; readonly page: Page }
  | { readonly kind: 'rejected'; readonly error: DorsalError }

/** A page that is to be stored, beside what is stored of it now. */
export interface PageChange {
  readonly workspaceId: number
  readonly sourceId: number
  readonly externalId: string
  readonly content: PageContent
  readonly availability: AvailabilityChange
  readonly stored: StoredPage | undefined
}

/** Pages may be written over the API only into sources that say so (facts §1.2). */
export function checkWritable(
  source: Pick<Source, 'sync_behavior'> | undefined,
  field: string | undefined,
): DorsalError | undefined {
  if (source === undefined) return notFound('Content import source', field)
  if (source.sync_behavior === 'api') return undefined
  return parameterInvalid(
    field ?? 'source_id',
    `Pages can be written over the API only in a source whose sync_behavior is api; this one is ${source.sync_behavior}`,
  )
}

/** True when the text, its headings or the rules that index them differ from what is stored. */
export function needsIndexing(change: Pick<PageChange, 'content' | 'stored'>, indexer: PageIndexer): boolean {
  const { stored } = change
  if (stored === undefined || stored.index_state === 'stale' || stored.index_version !== indexer.version) return true
  return !contentHash(change.content).equals(stored.content_hash)
}

/**
 * Stores changes with their chunks in `tx`; the caller holds the locks of their sources.
 * `prepare` gives what ingest made of a page, from before the transaction where it can.
 */
export async function applyChanges(
  tx: Transaction,
  changes: readonly PageChange[],
  indexer: PageIndexer,
  prepare: (content: PageContent) => PreparedPage,
  now: Date,
): Promise<WriteOutcome[]> {
  const outcomes: WriteOutcome[] = Array.from({ length: changes.length })
  const rows: { position: number; change: PageChange; row: PageRow }[] = []
  const changedWorkspaces = new Set<number>()
  for (const [position, change] of changes.entries()) {
    if (change.stored === undefined || needsIndexing(change, indexer)) {
      rows.push({ position, change, row: toRow(change, indexer, prepare(change.content), now) })
      continue
    }
    const page = withMetadata(change.stored, change, now)
    if (page === change.stored) {
      outcomes[position] = { kind: 'unchanged', page }
    } else {
      await updatePageMetadata(tx, page)
      changedWorkspaces.add(change.workspaceId)
      outcomes[position] = { kind: 'updated', page }
    }
  }

  for (const [workspaceId, group] of Map.groupBy(rows, ({ change }) => change.workspaceId)) {
    const ids = await writePages(
      tx,
      workspaceId,
      group.map(({ row }) => row),
    )
    const toIndex: PageToIndex[] = []
    for (const [index, { position, change, row }] of group.entries()) {
      const { prepared, content_hash: _hash, index_version: _version, ...columns } = row
      const page: Page = { ...columns, workspace_id: workspaceId, id: ids[index] ?? 0 }
      outcomes[position] = { kind: kindOf(change.stored, page), page }
      toIndex.push({
        workspaceId,
        pageId: page.id,
        sourceId: page.source_id,
        agent: page.ai_agent_availability,
        copilot: page.ai_copilot_availability,
        prepared,
      })
    }
    await indexer.store(tx, toIndex)
    changedWorkspaces.add(workspaceId)
  }
  for (const workspaceId of changedWorkspaces) await countLibraryChange(tx, workspaceId)
  return outcomes
}

export function toChange(workspaceId: number, push: PagePush, stored: StoredPage | undefined): PageChange {
  const { sourceId, externalId, availability, ...content } = push
  return { workspaceId, sourceId, externalId, content, availability, stored }
}

export function keyOf(push: Pick<PagePush, 'sourceId' | 'externalId'>): string {
  return pageKey(push.sourceId, push.externalId)
}

function toRow(change: PageChange, indexer: PageIndexer, prepared: PreparedPage, now: Date): PageRow {
  const { stored, content, availability } = change
  const hash = contentHash(content)
  const isNewContent = stored === undefined || !hash.equals(stored.content_hash)
  return {
    id: stored?.id ?? null,
    source_id: change.sourceId,
    external_id: change.externalId,
    ...content,
    ai_agent_availability: availability.agent ?? stored?.ai_agent_availability ?? false,
    ai_copilot_availability: availability.copilot ?? stored?.ai_copilot_availability ?? false,
    ai_sales_agent_availability: availability.salesAgent ?? stored?.ai_sales_agent_availability ?? false,
    revision: (stored?.revision ?? 0) + (isNewContent ? 1 : 0),
    created_at: stored?.created_at ?? now,
    // Indexing alone changes nothing that a client sees.
    updated_at: isNewContent ? now : withMetadata(stored, change, now).updated_at,
    last_ingested_at: now,
    content_hash: hash,
    index_version: indexer.version,
    prepared,
  }
}

function kindOf(stored: StoredPage | undefined, page: Page): 'created' | 'updated' | 'unchanged' {
  if (stored === undefined) return 'created'
  return page.updated_at === stored.updated_at ? 'unchanged' : 'updated'
}

/** The stored page with the change's metadata; the very same object when nothing differs. */
function withMetadata(stored: StoredPage, change: PageChange, now: Date): StoredPage {
  const next = {
    source_id: change.sourceId,
    external_id: change.externalId,
    url: change.content.url,
    locale: change.content.locale,
    ai_agent_availability: change.availability.agent ?? stored.ai_agent_availability,
    ai_copilot_availability: change.availability.copilot ?? stored.ai_copilot_availability,
    ai_sales_agent_availability: change.availability.salesAgent ?? stored.ai_sales_agent_availability,
  }
  const differs = Object.entries(next).some(([column, value]) => stored[column as keyof typeof next] !== value)
  return differs ? { ...stored, ...next, updated_at: now } : stored
}
