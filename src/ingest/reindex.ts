import { countLibraryChange, type Database } from '../db/index.ts'
import type { PageIndexer } from '../library/index.ts'

export interface ReindexResult {
  readonly indexed: number
  readonly failed: number
}

const BATCH = 20

/**
 * Indexes pages whose chunks are missing or were made by older rules, a few per transaction, until none is left that
 * can be.
 */
export async function reindexStalePages(
  db: Database,
  indexer: PageIndexer,
  signal: AbortSignal,
): Promise<ReindexResult> {
  let indexed = 0
  const failed = new Set<string>()
  for (let after: Position = { workspaceId: 0, id: 0 }; !signal.aborted;) {
    const batch = await reindexBatch(db, indexer, after)
    if (batch === undefined) break
    for (const key of batch.failed) failed.add(key)
    indexed += batch.count - batch.failed.length
    after = batch.last
  }
  return { indexed, failed: failed.size }
}

interface Position {
  readonly workspaceId: number
  readonly id: number
}

function reindexBatch(db: Database, indexer: PageIndexer, after: Position) {
  return db.transact(async (tx) => {
    const pages = await tx
      .selectFrom('page')
      .select(['workspace_id', 'id', 'source_id', 'title', 'html', 'ai_agent_availability', 'ai_copilot_availability'])
      .where(({ eb, or }) => or([eb('index_state', '=', 'stale'), eb('index_version', '<>', indexer.version)]))
      .where(({ eb, refTuple, tuple }) => eb(refTuple('workspace_id', 'id'), '>', tuple(after.workspaceId, after.id)))
      .orderBy('workspace_id')
      .orderBy('id')
      .limit(BATCH)
      .forUpdate()
      .skipLocked() // a page that is being written is being indexed
      .execute()
    const last = pages.at(-1)
    if (last === undefined) return undefined

    const failed: string[] = []
    for (const page of pages) {
      const prepared = indexer.prepare(page)
      await tx
        .updateTable('page')
        .set({
          text: prepared.text,
          language: prepared.language,
          hidden: JSON.stringify(prepared.hidden),
          index_state: 'indexed',
          index_version: indexer.version,
        })
        .where('workspace_id', '=', page.workspace_id)
        .where('id', '=', page.id)
        .execute()
      const stale = await indexer.store(tx, [
        {
          workspaceId: page.workspace_id,
          pageId: page.id,
          sourceId: page.source_id,
          agent: page.ai_agent_availability,
          copilot: page.ai_copilot_availability,
          prepared,
        },
      ])
      if (stale.size > 0) failed.push(`${page.workspace_id}/${page.id}`)
    }
    for (const id of new Set(pages.map((page) => page.workspace_id))) await countLibraryChange(tx, id)
    return { count: pages.length, failed, last: { workspaceId: last.workspace_id, id: last.id } }
  })
}
