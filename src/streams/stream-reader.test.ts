import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FakeResponse } from '../../test/support/fake-response.ts'
import type { ConversationNews } from '../events/index.ts'
import { frameOf, OPENING } from './stream-frame.ts'
import { dueTo, StreamReader, type NewStream } from './stream-reader.ts'

const EXPIRES_AT = 1_000
const LIMIT = 3

function aReader(response: FakeResponse, after: number, stream: Partial<NewStream> = {}) {
  const grant = { workspaceId: 1, conversationId: 1, channel: 'fin_agent_api:a:b', after, expiresAt: EXPIRES_AT }
  const narrow = response as unknown as NewStream['response']
  return new StreamReader({ grant, after, response: narrow, ...stream }, 0, () => {})
}

const anEvent = (id: number) => ({ id, name: 'fin_replied', payload: `{"n":${id}}` })

/** What the log would give after this position. */
function newsAfter(ids: readonly number[], after: number, closedAtEvent: number): ConversationNews {
  const events = ids.filter((id) => id > after).map(anEvent)
  return { events: events.slice(0, LIMIT), closedAtEvent }
}

describe('a stream', () => {
  test('carries each event that is due once, in order, and ends with the turn, however the reader falls behind', () => {
    const ids = fc
      .uniqueArray(fc.integer({ min: 1, max: 40 }))
      .map((values) => values.toSorted((left, right) => left - right))
    const position = fc.integer({ min: 0, max: 40 })
    fc.assert(
      fc.property(ids, position, position, fc.integer({ min: 1, max: 5 }), (events, after, closedAt, room) => {
        const response = new FakeResponse(room)
        const reader = aReader(response, after)
        const isClosing = after < closedAt
        for (let idleRounds = 0; idleRounds < 2 && !response.writableEnded;) {
          if (reader.isReady) {
            const isMore = reader.take(newsAfter(events, reader.position.after, closedAt), LIMIT, 0)
            if (!isMore && reader.isReady) idleRounds += 1
          } else response.drain()
        }
        const due = events.filter((id) => id > after && (!isClosing || id <= closedAt))
        expect(response.written).toEqual([OPENING, ...due.map((id) => frameOf(anEvent(id)))])
        expect(response.writableEnded).toBe(isClosing)
      }),
    )
  })

  test('holds at most one event beyond what its reader takes', () => {
    const response = new FakeResponse(3)
    const reader = aReader(response, 0)
    for (let round = 0; round < 3; round++) reader.take(newsAfter([1, 2, 3, 4, 5], reader.position.after, 0), LIMIT, 0)
    expect(response.written).toHaveLength(3)
    expect(reader.waitingFor(700)).toBe(700)
    response.drain()
    expect(reader.waitingFor(700)).toBe(0)
  })

  test('ends with its token, after what is due by then', () => {
    const response = new FakeResponse(100)
    const reader = aReader(response, 0)
    reader.take(newsAfter([1], 0, 0), LIMIT, EXPIRES_AT - 1)
    expect(response.writableEnded).toBe(false)
    reader.take(newsAfter([1, 2], 1, 0), LIMIT, EXPIRES_AT)
    expect(response.written.slice(1)).toEqual([1, 2].map((id) => frameOf(anEvent(id))))
    expect(response.writableEnded).toBe(true)
  })

  test('ends when its conversation is no more', () => {
    const response = new FakeResponse(100)
    aReader(response, 0).take({ events: [], closedAtEvent: undefined }, LIMIT, 0)
    expect(response.writableEnded).toBe(true)
  })

  test('breaks after as many events as a fault says', () => {
    const response = new FakeResponse(100)
    aReader(response, 0, { faults: { dropAfterFrames: 2 } }).take(newsAfter([1, 2, 3], 0, 3), LIMIT, 0)
    expect(response.written.slice(1, 3)).toEqual([1, 2].map((id) => frameOf(anEvent(id))))
    expect(response.destroyed).toBe(true)
  })
})

test('a token issued at the very end of a turn belongs to the next one', () => {
  expect(dueTo({ after: 5 }, { events: [anEvent(6)], closedAtEvent: 5 })).toEqual({
    due: [anEvent(6)],
    isClosing: false,
  })
  expect(dueTo({ after: 4 }, { events: [anEvent(5), anEvent(6)], closedAtEvent: 5 })).toEqual({
    due: [anEvent(5)],
    isClosing: true,
  })
})
