import { sql } from 'kysely'
import type { Reader } from '../db/index.ts'

export interface StoredEvent {
  readonly id: number
  readonly name: string
  readonly payload: string
}

/** How far somebody has read a conversation's events. */
export interface EventPosition {
  readonly workspaceId: number
  readonly conversationId: number
  /** The id of the last event read. */
  readonly after: number
}

/** Events of the Fin Agent API after each position, in order: one statement for any number of readers. */
export async function readAfter(
  db: Reader,
  positions: readonly EventPosition[],
  limitEach: number,
): Promise<StoredEvent[][]> {
  const wanted = positions.map(({ workspaceId, conversationId, after }) => [workspaceId, conversationId, after])
  const { rows } = await sql<StoredEvent & { position: number }>`
    select p.position - 1 as position, e.id, e.name, e.payload
    from jsonb_array_elements(${JSON.stringify(wanted)}::jsonb) with ordinality as p (value, position)
    cross join lateral (
      select id, name, payload from event
      where workspace_id = (p.value ->> 0)::int and conversation_id = (p.value ->> 1)::int
        and id > (p.value ->> 2)::bigint and family = 'fin_agent_api'
      order by id limit ${limitEach}
    ) e
    order by p.position, e.id`.execute(db)
  const found: StoredEvent[][] = positions.map(() => [])
  for (const { position, ...event } of rows) found[position]?.push(event)
  return found
}

/** Stream-only events are of no use once the reply that they announced is there. */
const STREAM_ONLY_KEPT_MS = 10 * 60_000
/** Events older than this can't be replayed. */
const KEPT_MS = 30 * 24 * 3_600_000

/** Deletes old events with their deliveries; those that still wait to be delivered stay. @returns how many */
export async function deleteOldEvents(db: Reader, now: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from event e
    where (e.is_stream_only and e.created_at < ${new Date(now - STREAM_ONLY_KEPT_MS)})
      or (e.created_at < ${new Date(now - KEPT_MS)} and not exists (
        select 1 from delivery d
        where d.workspace_id = e.workspace_id and d.event_id = e.id and d.state = 'pending'))`.execute(db)
  return Number(numAffectedRows ?? 0n)
}
