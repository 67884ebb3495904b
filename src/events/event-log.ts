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

/** What happened in a conversation after a position. */
export interface ConversationNews {
  /** In order; the first ones, when there are more than were asked for. */
  readonly events: readonly StoredEvent[]
  /** `stream_closed_at_event` of the same moment; undefined: there is no such conversation (any more). */
  readonly closedAtEvent: number | undefined
}

/** News of the Fin Agent API after each position: one statement for any number of readers. */
export async function readAfter(
  db: Reader,
  positions: readonly EventPosition[],
  limitEach: number,
): Promise<ConversationNews[]> {
  const wanted = positions.map(({ workspaceId, conversationId, after }) => [workspaceId, conversationId, after])
  const { rows } = await sql<{ position: number; closed: number | null } & (StoredEvent | { id: null })>`
    select p.position - 1 as position, c.stream_closed_at_event as closed, e.id, e.name, e.payload
    from jsonb_array_elements(${JSON.stringify(wanted)}::jsonb) with ordinality as p (value, position)
    left join conversation c
      on c.workspace_id = (p.value ->> 0)::int and c.id = (p.value ->> 1)::int
    left join lateral (
      select id, name, payload from event
      where workspace_id = c.workspace_id and conversation_id = c.id
        and id > (p.value ->> 2)::bigint and family = 'fin_agent_api'
      order by id limit ${limitEach}
    ) e on true
    order by p.position, e.id`.execute(db)
  const news = positions.map(() => ({ events: [] as StoredEvent[], closedAtEvent: undefined as number | undefined }))
  for (const { position, closed, ...event } of rows) {
    const found = news[position]
    if (found === undefined) continue
    found.closedAtEvent = closed ?? undefined
    if (event.id !== null) found.events.push(event)
  }
  return news
}

/** The last event of a conversation before a time (milliseconds since the epoch): what comes after it is newer. 0: none. */
export async function lastEventBefore(
  db: Reader,
  { workspaceId, conversationId }: Omit<EventPosition, 'after'>,
  time: number,
): Promise<number> {
  const row = await db
    .selectFrom('event')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('created_at', '<', new Date(time))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? 0
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
