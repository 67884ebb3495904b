import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canMove, moveFrom, type Move } from '../../src/conversations/status.ts'
import type { ConversationStatus } from '../../src/db/index.ts'
import type { Reply } from '../support/test-app.ts'
import { Grammar, type Token } from './fin-grammar.ts'
import { FinWorld, QUESTIONS } from './fin-world.ts'

const SEED = 20_260_102
const RUNS = 60
const CONVERSATIONS = 2

let world: FinWorld
beforeAll(async () => {
  world = await FinWorld.open()
  await world.settings({ streaming: true, escalation: { rules: [{ name: 'Lawyer', phrases: ['my lawyer'] }] } })
  // Statuses that a conversation passes through between two looks at it are seen as well.
  const { reader } = world.app.app.db
  await sql`create table status_log (id integer generated always as identity, conversation_id integer, was text, became text)`.execute(
    reader,
  )
  await sql`create function log_status() returns trigger language plpgsql as $$ begin
    insert into status_log (conversation_id, was, became) values (new.id, old.status, new.status); return new; end $$`.execute(
    reader,
  )
  await sql`create trigger log_status after update on conversation for each row
    when (old.status is distinct from new.status) execute function log_status()`.execute(reader)
})
afterAll(() => world[Symbol.asyncDispose]())

const text = fc.constantFrom(
  QUESTIONS.refund,
  QUESTIONS.password,
  QUESTIONS.german,
  'And the money?',
  'Thanks, that helped',
  'yes',
  'no',
  'That did not help',
  'Hello',
  'I have a question',
  'I want to talk to a human',
  'I will ask my lawyer',
  'Which planet is the largest one?',
  'xqzt blorf 🙃',
  '<script>x</script>',
)
const on = fc.nat(CONVERSATIONS - 1)
const MINUTE = 60_000

type Step =
  | { kind: 'start' | 'ask' | 'reply' | 'team says' | 'escalate'; on: number; text: string }
  | { kind: 'burst'; on: number; texts: string[] }
  | { kind: 'solve'; on: number; rating: string | undefined }
  | { kind: 'again' | 'close' | 'reopen' | 'teammate' | 'note'; on: number }
  | { kind: 'rate'; on: number; rating: string; remark: string | undefined }
  | { kind: 'wait'; milliseconds: number }
  | { kind: 'idle' }

function often(weight: number, arbitrary: fc.Arbitrary<Step>) {
  return { weight, arbitrary }
}

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  often(4, fc.record({ kind: fc.constant('start'), on, text })),
  often(1, fc.record({ kind: fc.constant('ask'), on, text })),
  often(10, fc.record({ kind: fc.constant('reply'), on, text })),
  often(1, fc.record({ kind: fc.constant('team says'), on, text })),
  often(1, fc.record({ kind: fc.constant('escalate'), on, text })),
  often(2, fc.record({ kind: fc.constant('burst'), on, texts: fc.array(text, { minLength: 2, maxLength: 3 }) })),
  often(4, fc.record({ kind: fc.constantFrom('again', 'close', 'reopen', 'teammate', 'note'), on })),
  often(
    3,
    fc.record({
      kind: fc.constant('rate'),
      on,
      rating: fc.constantFrom('bad', 'amazing', 'best'),
      remark: fc.option(fc.constant('Well done'), { nil: undefined }),
    }),
  ),
  often(
    3,
    fc.record({ kind: fc.constant('wait'), milliseconds: fc.constantFrom(1, 4 * MINUTE, 5 * MINUTE, 1440 * MINUTE) }),
  ),
  often(3, fc.record({ kind: fc.constant('solve'), on, rating: fc.option(fc.constant('good'), { nil: undefined }) })),
  often(7, fc.record({ kind: fc.constant('idle') })),
)

/** A message as it was sent, to be sent again. */
interface Sent {
  readonly path: string
  readonly body: object
  readonly at: number
}

/** One conversation, and what its application was promised. */
class Talk {
  readonly id: string
  /** Messages that were taken, once each. */
  taken = 0
  /** The event after which a rating was there for sure. */
  ratedAfter: number | undefined
  last: Sent | undefined

  constructor(id: string) {
    this.id = id
  }
}

class Run {
  readonly #talks = Array.from({ length: CONVERSATIONS }, () => new Talk(world.newId()))

  async do(step: Step): Promise<void> {
    if (step.kind === 'wait') return world.app.clock.advance(step.milliseconds)
    if (step.kind === 'idle') return world.idle()
    const talk = this.#talks[step.on] as Talk
    switch (step.kind) {
      case 'start':
      case 'ask':
      case 'reply':
        return this.#send(talk, step.kind, world.body(talk.id, step.text))
      case 'team says':
        return this.#send(talk, 'reply', {
          ...world.body(talk.id, ''),
          message: world.message(step.text, { author: 'agent' }),
        })
      case 'burst':
        await Promise.all(step.texts.map((each) => this.#send(talk, 'reply', world.body(talk.id, each))))
        return
      case 'solve':
        for (const each of [QUESTIONS.refund, 'Thanks, that helped']) {
          await this.#send(talk, talk.last === undefined ? 'start' : 'reply', world.body(talk.id, each))
          await world.idle()
        }
        if (step.rating !== undefined) await this.#rate(talk, step.rating, undefined)
        return
      case 'again': {
        if (talk.last === undefined || world.app.clock.now() >= talk.last.at + 5 * MINUTE) return
        const { path, body } = talk.last
        const { taken } = talk
        await Promise.all([1, 2].map(() => this.#send(talk, path, body)))
        talk.taken = taken
        return
      }
      case 'escalate': {
        const body = { conversation_id: talk.id, message: step.text, context: 'A note' }
        return this.#send(talk, 'escalate', body)
      }
      case 'rate':
        return this.#rate(talk, step.rating, step.remark)
      case 'close':
      case 'reopen':
        return this.#asTeammate(talk, step.kind, {})
      case 'teammate':
        return this.#asTeammate(talk, 'reply', { body: 'Hello, this is Ann' })
      case 'note':
        return this.#asTeammate(talk, 'reply', { body: 'To be looked at', message_type: 'note' })
    }
  }

  async #send(talk: Talk, path: string, body: object): Promise<void> {
    const reply = await world.app.post(`/fin/${path}`, body, {
      version: ['ask', 'escalate'].includes(path) ? 'Preview' : '2.14',
    })
    if (reply.status !== 200) return expectRefusal(reply)
    talk.taken++
    if (path !== 'escalate') talk.last = { path, body, at: world.app.clock.now() }
  }

  async #rate(talk: Talk, rating: string, remark: string | undefined): Promise<void> {
    const { status } = await world.rate(talk.id, rating, remark)
    expect([200, 422]).toContain(status)
    if (status === 200) talk.ratedAfter ??= await lastEvent()
  }

