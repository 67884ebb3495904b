import type { Database } from '../db/index.ts'
import type { Answer } from './answer.ts'
import { renderText } from './render.ts'

/** Keeps what a teammate asked Copilot and what it answered: reports and exports are made of it. */
export async function keepCopilotQuestion(
  db: Database,
  workspaceId: number,
  question: string,
  answer: Answer,
  now: Date,
): Promise<void> {
  const quotes = answer.status === 'answered' ? answer.quotes : []
  await db.transact((tx) =>
    tx
      .insertInto('copilot_question')
      .values({
        workspace_id: workspaceId,
        question,
        answer: answer.status === 'answered' ? renderText(answer) : null,
        page_titles: quotes.map(({ title }) => title),
        replied_at: now,
      })
      .execute(),
  )
}
