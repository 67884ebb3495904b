import { sql } from 'kysely'
import type { Transaction } from '../db/index.ts'
import type { PageToIndex } from '../library/index.ts'

/** Replaces the chunks of these pages. */
export async function replaceChunks(tx: Transaction, pages: readonly PageToIndex[]): Promise<void> {
  for (const [workspaceId, group] of Map.groupBy(pages, (page) => page.workspaceId)) {
    await deleteChunks(
      tx,
      workspaceId,
      group.map(({ pageId }) => pageId),
    )
    const rows = group.flatMap(toRows)
    if (rows.length === 0) continue
    await sql`
      insert into chunk (workspace_id, page_id, source_id, ordinal, ai_agent, ai_copilot, heading_path, start_offset,
        end_offset, text, terms, content_hash, context_hash, suspicions)
      select ${workspaceId}::int, r.page_id, r.source_id, r.ordinal, r.ai_agent, r.ai_copilot, r.heading_path,
        r.start_offset, r.end_offset, r.text, r.terms, r.content_hash, r.context_hash, r.suspicions
      from json_to_recordset(${JSON.stringify(rows)}::json) as r (
        page_id int, source_id int, ordinal int, ai_agent boolean, ai_copilot boolean, heading_path text[],
        start_offset int, end_offset int, text text, terms text, content_hash bytea, context_hash bytea, suspicions text[])
    `.execute(tx)
  }
}

export async function deleteChunks(tx: Transaction, workspaceId: number, pageIds: readonly number[]): Promise<void> {
  await tx
    .deleteFrom('chunk')
    .where('workspace_id', '=', workspaceId)
    .where('page_id', '=', sql<number>`any(${[...pageIds]}::int[])`)
    .execute()
}

/** Marks pages whose chunks could not be stored; searches leave them out until a job has indexed them. */
export async function markStale(tx: Transaction, workspaceId: number, pageIds: readonly number[]): Promise<void> {
  await tx
    .updateTable('page')
    .set({ index_state: 'stale' })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${[...pageIds]}::int[])`)
    .execute()
}

function toRows(page: PageToIndex) {
  return page.prepared.chunks.map((chunk) => ({
    page_id: page.pageId,
    source_id: page.sourceId,
    ordinal: chunk.ordinal,
    ai_agent: page.agent,
    ai_copilot: page.copilot,
    heading_path: chunk.headingPath,
    start_offset: chunk.start,
    end_offset: chunk.end,
    text: chunk.text,
    terms: chunk.terms,
    content_hash: `\\x${chunk.hash.toString('hex')}`,
    context_hash: `\\x${chunk.contextHash.toString('hex')}`,
    suspicions: chunk.suspicions,
  }))
}
