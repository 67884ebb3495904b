import { sql } from 'kysely'
import { toAskerAttributes, type Contact } from '../contacts/index.ts'
import type { Reader } from '../db/index.ts'
import type { Asker } from '../retrieval/index.ts'
import type { QuestionKey } from './comparison.ts'

export interface AskedQuestion {
  readonly key: QuestionKey
  readonly text: string
  readonly asker: Asker
}

/** Searches take no longer ones. */
const LONGEST = 2_000

/** What people asked last, latest first, each with who asked: users in conversations, teammates of the copilot. */
export async function readAskedQuestions(db: Reader, limit: number): Promise<AskedQuestion[]> {
  const { rows } = await sql<QuestionKey & { text: string; contact: Contact | null }>`
    select * from (
      (select q.workspace_id, 'part' as kind, q.id, q.body_text as text, q.created_at as asked_at,
        (select to_jsonb(p) from contact p
          join conversation c on c.workspace_id = p.workspace_id and c.contact_id = p.id
          where c.workspace_id = q.workspace_id and c.id = q.conversation_id) as contact
      from conversation_part q
      where q.kind = 'message' and q.author = 'user' and q.body_text ~ '\\S'
      order by q.created_at desc, q.id desc limit ${limit})
      union all
      (select workspace_id, 'copilot_question', id, question, replied_at, null
      from copilot_question
      order by replied_at desc, id desc limit ${limit})
    ) asked
    order by asked_at desc, id desc
    limit ${limit}
  `.execute(db)
  return rows.map(({ workspace_id, kind, id, text, contact }) => ({
    key: { workspace_id, kind, id },
    text: text.slice(0, LONGEST),
    asker: {
      workspaceId: workspace_id,
      agent: kind === 'part' ? 'ai_agent' : 'ai_copilot',
      // The copilot's questions come from nobody in particular.
      attributes: contact === null ? {} : toAskerAttributes(contact),
      sourceIds: undefined,
    },
  }))
}

/** What was asked, by `keyOf`; what was erased meanwhile is left out. */
export async function readQuestionTexts(db: Reader, keys: readonly QuestionKey[]): Promise<Map<string, string>> {
  const { rows } = await sql<QuestionKey & { text: string }>`
    select k.workspace_id, k.kind, k.id, coalesce(part.body_text, copilot.question) as text
    from json_to_recordset(${JSON.stringify(keys)}::json) k (workspace_id int, kind text, id int)
    left join conversation_part part on k.kind = 'part' and part.workspace_id = k.workspace_id and part.id = k.id
    left join copilot_question copilot
      on k.kind = 'copilot_question' and copilot.workspace_id = k.workspace_id and copilot.id = k.id
    where coalesce(part.body_text, copilot.question) is not null
  `.execute(db)
  return new Map(rows.map((row) => [keyOf(row), row.text.slice(0, LONGEST)]))
}

export function keyOf({ workspace_id, kind, id }: QuestionKey): string {
  return `${workspace_id} ${kind} ${id}`
}
