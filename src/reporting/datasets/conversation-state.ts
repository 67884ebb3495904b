import { sql } from 'kysely'
import { defineColumns, text, timestamp } from '../column.ts'
import type { Dataset } from '../dataset.ts'
import { STATES, stateOf } from './conversation-columns.ts'
import { COLUMNS_AFTER_OWN } from './pick.ts'

const STATE_COLUMNS = defineColumns({
  conversation_state: text(stateOf(sql`period.is_open`), [], { labels: STATES }),
  previous_conversation_state: text(
    sql`case when period.was_open is not null then ${stateOf(sql`period.was_open`)} end`,
    [],
    { labels: STATES },
  ),
  conversation_state_started_at: timestamp(sql`period.started_at`),
  conversation_state_ended_at: timestamp(sql`period.ended_at`),
})

/** The time that a conversation spent open or closed: the first period begins with it, each change begins another. */
const PERIODS = sql`(
  select workspace_id, conversation_id, is_open, started_at,
    lag(is_open) over conversation_order as was_open, lead(started_at) over conversation_order as ended_at
  from (
    select workspace_id, id as conversation_id, 0 as ordinal, true as is_open, created_at as started_at from conversation
    union all
    select workspace_id, conversation_id, id, is_open, changed_at from conversation_state_change
  ) state
  window conversation_order as (partition by workspace_id, conversation_id order by ordinal)
)`

export const conversationState: Dataset = {
  id: 'conversation_state',
  name: 'Conversation states',
  description: 'How long conversations were open and closed.',
  defaultTimeAttributeId: 'conversation_state_started_at',
  columns: {
    ...STATE_COLUMNS,
    ...COLUMNS_AFTER_OWN,
  },
  hasOwnAttributes: true,
  rows: {
    keys: ({ workspaceId, start, end }) => sql<{ key: number }>`
      select id as key from conversation
      where workspace_id = ${workspaceId} and created_at >= ${start} and created_at < ${end}
      union
      select conversation_id from conversation_state_change
      where workspace_id = ${workspaceId} and changed_at >= ${start} and changed_at < ${end}
      order by key`,
    from: sql`${PERIODS} period
      join conversation c on c.workspace_id = period.workspace_id and c.id = period.conversation_id`,
    key: sql<number>`period.conversation_id`,
    workspaceId: sql<number>`period.workspace_id`,
    time: sql<Date>`period.started_at`,
    order: sql`period.conversation_id, period.started_at`,
  },
}
