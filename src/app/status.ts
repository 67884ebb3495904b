import { sql } from 'kysely'
import type { Database } from '../db/index.ts'
import { countProgress, type ServedModels } from '../embedding/index.ts'
import type { Api } from '../http/index.ts'
import type { Config } from './config.ts'
import { VERSION } from './version.ts'

export interface StatusDeps {
  readonly db: Database
  /** Undefined when search is lexical. */
  readonly models: ServedModels | undefined
  readonly config: Config
}

/** What is stored and how well it is indexed: counts are the workspace's. */
export const statusRoutes =
  ({ db, models, config }: StatusDeps) =>
  (app: Api): void => {
    app.get('/dorsal/v1/status', { config: { scope: 'admin' } }, async ({ workspaceId }) => {
      const { rows } = await sql<{ sources: number; pages: number; stale: number; chunks: number; unread: number }>`
        select
          (select count(*) from source where workspace_id = ${workspaceId}) as sources,
          (select count(*) from page where workspace_id = ${workspaceId}) as pages,
          (select count(*) from page where workspace_id = ${workspaceId} and index_state = 'stale') as stale,
          (select count(*) from chunk where workspace_id = ${workspaceId}) as chunks,
          (select count(*) from chunk where workspace_id = ${workspaceId} and id > (
            select learned_chunk_id from workspace where id = ${workspaceId})) as unread
      `.execute(db.reader)
      const counts = rows[0] ?? { sources: 0, pages: 0, stale: 0, chunks: 0, unread: 0 }
      return {
        sources: counts.sources,
        pages: counts.pages,
        chunks: counts.chunks,
        index: { state: counts.stale === 0 ? 'ready' : 'repairing', stale_pages: counts.stale },
        // Misspelt and compound words are told by the words that were learned.
        vocabulary: { state: counts.unread === 0 ? 'ready' : 'learning', unread_chunks: counts.unread },
        embedding: await embeddingStatus(db, models),
        database: {
          kind: config.databaseUrl === undefined ? 'embedded' : 'server',
          version: db.can.version,
          capabilities: { bm25: db.can.bm25, vector: db.can.vector },
        },
        test_kit: config.testKit,
        version: VERSION,
        api_version: '2.14',
      }
    })
  }

/** The model that serves with its backlog, and the model that is to replace it. */
async function embeddingStatus(db: Database, models: ServedModels | undefined) {
  const known = (await models?.list()) ?? []
  const serving = known.find(({ state }) => state === 'serving')
  const next = known.find(({ state }) => state !== 'serving')
  const backlog = serving === undefined ? { pending: 0, failed: 0 } : await countProgress(db.reader, serving)
  const isReady = backlog.pending === 0
  const state = serving === undefined ? 'off' : (next?.state ?? (isReady ? 'ready' : 'embedding'))
  return { model: serving?.name ?? null, ...backlog, building: next?.name ?? null, state }
}
