import { sql } from 'kysely'
import { boolean, defineColumns, text, timestamp } from '../column.ts'
import type { Dataset } from '../dataset.ts'

/** Intercom lists the dataset; no description of its columns is public, so these are ours (facts §6.4). */
const COPILOT_COLUMNS = defineColumns({
  copilot_prompt_response_pair_id: text(sql`q.id`),
  replied_at: timestamp(sql`q.replied_at`),
  prompt: text(sql`q.question`),
  response: text(sql`q.answer`),
  is_answered: boolean(sql`q.answer is not null`),
  content_references: text(sql`nullif(array_to_string(q.page_titles, '; '), '')`),
})

export const copilotQuestion: Dataset = {
  id: 'copilot_prompt_response_pair',
  name: 'Copilot questions',
  description: 'What teammates asked Copilot, and what it answered.',
  defaultTimeAttributeId: 'replied_at',
  columns: COPILOT_COLUMNS,
  hasOwnAttributes: false,
  rows: {
    keys: ({ workspaceId, start, end }) => sql<{ key: number }>`
      select q.id as key from copilot_question q
      where q.workspace_id = ${workspaceId} and q.replied_at >= ${start} and q.replied_at < ${end}
      order by q.replied_at, q.id`,
    from: sql`copilot_question q`,
    key: sql<number>`q.id`,
    workspaceId: sql<number>`q.workspace_id`,
    time: sql<Date>`q.replied_at`,
    order: sql`q.replied_at, q.id`,
  },
}
