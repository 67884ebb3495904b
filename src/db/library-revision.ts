import { sql } from 'kysely'
import type { Reader, Transaction } from './database.ts'

/**
 * Counts a change of the library that can change an answer, in the change's own transaction: who reads a revision sees
 * every change up to it and none after. It locks the workspace's row until the commit, so it comes last: nothing is
 * waited for while others wait for this.
 */
export async function countLibraryChange(tx: Transaction, workspaceId: number): Promise<void> {
  await sql`update workspace set library_revision = library_revision + 1 where id = ${workspaceId}`.execute(tx)
}

export async function readLibraryRevision(db: Reader, workspaceId: number): Promise<number> {
  const { library_revision: revision } = await db
    .selectFrom('workspace')
    .select('library_revision')
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow()
  return revision
}
