import { sql } from 'kysely'
import { boolean, count, defineColumns, teammate, text, timestamp } from '../column.ts'
import type { Dataset } from '../dataset.ts'
import { COMPANY_COLUMNS, DATA_COLUMNS, USER_COLUMNS } from './common-columns.ts'
import { RATING } from './conversation-columns.ts'
import { ofConversation } from './pick.ts'

const UPDATED = sql<Date>`coalesce(c.rated_at, c.rating_requested_at)`
const group = 'conversation-rating-sent'

/** The agent asks for ratings of its own resolutions, so that it is what every rating is about. */
const RATING_COLUMNS = defineColumns({
  conversation_rating_id: text(sql`c.id`, [], { group }),
  conversation_rating_updated_at: timestamp(UPDATED),
  conversation_rating: count(RATING, [], { group }),
  conversation_rating_remark: text(sql`c.rating_remark`, [], { group }),
  last_survey_sent_action_id: text(),
  rated_teammate_id: teammate(),
  rated_chatbot_id: text(),
  rated_agent_type: text(sql`'Fin AI Agent'`),
  rating_participant_teammate_ids: teammate(sql`said.teammates`, ['said']),
  rating_participant_chatbot_ids: text(),
  rating_participant_fin_ai_agent: boolean(sql`said.fin_involved`, ['said']),
  rating_participant_agent_group: text(),
})

export const conversationRating: Dataset = {
  id: 'conversation_rating_sent',
  name: 'Conversation ratings',
  description: 'Ratings that customers were asked for, with what they gave.',
  defaultTimeAttributeId: 'conversation_rating_updated_at',
  columns: {
    ...RATING_COLUMNS,
    ...ofConversation(
      'conversation_id',
      'channel',
      'conversation_tag_ids',
      'conversation_started_by',
      'currently_assigned_teammate_id',
      'reply_participant_teammate_ids',
      'current_conversation_state',
      'currently_assigned_team_id',
      'ticket_type_id',
      'fin_ai_agent_participated',
      'fin_ai_agent_last_sent_answer_type',
      'fin_ai_agent_content_references',
      'first_closing_teammate_id',
      'first_replying_teammate_id',
      'conversation_first_response_time',
      'first_response_time_excluding_bot_inbox',
      'first_response_time_excluding_bot_inbox_in_office_hours',
      'first_response_time_in_office_hours',
      'conversation_started_at',
      'last_closing_teammate_id',
      'topics',
    ),
    ...USER_COLUMNS,
    ...COMPANY_COLUMNS,
    ...ofConversation('language'),
    ...DATA_COLUMNS,
  },
  hasOwnAttributes: true,
  rows: {
    keys: ({ workspaceId, start, end }) => sql<{ key: number }>`
      select c.id as key from conversation c
      where c.workspace_id = ${workspaceId} and c.rating_requested_at < ${end}
        and ${UPDATED} >= ${start} and ${UPDATED} < ${end}
      order by ${UPDATED}, c.id`,
    from: sql`conversation c`,
    key: sql<number>`c.id`,
    workspaceId: sql<number>`c.workspace_id`,
    time: UPDATED,
    order: sql`${UPDATED}, c.id`,
  },
}
