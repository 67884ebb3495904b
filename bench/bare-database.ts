import { sql } from 'kysely'
import { embeddedEngine, openDatabase, type Database } from '../src/db/index.ts'
import { replaceChunks } from '../src/ingest/chunk-store.ts'
import { INGEST_VERSION, preparePage } from '../src/ingest/prepare-page.ts'
import type { PreparedPage } from '../src/library/index.ts'
import { contentHash, writePages, type PageRow } from '../src/library/page-store.ts'
import type { BenchPage } from './corpus.ts'

/** A page made ready beforehand: what is measured is the database alone. */
export interface ReadyPage {
  readonly page: BenchPage
  readonly prepared: PreparedPage
}

export function makeReady(pages: readonly BenchPage[]): ReadyPage[] {
  return pages.map((page) => ({ page, prepared: preparePage(page) }))
}

/** The same embedded PostgreSQL without the server in front of it. */
export async function openBare(dataDir: string): Promise<Database> {
  return openDatabase(
    await embeddedEngine({
      dataDir,
      onFatal(error) {
        throw error
      },
    }),
  )
}

export async function insertSource(db: Database): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into source (workspace_id, url, sync_behavior, status, last_synced_at, created_at, updated_at)
    values (1, 'https://bench.example.com', 'api', 'active', now(), now(), now()) returning id
  `.execute(db.reader)
  return rows[0]?.id ?? 0
}

/** The same rows with the same statements, one transaction a batch. */
export async function writeStraight(
  db: Database,
  sourceId: number,
  pages: readonly ReadyPage[],
  batchSize: number,
): Promise<void> {
  for (let start = 0; start < pages.length; start += batchSize) {
    const batch = pages.slice(start, start + batchSize)
    await db.transact(async (tx) => {
      const ids = await writePages(
        tx,
        1,
        batch.map(({ page, prepared }) => toRow(sourceId, page, prepared)),
      )
      await replaceChunks(
        tx,
        batch.map(({ prepared }, index) => ({
          workspaceId: 1,
          pageId: ids[index] ?? 0,
          sourceId,
          agent: true,
          copilot: true,
          prepared,
        })),
      )
    })
  }
}

function toRow(sourceId: number, page: BenchPage, prepared: PreparedPage): PageRow {
  const now = new Date()
  return {
    id: null,
    source_id: sourceId,
    external_id: page.external_id,
    title: page.title,
    html: page.html,
    url: null,
    ai_agent_availability: true,
    ai_copilot_availability: true,
    ai_sales_agent_availability: false,
    locale: 'en',
    revision: 1,
    created_at: now,
    updated_at: now,
    last_ingested_at: now,
    content_hash: contentHash(page),
    index_version: INGEST_VERSION,
    prepared,
  }
}
