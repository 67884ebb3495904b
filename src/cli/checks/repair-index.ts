import type { Config } from '../../app/config.ts'
import { embeddedEngine, openDatabase, rebuildSearchIndex, serverEngine } from '../../db/index.ts'
import { makePageIndexer, reindexStalePages } from '../../ingest/index.ts'
import { plural } from '../terminal.ts'
import { fail, ok, type Finding } from './check.ts'

/** Builds the BM25 index again, and the chunks of pages that lack them. Chunks are derived: nothing can be lost. */
export async function repairIndex(config: Config): Promise<Finding> {
  const engine =
    config.databaseUrl === undefined
      ? await embeddedEngine({ dataDir: config.dataDir, onFatal() {} })
      : serverEngine(config.databaseUrl)
  const db = await openDatabase(engine)
  try {
    if (db.can.bm25) await rebuildSearchIndex(db.reader)
    await db.pool.query(`update page p set index_state = 'stale' where index_state = 'indexed' and not exists (
      select 1 from chunk c where c.workspace_id = p.workspace_id and c.page_id = p.id)`)
    const indexer = makePageIndexer({ onIndexed: async () => {}, onStale: async () => {} })
    const { indexed, failed } = await reindexStalePages(db, indexer, new AbortController().signal)
    return failed === 0
      ? ok('repair', `index built again, ${plural(indexed, 'page')} indexed`)
      : fail('repair', `${plural(failed, 'page')} could not be indexed; report this`)
  } finally {
    await db.close()
  }
}
