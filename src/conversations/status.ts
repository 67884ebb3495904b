import type { ConversationStatus } from '../db/index.ts'

/** What can happen to a conversation, as far as its status goes. */
export type Move = 'reply' | 'answer' | 'escalate' | 'resolve' | 'finish'

/**
 * The whole status machine of the Fin Agent API (facts §4.1, §4.3, §4.5, §7.5). `escalated` and `resolved` are passed
 * through: `complete` follows in the same transaction, and control is back with the application. A reply to a complete
 * conversation opens it again, which Intercom leaves open.
 */
const MOVES: Readonly<Record<ConversationStatus, Readonly<Partial<Record<Move, ConversationStatus>>>>> = {
  thinking: {
    reply: 'thinking',
    answer: 'awaiting_user_reply',
    escalate: 'escalated',
    resolve: 'resolved',
    finish: 'complete',
  },
  awaiting_user_reply: {
    reply: 'thinking',
    // A message because nobody wrote.
    answer: 'awaiting_user_reply',
    escalate: 'escalated',
    resolve: 'resolved',
  },
  escalated: { finish: 'complete' },
  resolved: { finish: 'complete' },
  complete: { reply: 'thinking', escalate: 'escalated' },
}

export function canMove(from: ConversationStatus, move: Move): boolean {
  return MOVES[from][move] !== undefined
}

/** @throws Error for a move that the table does not have: a bug of the caller. */
export function moveFrom(from: ConversationStatus, move: Move): ConversationStatus {
  const to = MOVES[from][move]
  if (to === undefined) throw new Error(`a conversation that is ${from} can not ${move}`)
  return to
}
