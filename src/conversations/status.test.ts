import { expect, test } from 'vitest'
import type { ConversationStatus } from '../db/index.ts'
import { canMove, moveFrom, type Move } from './status.ts'

const STATUSES: readonly ConversationStatus[] = ['thinking', 'awaiting_user_reply', 'escalated', 'resolved', 'complete']
const MOVES: readonly Move[] = ['reply', 'answer', 'escalate', 'resolve', 'finish']

test('a conversation moves as the facts say, and in no other way', () => {
  const moves = STATUSES.flatMap((from) =>
    MOVES.flatMap((move) => {
      if (canMove(from, move)) return `${from} ${move} -> ${moveFrom(from, move)}`
      expect(() => moveFrom(from, move)).toThrow(`a conversation that is ${from} can not ${move}`)
      return []
    }),
  )
  expect(moves).toEqual([
    'thinking reply -> thinking',
    'thinking answer -> awaiting_user_reply',
    'thinking escalate -> escalated',
    'thinking resolve -> resolved',
    'thinking finish -> complete',
    'awaiting_user_reply reply -> thinking',
    'awaiting_user_reply answer -> awaiting_user_reply',
    'awaiting_user_reply escalate -> escalated',
    'awaiting_user_reply resolve -> resolved',
    'escalated finish -> complete',
    'resolved finish -> complete',
    'complete reply -> thinking',
    'complete escalate -> escalated',
  ])
})