  async #asTeammate(talk: Talk, action: string, body: object): Promise<void> {
    const conversation = await world.conversation(talk.id)
    if (conversation === undefined) return
    const reply = await world.app.post(`/dorsal/v1/conversations/${conversation.id}/${action}`, {
      ...body,
      teammate_name: 'Ann',
    })
    expect([200, 409]).toContain(reply.status)
  }

  async check(): Promise<void> {
    await world.idle()
    for (const talk of this.#talks) await checkTalk(talk)
  }
}

function expectRefusal({ status, body }: Reply<any>): void {
  expect({ status, code: body.errors[0].code }).toEqual({ status: 400, code: 'parameter_invalid' })
  expect(body.errors[0].message).toMatch(
    /^(Conversation not found|Fin session already exists .*|message(\.body)? is required)$/,
  )
}

async function lastEvent(): Promise<number> {
  const { rows } = await sql<{ id: number }>`select coalesce(max(id), 0) as id from event`.execute(
    world.app.app.db.reader,
  )
  return rows[0]?.id ?? 0
}

async function checkTalk(talk: Talk): Promise<void> {
  const conversation = await world.conversation(talk.id)
  if (conversation === undefined) return expect(talk.taken).toBe(0)
  const { reader } = world.app.app.db
  const id = Number(conversation.id)
  const parts = await reader
    .selectFrom('conversation_part')
    .selectAll()
    .where('conversation_id', '=', id)
    .orderBy('id')
    .execute()
  const events = await reader.selectFrom('event').selectAll().where('conversation_id', '=', id).orderBy('id').execute()
  const said = parts.filter(({ kind, metadata }) => kind === 'message' && 'after_event' in metadata)
  // Whatever was sent more than once was taken once.
  expect(said).toHaveLength(talk.taken)

  const tokens: { at: number; token: Token }[] = events.map((event) => ({
    at: event.id,
    token: { kind: 'event', event: JSON.parse(event.payload) },
  }))
  for (const [index, part] of said.entries()) {
    // What the team says is no message to the agent, unless the conversation began with it.
    if (part.author !== 'user' && index > 0) continue
    tokens.push({ at: Number(part.metadata['after_event']) + 0.5, token: { kind: 'message' } })
  }
  if (talk.ratedAfter !== undefined) tokens.push({ at: talk.ratedAfter + 0.4, token: { kind: 'rating' } })
  const { is_single_answer: isSingleAnswer } = await reader
    .selectFrom('conversation')
    .select('is_single_answer')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const unprompted = new Set(parts.filter(({ purpose }) => purpose === 'check_in').map((part) => String(part.id)))
  const grammar = new Grammar({ isSingleAnswer, unprompted })
  const ordered = tokens.toSorted((a, b) => a.at - b.at).map(({ token }) => token)
  for (const [index, token] of ordered.entries()) {
    const fault = grammar.take(token)
    if (fault !== undefined) throw new Error(`${fault}: ${JSON.stringify(ordered.slice(0, index + 1))}`)
  }
  // Nobody waits any more, and what is stored is what was told.
  expect(['awaiting_user_reply', 'complete']).toContain(grammar.state)
  expect(conversation.status).toBe(grammar.state)
  await checkMoves(id)
}

const MOVES: readonly Move[] = ['reply', 'answer', 'escalate', 'resolve', 'finish']

/** Where one move leads to; escalated and resolved are passed through, and never stored. */
function reachable(from: ConversationStatus): ConversationStatus[] {
  return MOVES.filter((move) => canMove(from, move))
    .map((move) => moveFrom(from, move))
    .map((status) => (status === 'escalated' || status === 'resolved' ? moveFrom(status, 'finish') : status))
}

async function checkMoves(id: number): Promise<void> {
  const { rows } = await sql<{ was: ConversationStatus; became: ConversationStatus }>`
    select was, became from status_log where conversation_id = ${id} order by id`.execute(world.app.app.db.reader)
  for (const { was, became } of rows) expect(reachable(was)).toContain(became)
}

test('no sequence of calls leads to an order of events that the facts exclude', async () => {
  const property = fc.asyncProperty(fc.array(anyStep, { minLength: 6, maxLength: 24 }), async (steps) => {
    const run = new Run()
    for (const each of steps) await run.do(each)
    await run.check()
  })
  await fc.assert(property, { seed: SEED, numRuns: RUNS, endOnFailure: true })
}, 300_000)
