import { sql } from 'kysely'
import type { Database } from '../db/index.ts'

/** What everything else of a workspace hangs on; what holds audiences before these. */
const ROOTS = [
  'object_type',
  'source',
  'custom_answer',
  'guidance',
  'synonym_list',
  'audience',
  'vocabulary',
  'contact',
  'event',
  'webhook',
  'attribute',
  'agent_settings',
  'erasure',
  'copilot_question',
  'export_job',
  'answer',
  'answer_passage',
] as const

/**
 * Ids that begin at 1 again. Not those of conversations, their parts, events and deliveries: clients remember them, to
 * go on where they were or to see what they have had, and would take something new for something known.
 */
const RENUMBERED = ['source', 'audience', 'page', 'contact', 'webhook', 'object_instance'] as const

/** Leaves nothing of a workspace but itself and its tokens, in one transaction. */
export async function resetWorkspace(db: Database, workspaceId: number): Promise<void> {
  await db.transact(async (tx) => {
    for (const table of ROOTS) {
      await sql`delete from ${sql.table(table)} where workspace_id = ${workspaceId}`.execute(tx)
    }
    await tx
      .updateTable('workspace')
      .set({ library_revision: 0, learned_chunk_id: 0 })
      .where('id', '=', workspaceId)
      .execute()
    if (db.can.vector) await tx.deleteFrom('chunk_vector').where('workspace_id', '=', workspaceId).execute()
    const others = await tx.selectFrom('workspace').select('id').where('id', '<>', workspaceId).limit(1).execute()
    // Workspaces share their numbers.
    if (others.length > 0) return
    for (const table of RENUMBERED) await sql`alter table ${sql.table(table)} alter column id restart`.execute(tx)
  })
  // The index's statistics still count what is gone, and would tell in the scores of what comes next.
  if (db.can.bm25) await sql`vacuum chunk`.execute(db.reader)
}
