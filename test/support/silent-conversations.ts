import { sql } from 'kysely'
import type { Database } from '../../src/db/index.ts'

/** Conversations `c1`, `c2` and so on of the contact `ann`, in which nobody said anything. */
export async function fillConversations(db: Database, count: number): Promise<void> {
  await sql`insert into contact (workspace_id, role, external_id, attributes, created_at, updated_at)
    values (1, 'user', 'ann', '{}', now(), now())`.execute(db.reader)
  await sql`
    insert into conversation (workspace_id, channel, external_id, contact_id, api_version, status, handler, is_open,
      is_single_answer, turn, turn_failures, memory, attributes, stream_closed_at_event, created_at, updated_at)
    select 1, 'fin_agent_api', 'c' || n, (select max(id) from contact), '2.14', 'complete', 'agent', true,
      false, 0, 0, '{}', '{}', 0, now(), now()
    from generate_series(1, ${sql.lit(count)}) n`.execute(db.reader)
}
