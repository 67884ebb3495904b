import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { readPage, type Reader, type Transaction } from '../db/index.ts'
import type { ListRequest, ListResult } from '../kernel/index.ts'
import { PAGE_COLUMNS, type Page, type PageContent } from './page.ts'
import type { PreparedPage } from './page-indexer.ts'

/** A page row as it will be stored; `id` is null for a new one. */
export interface PageRow {
  readonly id: number | null
  readonly source_id: number
  readonly external_id: string
  readonly title: string
  readonly html: string
  readonly url: string | null
  readonly ai_agent_availability: boolean
  readonly ai_copilot_availability: boolean
  readonly ai_sales_agent_availability: boolean
  readonly locale: string
  readonly revision: number
  readonly created_at: Date
  readonly updated_at: Date
  readonly last_ingested_at: Date
  readonly content_hash: Buffer
  readonly index_version: number
  readonly prepared: PreparedPage
}

/** What a push is compared with. */
export type StoredPage = Page & { content_hash: Buffer; index_version: number; index_state: 'indexed' | 'stale' }

/** Equal hashes mean that nothing the index is made of has changed. */
export function contentHash({ title, html }: Pick<PageContent, 'title' | 'html'>): Buffer {
  return createHash('sha256').update(title).update('\0').update(html).digest()
}

/** Stored pages by their identity in the source, keyed `sourceId externalId`; unknown ones are absent. */
export async function findByExternalIds(
  db: Reader | Transaction,
  workspaceId: number,
  keys: readonly { sourceId: number; externalId: string }[],
): Promise<Map<string, StoredPage>> {
  const wanted = JSON.stringify(keys.map((key) => ({ source_id: key.sourceId, external_id: key.externalId })))
  const rows = await db
    .selectFrom('page')
    .innerJoin(
      sql<{ source_id: number; external_id: string }>`json_to_recordset(${wanted}::json)`.as<'k'>(
        sql`k(source_id int, external_id text)`,
      ),
      (join) => join.onRef('k.source_id', '=', 'page.source_id').onRef('k.external_id', '=', 'page.external_id'),
    )
    .where('page.workspace_id', '=', workspaceId)
    .select(PAGE_COLUMNS.map((column) => `page.${column}` as const))
    .select(['page.content_hash', 'page.index_version', 'page.index_state'])
    .execute()
  return new Map(rows.map((row) => [pageKey(row.source_id, row.external_id), row]))
}

export function pageKey(sourceId: number, externalId: string): string {
  return `${sourceId} ${externalId}`
}

export async function findPage(db: Reader | Transaction, workspaceId: number, id: number): Promise<Page | undefined> {
  return db
    .selectFrom('page')
    .select(PAGE_COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The page for a change: locked until the transaction ends. */
export async function lockPage(tx: Transaction, workspaceId: number, id: number): Promise<StoredPage | undefined> {
  return tx
    .selectFrom('page')
    .select(PAGE_COLUMNS)
    .select(['content_hash', 'index_version', 'index_state'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Newest first, as Intercom's examples show. */
export function listPages(db: Reader, workspaceId: number, request: ListRequest): Promise<ListResult<Page>> {
  const all = db.selectFrom('page').select(PAGE_COLUMNS).where('workspace_id', '=', workspaceId).orderBy('id', 'desc')
  return readPage(all, request)
}

/**
 * Writes whole rows, new and known, in one statement.
 * @returns their ids in the order of `rows`.
 */
export async function writePages(tx: Transaction, workspaceId: number, rows: readonly PageRow[]): Promise<number[]> {
  const records = rows.map(({ prepared, content_hash, ...row }) => ({
    ...row,
    content_hash: `\\x${content_hash.toString('hex')}`,
    language: prepared.language,
    text: prepared.text,
    hidden: prepared.hidden,
  }))
  const result = await sql<{ id: number; source_id: number; external_id: string }>`
    insert into page (
      workspace_id, id, source_id, external_id, title, html, url, ai_agent_availability, ai_copilot_availability,
      ai_sales_agent_availability, locale, language, text, hidden, content_hash, revision, index_state, index_version,
      content_changed_at, created_at, updated_at, last_ingested_at)
    select ${workspaceId}::int, coalesce(r.id, nextval(pg_get_serial_sequence('page', 'id'))::int), r.source_id,
      r.external_id, r.title, r.html, r.url, r.ai_agent_availability, r.ai_copilot_availability,
      r.ai_sales_agent_availability, r.locale, r.language, r.text, r.hidden, r.content_hash, r.revision, 'indexed',
      r.index_version, r.updated_at, r.created_at, r.updated_at, r.last_ingested_at
    from json_to_recordset(${JSON.stringify(records)}::json) as r (
      id int, source_id int, external_id text, title text, html text, url text, ai_agent_availability boolean,
      ai_copilot_availability boolean, ai_sales_agent_availability boolean, locale text, language text, text text,
      hidden jsonb, content_hash bytea, revision int, index_version int, created_at timestamptz,
      updated_at timestamptz, last_ingested_at timestamptz)
    on conflict (workspace_id, id) do update set
      source_id = excluded.source_id, external_id = excluded.external_id, title = excluded.title,
      html = excluded.html, url = excluded.url, ai_agent_availability = excluded.ai_agent_availability,
      ai_copilot_availability = excluded.ai_copilot_availability,
      ai_sales_agent_availability = excluded.ai_sales_agent_availability, locale = excluded.locale,
      language = excluded.language, text = excluded.text, hidden = excluded.hidden,
      content_hash = excluded.content_hash, revision = excluded.revision, index_state = excluded.index_state,
      content_changed_at = case when page.content_hash = excluded.content_hash then page.content_changed_at
        else excluded.updated_at end,
      index_version = excluded.index_version, updated_at = excluded.updated_at,
      last_ingested_at = excluded.last_ingested_at
    returning id, source_id, external_id
  `.execute(tx)
  const ids = new Map(result.rows.map((row) => [pageKey(row.source_id, row.external_id), row.id]))
  return rows.map((row) => {
    const id = ids.get(pageKey(row.source_id, row.external_id))
    if (id === undefined) throw new Error('the database did not return a written page')
    return id
  })
}

/** Changes what is not indexed content: url, locale, availability, and the place of a page. */
export async function updatePageMetadata(tx: Transaction, page: Page): Promise<void> {
  await tx
    .updateTable('page')
    .set({
      source_id: page.source_id,
      external_id: page.external_id,
      url: page.url,
      locale: page.locale,
      ai_agent_availability: page.ai_agent_availability,
      ai_copilot_availability: page.ai_copilot_availability,
      ai_sales_agent_availability: page.ai_sales_agent_availability,
      updated_at: page.updated_at,
    })
    .where('workspace_id', '=', page.workspace_id)
    .where('id', '=', page.id)
    .execute()
  await tx
    .updateTable('chunk')
    .set({
      source_id: page.source_id,
      ai_agent: page.ai_agent_availability,
      ai_copilot: page.ai_copilot_availability,
    })
    .where('workspace_id', '=', page.workspace_id)
    .where('page_id', '=', page.id)
    .where(({ or, eb }) =>
      or([
        eb('source_id', '<>', page.source_id),
        eb('ai_agent', '<>', page.ai_agent_availability),
        eb('ai_copilot', '<>', page.ai_copilot_availability),
      ]),
    )
    .execute()
}

/** Deletes the page and, with it, its chunks. */
export async function removePage(tx: Transaction, workspaceId: number, id: number): Promise<void> {
  await tx.deleteFrom('page').where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
}
