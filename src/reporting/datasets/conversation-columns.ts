import { sql, type RawBuilder } from 'kysely'
import { boolean, count, defineColumns, duration, team, teammate, text, timestamp } from '../column.ts'

/** Facts §6.4: files say it in words. */
export const RESOLUTIONS = {
  confirmed_resolution: 'Confirmed resolution',
  assumed_resolution: 'Assumed resolution',
  escalated: 'Escalated',
  routed_to_team: 'Routed to team',
  abandoned: 'Abandoned',
}
const CHANNELS = { fin_agent_api: 'Fin Agent API', custom_channel: 'Custom channel' }
const AUTHORS = { user: 'Customer', agent: 'Teammate', fin: 'Fin AI Agent' }

/** Codes and words of whether a conversation is open. */
export const STATES = { open: 'Open', closed: 'Closed' }
export const stateOf = (isOpen: RawBuilder<unknown>) => sql`case when ${isOpen} then 'open' else 'closed' end`

/** Null when the second came first: closed, opened again, and only then handed over. */
const seconds = (from: RawBuilder<unknown>, to: RawBuilder<unknown>) =>
  sql`case when ${to} >= ${from} then extract(epoch from ${to} - ${from}) end`

const STARTED = sql`c.created_at`
const HANDED_OVER = sql`c.first_handed_over_at`
/** 1 to 5; only the agent's resolutions are rated. */
export const RATING = sql`array_position(array['terrible', 'bad', 'ok', 'good', 'amazing'], c.rating)`

/**
 * What is known of a conversation `c`: the columns of the dataset `conversation`, which other datasets repeat beside their
 * own (facts §6.4). Those without SQL are of things that Dorsal does not have: tags, calls, tickets, office hours, ids of
 * teammates, teams, chatbots.
 */
export const CONVERSATION_COLUMNS = defineColumns({
  conversation_id: text(sql`c.id`),
  conversation_started_at: timestamp(STARTED),
  conversation_first_closed_at: timestamp(sql`closed.first_at`, ['closed']),
  conversation_last_closed_at: timestamp(sql`closed.last_at`, ['closed']),
  conversation_first_teammate_reply_at: timestamp(sql`said.first_teammate_reply_at`, ['said']),
  last_conversation_rating_updated_at: timestamp(sql`c.rated_at`),
  fin_ai_agent_rating_updated_at: timestamp(sql`c.rated_at`),
  channel: text(sql`c.channel`, [], { labels: CHANNELS }),
  last_teammate_rating: count(),
  last_teammate_rating_remark: text(),
  fin_ai_agent_rating: count(RATING),
  fin_ai_agent_rating_remark: text(sql`c.rating_remark`),
  current_conversation_state: text(stateOf(sql`c.is_open`), [], { labels: STATES }),
  conversation_tag_ids: text(),
  fin_ai_agent_involved: boolean(sql`said.fin_involved`, ['said']),
  fin_ai_agent_participated: boolean(sql`said.fin_involved`, ['said']),
  agent_type: text(
    sql`nullif(concat_ws(', ', case when said.fin_involved then 'Fin AI Agent' end,
      case when said.teammate_replies > 0 then 'Teammate' end), '')`,
    ['said'],
  ),
  conversation_first_response_time: duration(seconds(STARTED, sql`said.first_teammate_reply_at`), ['said']),
  first_response_time_excluding_bot_inbox: duration(seconds(HANDED_OVER, sql`said.first_teammate_reply_after_bot_at`), [
    'said',
  ]),
  first_response_time_excluding_bot_inbox_in_office_hours: duration(),
  first_response_time_in_office_hours: duration(),
  conversation_started_by: text(sql`said.first_author`, ['said'], { labels: AUTHORS }),
  currently_assigned_team_id: team(),
  currently_assigned_team_raw_id: team(),
  currently_assigned_teammate_id: teammate(sql`case when c.handler = 'team' then said.last_teammate end`, ['said']),
  currently_assigned_teammate_raw_id: teammate(),
  reply_participant_teammate_ids: teammate(sql`said.teammates`, ['said']),
  last_rated_teammate_id: teammate(),
  last_rated_teammate_raw_id: teammate(),
  fin_ai_agent_last_sent_answer_type: text(sql`said.last_answer_type`, ['said'], {
    labels: { ai_answer: 'AI answer', custom_answer: 'Custom answer' },
  }),
  fin_ai_agent_resolution_state: text(sql`c.resolution_state`, [], { labels: RESOLUTIONS }),
  fin_ai_agent_deflected: boolean(sql`said.fin_involved and ${HANDED_OVER} is null and said.teammate_replies = 0`, [
    'said',
  ]),
  fin_ai_agent_content_references: text(sql`used.titles`, ['used']),
  first_closing_teammate_id: teammate(sql`said.first_closer`, ['said']),
  first_replying_teammate_id: teammate(sql`said.first_teammate`, ['said']),
  last_closing_teammate_id: teammate(sql`said.last_closer`, ['said']),
  ticket_type_id: text(),
  topics: text(),
  conversation_call_types: text(),
  call_participant_teammate_ids: teammate(),
  conversation_has_calls: boolean(sql`false`),
  conversation_handling_time: duration(sql`handled.seconds`, ['handled']),
  time_from_first_assignment_to_close: duration(seconds(HANDED_OVER, sql`closed.last_at`), ['closed']),
  time_from_first_assignment_to_close_in_office_hours: duration(),
  reassignments_count: count(),
  teammate_replies_count: count(sql`said.teammate_replies`, ['said']),
  time_to_close_excluding_bot_inbox: duration(seconds(HANDED_OVER, sql`closed.last_at`), ['closed']),
  time_to_close_excluding_bot_inbox_in_office_hours: duration(),
  time_to_close_in_office_hours: duration(),
  conversation_time_to_close: duration(seconds(STARTED, sql`closed.last_at`), ['closed']),
  time_to_first_close: duration(seconds(STARTED, sql`closed.first_at`), ['closed']),
  time_to_first_close_in_office_hours: duration(),
  time_to_first_close_excluding_bot_inbox: duration(seconds(HANDED_OVER, sql`closed.first_at`), ['closed']),
  time_to_first_close_excluding_bot_inbox_in_office_hours: duration(),
  teammate_replies_to_close: count(sql`case when closed.last_at is not null then said.teammate_replies end`, [
    'said',
    'closed',
  ]),
  last_chatbot_rating_updated_at: timestamp(),
  last_chatbot_rating: count(),
  last_chatbot_rating_remark: text(),
  last_rated_chatbot_id: text(),
  is_resolved_on_first_contact: boolean(sql`case when not c.is_open then closed.reopenings = 0 end`, ['closed']),
  language: text(sql`c.language`),
})
