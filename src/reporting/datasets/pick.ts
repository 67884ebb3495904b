import type { Column } from '../column.ts'
import { CONVERSATION_COLUMNS } from './conversation-columns.ts'

type ConversationColumn = keyof typeof CONVERSATION_COLUMNS

/** Columns of the conversation that another dataset repeats, in this order. */
export function ofConversation(...ids: readonly ConversationColumn[]): Record<string, Column> {
  return Object.fromEntries(ids.map((id) => [id, CONVERSATION_COLUMNS[id]]))
}
