import { sql } from 'kysely'
import { defineColumns, duration, teammate } from '../column.ts'
import type { Dataset } from '../dataset.ts'
import { responses } from '../joins.ts'
import { DATA_COLUMNS, USER_COLUMNS } from './common-columns.ts'
import { CONVERSATIONS_BY_START } from './conversation.ts'
import { ofConversation } from './pick.ts'

const HANDLING_COLUMNS = defineColumns({
  handling_teammate_id: teammate(sql`handling.author_name`),
  teammate_handling_time: duration(sql`handling.seconds`),
  teammate_handling_time_in_office_hours: duration(),
})

export const teammateHandling: Dataset = {
  id: 'teammate_handling_conversation',
  name: 'Teammate handling time',
  description: 'How long customers waited for each teammate, conversation by conversation.',
  defaultTimeAttributeId: 'conversation_started_at',
  columns: {
    ...HANDLING_COLUMNS,
    ...ofConversation(
      'conversation_id',
      'currently_assigned_teammate_id',
      'reply_participant_teammate_ids',
      'channel',
      'conversation_started_by',
      'conversation_tag_ids',
      'currently_assigned_team_id',
      'conversation_started_at',
    ),
    ...USER_COLUMNS,
    ...DATA_COLUMNS,
  },
  hasOwnAttributes: true,
  rows: {
    ...CONVERSATIONS_BY_START,
    from: sql`conversation c cross join lateral (
      select author_name, sum(seconds_excluding_bot) as seconds from (${responses()}) response group by author_name
    ) handling`,
    order: sql`c.created_at, c.id, handling.author_name`,
  },
}
