import type { Column } from '../column.ts'
import { COMPANY_COLUMNS, DATA_COLUMNS, USER_COLUMNS } from './common-columns.ts'
import { CONVERSATION_COLUMNS } from './conversation-columns.ts'

type ConversationColumn = keyof typeof CONVERSATION_COLUMNS

/** Columns of the conversation that another dataset repeats, in this order. */
export function ofConversation(...ids: readonly ConversationColumn[]): Record<string, Column> {
  return Object.fromEntries(ids.map((id) => [id, CONVERSATION_COLUMNS[id]]))
}

/** What actions and states have alike after the columns of their own (facts §6.4). */
export const COLUMNS_AFTER_OWN: Readonly<Record<string, Column>> = {
  ...ofConversation(
    'conversation_id',
    'currently_assigned_teammate_id',
    'channel',
    'conversation_started_by',
    'conversation_tag_ids',
    'currently_assigned_team_id',
    'topics',
    'conversation_started_at',
    'reply_participant_teammate_ids',
    'last_teammate_rating',
    'fin_ai_agent_rating',
    'last_rated_teammate_id',
  ),
  ...USER_COLUMNS,
  ...COMPANY_COLUMNS,
  ...ofConversation('language'),
  ...DATA_COLUMNS,
}
