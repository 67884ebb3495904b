import { defineColumns, duration, teammate, text, timestamp, type Column } from '../column.ts'
import type { Dataset } from '../dataset.ts'
import { COMPANY_COLUMNS, DATA_COLUMNS, USER_COLUMNS } from './common-columns.ts'
import { ofConversation } from './pick.ts'

/**
 * Datasets of what Dorsal does not have: service levels, statuses of teammates, tickets, calls. They are listed with their
 * columns, and exporting one gives the header alone, so that clients which read all datasets go on working.
 */

const absent = (define: typeof text, ...ids: readonly string[]): Record<string, Column> =>
  defineColumns(Object.fromEntries(ids.map((id) => [id, define()])))

const TICKET_STATE = absent(text, 'current_ticket_custom_state_id', 'current_ticket_state_category')

const IN_TICKETS = [
  'conversation_id',
  'fin_ai_agent_rating',
  'channel',
  'conversation_tag_ids',
  'conversation_started_by',
  'currently_assigned_teammate_id',
  'reply_participant_teammate_ids',
  'last_teammate_rating',
  'last_rated_teammate_id',
] as const

const sla: Dataset = {
  id: 'conversation_sla_status_log',
  name: 'SLAs',
  description: 'Service levels of conversations, hit and missed.',
  defaultTimeAttributeId: 'sla_started_at',
  columns: {
    ...absent(teammate, 'sla_attributed_to_teammate_id'),
    ...absent(text, 'sla_id'),
    ...absent(timestamp, 'sla_started_at', 'sla_hit_at', 'sla_missed_at'),
    ...absent(text, 'sla_triggering_action_id', 'sla_metric_type'),
    ...absent(duration, 'sla_time_to_response_after_miss'),
    ...absent(text, 'sla_state'),
    ...ofConversation(
      'conversation_id',
      'currently_assigned_teammate_id',
      'reply_participant_teammate_ids',
      'channel',
      'conversation_started_by',
      'conversation_tag_ids',
      'currently_assigned_team_id',
      'topics',
      'ticket_type_id',
    ),
    ...USER_COLUMNS,
    ...DATA_COLUMNS,
  },
  hasOwnAttributes: true,
  rows: undefined,
}

const teammateStatus: Dataset = {
  id: 'admin_status_change',
  name: 'Teammate status period',
  description: 'How long teammates were active, away or reassigning.',
  defaultTimeAttributeId: 'teammate_status_period_started_at',
  columns: {
    ...absent(timestamp, 'teammate_status_period_started_at', 'teammate_status_period_ended_at'),
    ...absent(text, 'teammate_away_reason'),
    ...absent(teammate, 'teammate_status_id'),
    ...absent(text, 'teammate_status'),
  },
  hasOwnAttributes: false,
  rows: undefined,
}

const tickets: Dataset = {
  id: 'tickets',
  name: 'Tickets',
  description: 'Tickets and how they were resolved.',
  defaultTimeAttributeId: 'ticket_created_at',
  columns: {
    ...absent(timestamp, 'ticket_created_at', 'ticket_last_resolved_at'),
    ...absent(duration, 'ticket_time_to_resolve'),
    ...TICKET_STATE,
    ...absent(text, 'ticket_title', 'ticket_shared_with_customer', 'ticket_created_via'),
    ...absent(teammate, 'ticket_created_by_teammate_id', 'ticket_created_by_teammate_raw_id'),
    ...absent(teammate, 'ticket_resolved_by_teammate_id', 'ticket_resolved_by_teammate_raw_id'),
    ...absent(text, 'ticket_url', 'ticket_description', 'ticket_id'),
    ...ofConversation(
      ...IN_TICKETS,
      'currently_assigned_teammate_raw_id',
      'last_teammate_rating_remark',
      'fin_ai_agent_rating_remark',
      'current_conversation_state',
      'currently_assigned_team_id',
      'currently_assigned_team_raw_id',
      'ticket_type_id',
    ),
    ...absent(text, 'user_participant_names', 'user_participant_ids', 'user_participant_emails'),
    ...absent(timestamp, 'conversation_created_at', 'conversation_updated_at'),
    ...COMPANY_COLUMNS,
    ...USER_COLUMNS,
    ...ofConversation('language'),
    ...DATA_COLUMNS,
  },
  hasOwnAttributes: true,
  rows: undefined,
}

const ticketTimeInState: Dataset = {
  id: 'ticket_time_in_state',
  name: 'Ticket time in state',
  description: 'How long tickets were in each state.',
  defaultTimeAttributeId: 'ticket_created_at',
  columns: {
    ...absent(duration, 'ticket_time_in_state'),
    ...absent(text, 'ticket_time_in_custom_state', 'ticket_time_in_state_category'),
    ...absent(timestamp, 'ticket_created_at'),
    ...TICKET_STATE,
    ...ofConversation(
      ...IN_TICKETS,
      'last_teammate_rating_remark',
      'fin_ai_agent_rating_remark',
      'current_conversation_state',
      'currently_assigned_team_id',
      'ticket_type_id',
    ),
    ...COMPANY_COLUMNS,
    ...USER_COLUMNS,
    ...ofConversation('language'),
    ...DATA_COLUMNS,
  },
  hasOwnAttributes: true,
  rows: undefined,
}

/** No list of these datasets' columns is public (facts §6.4): a small one of our own. */
function calls(id: string, name: string, description: string, columns: Record<string, Column>): Dataset {
  return {
    id,
    name,
    description,
    defaultTimeAttributeId: 'call_started_at',
    columns: { ...absent(timestamp, 'call_started_at'), ...columns },
    hasOwnAttributes: false,
    rows: undefined,
  }
}

export const DATASETS_WITHOUT_ROWS: readonly Dataset[] = [
  sla,
  teammateStatus,
  tickets,
  ticketTimeInState,
  calls('call', 'Calls', 'Calls with customers.', {
    ...absent(text, 'call_id'),
    ...ofConversation('conversation_id'),
    ...absent(duration, 'call_duration'),
  }),
  calls('call_team_stats', 'Calls team stats', 'Calls, team by team.', absent(text, 'call_id', 'call_team_id')),
  calls('call_teammate_stats', 'Calls teammate stats', 'Calls, teammate by teammate.', {
    ...absent(text, 'call_id'),
    ...absent(teammate, 'call_teammate_id'),
  }),
]
