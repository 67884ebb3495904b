import { sql } from 'kysely'
import type { Database } from '../db/index.ts'
import type { Api } from '../http/index.ts'
import type { Config } from './config.ts'
import type { Embedding } from './embedding.ts'
import { VERSION } from './version.ts'

export interface StatusDeps {
  readonly db: Database
  readonly embedding: Embedding | undefined
  readonly config: Config
}

/** What is stored and how well it is indexed: counts are the workspace's. */
export const statusRoutes =
  ({ db, embedding, config }: StatusDeps) =>
  (app: Api): void => {
    app.get('/dorsal/v1/status', { config: { scope: 'admin' } }, async ({ workspaceId }) => {
      const { rows } = await sql<{ sources: number; pages: number; stale: number; chunks: number }>`
        select
          (select count(*) from source where workspace_id = ${workspaceId}) as sources,
          (select count(*) from page where workspace_id = ${workspaceId}) as pages,
          (select count(*) from page where workspace_id = ${workspaceId} and index_state = 'stale') as stale,
          (select count(*) from chunk where workspace_id = ${workspaceId}) as chunks
      `.execute(db.reader)
      const counts = rows[0] ?? { sources: 0, pages: 0, stale: 0, chunks: 0 }
      return {
        sources: counts.sources,
        pages: counts.pages,
        chunks: counts.chunks,
        index: { state: counts.stale === 0 ? 'ready' : 'repairing', stale_pages: counts.stale },
        embedding: { model: embedding?.model ?? null, pending: (await embedding?.pending()) ?? 0 },
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
