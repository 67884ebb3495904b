import { sql, type RawBuilder } from 'kysely'
import type { Channel } from '../../db/index.ts'
import type { Column } from '../column.ts'
import { CONVERSATIONS_BY_START, hasUserMessage } from '../datasets/conversation.ts'
import { CONVERSATION_COLUMNS } from '../datasets/conversation-columns.ts'
import { selectRows } from '../select-rows.ts'

/** What a report is about: the conversations that began in this time, in which the user wrote something. */
export interface ReportScope {
  readonly workspaceId: number
  readonly start: Date
  /** Not in it any more. */
  readonly end: Date
  /** Undefined: every channel. */
  readonly channel: Channel | undefined
}

/**
 * SQL of the conversations of a report, with the raw values of these columns under the given names. They are the rows and
 * the columns of the export, so that both have the same figures.
 */
export function selectConversations(
  { channel, ...range }: ReportScope,
  columns: Readonly<Record<string, Column>>,
): RawBuilder<Record<string, unknown>> {
  const wanted = { ...columns, in_channel: CONVERSATION_COLUMNS.channel }
  const selected = Object.entries(wanted).map(([as, column]) => ({ column, value: column.value ?? sql`null`, as }))
  // The rows of the export without its list of keys: a planner without statistics compares every row with every key.
  const rows = selectRows(CONVERSATIONS_BY_START, selected, { ...range, withSilent: false }, hasUserMessage())
  return channel === undefined ? rows : sql`select * from (${rows}) in_range where in_channel = ${channel}`
}

/**
 * SQL of what the agent said in each of the conversations `c`, as `p`: looked up conversation by conversation, whatever
 * the planner believes of them.
 */
export function joinSaidByAgent(workspaceId: number): RawBuilder<unknown> {
  return sql`cross join lateral (
    select * from conversation_part part
    where part.workspace_id = ${workspaceId} and part.conversation_id = c.id and part.author = 'fin'
    offset 0
  ) p`
}
