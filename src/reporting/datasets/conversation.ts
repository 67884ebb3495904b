import { sql } from 'kysely'
import type { Dataset, DatasetRows, Range } from '../dataset.ts'
import { isMessage } from '../joins.ts'
import { COMPANY_COLUMNS, DATA_COLUMNS, USER_COLUMNS } from './common-columns.ts'
import { CONVERSATION_COLUMNS } from './conversation-columns.ts'

/** The conversations that began in the range. */
export const CONVERSATIONS_BY_START = {
  keys: (range: Range) => sql<{ key: number }>`
    select c.id as key from conversation c
    where c.workspace_id = ${range.workspaceId} and c.created_at >= ${range.start} and c.created_at < ${range.end}
      ${range.withSilent ? sql`` : sql`and ${hasUserMessage()}`}
    order by c.created_at, c.id`,
  from: sql`conversation c`,
  key: sql<number>`c.id`,
  workspaceId: sql<number>`c.workspace_id`,
  time: sql<Date>`c.created_at`,
  order: sql`c.created_at, c.id`,
} satisfies DatasetRows

/** SQL: whether the user of conversation `c` wrote something in it. */
export function hasUserMessage() {
  return sql`exists (select from conversation_part p
    where p.workspace_id = c.workspace_id and p.conversation_id = c.id and p.author = 'user' and ${isMessage('p')})`
}

export const conversation: Dataset = {
  id: 'conversation',
  name: 'Conversation',
  description: 'Conversation-level details: status, channel, assignee.',
  defaultTimeAttributeId: 'conversation_started_at',
  columns: { ...CONVERSATION_COLUMNS, ...USER_COLUMNS, ...COMPANY_COLUMNS, ...DATA_COLUMNS },
  hasOwnAttributes: true,
  rows: CONVERSATIONS_BY_START,
}
