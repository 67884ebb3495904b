import { sql } from 'kysely'
import { boolean, defineColumns, duration, team, teammate, text, timestamp } from '../column.ts'
import type { Dataset } from '../dataset.ts'
import { isClosing, isMessage } from '../joins.ts'
import { COLUMNS_AFTER_OWN } from './pick.ts'

const ACTIONS = {
  customer_reply: 'Customer reply',
  reply: 'Reply',
  note: 'Note',
  close: 'Close',
  open: 'Open',
}

/** Whether `p` is the first reply of that teammate in the conversation; null for what is no reply of a teammate. */
const first = sql`case when response.is_message and response.nth = 1 then response.seconds end`
const subsequent = sql`case when response.is_message and response.nth > 1 then response.seconds end`

const PART_COLUMNS = defineColumns({
  action_time: timestamp(sql`p.created_at`),
  action_performed_by_teammate_id: teammate(sql`case when p.author <> 'user' then p.author_name end`),
  action_team_assignee_id: team(),
  action_teammate_assignee_id: teammate(),
  teammate_mentioned_ids: teammate(),
  teammate_assignee_at_action_time: teammate(),
  action_id: text(sql`p.id`),
  action_type: text(
    sql`case p.kind when 'message' then case p.author when 'user' then 'customer_reply' else 'reply' end
      when 'note' then 'note' else p.metadata->>'state' end`,
    [],
    { labels: ACTIONS },
  ),
  response_time: duration(sql`response.seconds`, ['response']),
  response_time_in_office_hours: duration(),
  response_time_excluding_bot_inbox: duration(sql`response.seconds_excluding_bot`, ['response']),
  response_time_excluding_bot_inbox_in_office_hours: duration(),
  team_first_response_time: duration(),
  team_first_response_time_in_office_hours: duration(),
  team_subsequent_response_time: duration(),
  team_subsequent_response_time_in_office_hours: duration(),
  team_time_to_close: duration(),
  team_time_to_close_in_office_hours: duration(),
  teammate_first_response_time: duration(first, ['response']),
  teammate_first_response_time_in_office_hours: duration(),
  teammate_subsequent_response_time: duration(subsequent, ['response']),
  teammate_subsequent_response_time_in_office_hours: duration(),
  teammate_time_to_close: duration(
    sql`case when ${isClosing('p')} then extract(epoch from p.created_at - c.first_handed_over_at) end`,
  ),
  teammate_time_to_close_in_office_hours: duration(),
  action_by_automation: boolean(sql`p.author = 'fin'`),
})

export const conversationPart: Dataset = {
  id: 'consolidated_conversation_part',
  name: 'Conversation actions',
  description: 'What customers, teammates and the agent did in conversations: replies, notes, closings, openings.',
  defaultTimeAttributeId: 'action_time',
  columns: {
    ...PART_COLUMNS,
    ...COLUMNS_AFTER_OWN,
  },
  hasOwnAttributes: true,
  rows: {
    keys: ({ workspaceId, start, end }) => sql<{ key: number }>`
      select p.id as key from conversation_part p
      where p.workspace_id = ${workspaceId} and p.created_at >= ${start} and p.created_at < ${end}
        and (p.kind <> 'message' or ${isMessage('p')} or p.author = 'fin')
      order by p.created_at, p.id`,
    from: sql`conversation_part p
      join conversation c on c.workspace_id = p.workspace_id and c.id = p.conversation_id`,
    key: sql<number>`p.id`,
    workspaceId: sql<number>`p.workspace_id`,
    time: sql<Date>`p.created_at`,
    order: sql`p.created_at, p.id`,
  },
}
