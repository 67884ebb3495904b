import { pino } from 'pino'
import { expect, test } from 'vitest'
import { FakeResponse } from '../../test/support/fake-response.ts'
import type { Reader } from '../db/index.ts'
import { EventSignal } from '../events/index.ts'
import { MovableClock } from '../kernel/index.ts'
import { OPENING, PING } from './stream-frame.ts'
import { StreamHub, type StreamLimits } from './stream-hub.ts'
import type { NewStream } from './stream-reader.ts'

const EXPIRES_AT = 180_000

function aHub(limits: Partial<StreamLimits>) {
  const clock = new MovableClock({ now: () => 0 })
  // A database that is away: streams are opened all the same.
  const db = {} as Reader
  const hub = new StreamHub({ db, signal: new EventSignal(undefined), clock, log: pino({ level: 'silent' }), limits })
  const grantOf = (workspaceId: number, conversationId: number) => {
    return { workspaceId, conversationId, channel: '', after: 0, expiresAt: EXPIRES_AT }
  }
  const open = (workspaceId: number, conversationId: number, room = 100) => {
    const response = new FakeResponse(room)
    const narrow = response as unknown as NewStream['response']
    hub.open({ grant: grantOf(workspaceId, conversationId), after: 0, response: narrow })
    return response
  }
  const hasRoom = (workspaceId: number, conversationId: number) => hub.hasRoom(grantOf(workspaceId, conversationId))
  return { hub, clock, open, hasRoom }
}

test('conversations and workspaces have limits of their own, and a closed stream makes room', () => {
  const { open, hasRoom } = aHub({ perConversation: 2, perWorkspace: 3 })
  const first = open(1, 1)
  open(1, 1)
  expect([hasRoom(1, 1), hasRoom(1, 2)]).toEqual([false, true])
  open(1, 2)
  expect([hasRoom(1, 2), hasRoom(2, 1)]).toEqual([false, true])
  first.destroy()
  expect([hasRoom(1, 1), hasRoom(1, 3)]).toEqual([true, true])
})

test('a client that left before its stream was opened takes no room', () => {
  const { hub, hasRoom } = aHub({ perWorkspace: 1 })
  const response = new FakeResponse(100)
  response.destroy()
  const grant = { workspaceId: 1, conversationId: 1, channel: '', after: 0, expiresAt: EXPIRES_AT }
  hub.open({ grant, after: 0, response: response as unknown as NewStream['response'] })
  expect(hasRoom(1, 1)).toBe(true)
})

test('only who does not take what was written in time is cut off', () => {
  const { clock, open } = aHub({ waitMs: 30_000 })
  const stuck = open(1, 1, 1)
  const slow = open(1, 2, 1)
  const quick = open(1, 3)
  clock.advance(29_999)
  slow.drain()
  expect([stuck.destroyed, slow.destroyed, quick.destroyed]).toEqual([false, false, false])
  clock.advance(1)
  expect([stuck.destroyed, slow.destroyed, quick.destroyed]).toEqual([true, false, false])
})

test('a quiet connection gets a comment every fifteen seconds', () => {
  const { clock, open } = aHub({})
  const { written } = open(1, 1)
  clock.advance(14_999)
  expect(written).toEqual([OPENING])
  clock.advance(1)
  expect(written).toEqual([OPENING, PING])
  clock.advance(14_999)
  clock.advance(1)
  expect(written).toEqual([OPENING, PING, PING])
})

test('closing ends every stream, and lets no other in', () => {
  const { hub, open, hasRoom } = aHub({})
  const streams = [open(1, 1), open(2, 1), open(1, 2, 1)]
  hub.close()
  expect(streams.map(({ writableEnded }) => writableEnded)).toEqual([true, true, true])
  expect(hasRoom(3, 3)).toBe(false)
})
