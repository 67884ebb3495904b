import { sql } from 'kysely'
import type { Channel, Database } from '../db/index.ts'
import type { DueWork } from '../jobs/index.ts'
import type { Clock } from '../kernel/index.ts'
import type { AttachmentReader } from '../attachments/index.ts'
import { readWaitingAttachments } from './attachments.ts'
import { openAnswerStream } from './answer-stream.ts'
import type { Chronicle } from './chronicle.ts'
import { concludeTurn } from './conclude-turn.ts'
import type { Conversation, Part } from './conversation.ts'
import { updateConversation } from './conversation-store.ts'
import { listAttachments, listParts, type AttachmentSummary } from './part-store.ts'
import { findScene, lockScene } from './scene.ts'
import type { TurnContext, TurnOutcome, TurnPolicy } from './turn-outcome.ts'

export interface TurnWorkDeps {
  readonly db: Database
  readonly clock: Clock
  readonly chronicle: Chronicle
  readonly policies: Readonly<Record<Channel, TurnPolicy>>
  /** What the agent does when it could not decide a turn after all attempts. */
  readonly giveUp: TurnPolicy
  readonly readAttachment: AttachmentReader
}

interface DueTurn {
  readonly workspaceId: number
  readonly conversationId: number
  readonly failures: number
}

const WIDTH = 8
const LEASE_MS = 60_000
/** Messages that are looked back at. */
const HISTORY = 30
const ATTEMPTS = 3
const RETRY_MS = 2_000

/** Answers conversations that the agent owes an answer. A crash loses nothing: the conversation still says so. */
export function makeTurnWork(deps: TurnWorkDeps): DueWork<DueTurn> {
  const { db, clock } = deps
  return {
    name: 'conversations.answer-turn',
    width: WIDTH,
    async take(limit) {
      const now = new Date(clock.now())
      const { rows } = await sql<{ workspace_id: number; id: number; turn_failures: number }>`
        update conversation set turn_leased_until = ${new Date(now.getTime() + LEASE_MS)}
        where (workspace_id, id) in (
          select workspace_id, id from conversation
          where turn_due_at <= ${now} and (turn_leased_until is null or turn_leased_until <= ${now})
          order by turn_due_at limit ${limit} for update skip locked)
        returning workspace_id, id, turn_failures`.execute(db.reader)
      return rows.map((row) => ({ workspaceId: row.workspace_id, conversationId: row.id, failures: row.turn_failures }))
    },
    async nextDueAt() {
      const { rows } = await sql<{ at: Date | null }>`
        select min(greatest(turn_due_at, coalesce(turn_leased_until, turn_due_at))) as at
        from conversation where turn_due_at is not null`.execute(db.reader)
      return rows[0]?.at?.getTime()
    },
    async handle(due, signal) {
      const lease = keepLease(deps, due)
      try {
        await answerTurn(deps, due, signal)
      } catch (error) {
        await lease.end()
        // Being stopped says nothing about the turn.
        await (signal.aborted ? release(deps, due) : postpone(deps, due))
        throw error
      } finally {
        await lease.end()
      }
    },
  }
}

/** A turn may take longer than its lease, when a model writes the answer: who is at it holds it. */
function keepLease(deps: TurnWorkDeps, due: DueTurn): { end(): Promise<void> } {
  let renewed = Promise.resolve()
  const renew = () => {
    renewed = renewed.then(() => renewLease(deps, due))
  }
  const timer = setInterval(renew, LEASE_MS / 3)
  const stopMoving = deps.clock.onMove?.(renew)
  return {
    end() {
      clearInterval(timer)
      stopMoving?.()
      return renewed
    },
  }
}

async function renewLease({ db, clock }: TurnWorkDeps, due: DueTurn): Promise<void> {
  try {
    await sql`
      update conversation set turn_leased_until = ${new Date(clock.now() + LEASE_MS)}
      where workspace_id = ${due.workspaceId} and id = ${due.conversationId} and turn_leased_until is not null`.execute(
      db.reader,
    )
  } catch {
    // It is tried again before the lease ends; and should it end, the turn is decided twice and told once.
  }
}

async function answerTurn(deps: TurnWorkDeps, due: DueTurn, signal: AbortSignal): Promise<void> {
  const { db, clock, chronicle } = deps
  const context = await readContext(deps, due, signal)
  if (context === undefined) return release(deps, due)
  const policy = isLastAttempt(due) ? deps.giveUp : deps.policies[context.conversation.channel]
  const outcome = await decide(deps, context, policy, signal)
  await db.transact(async (tx) => {
    const scene = await lockScene(tx, due.workspaceId, { id: due.conversationId })
    if (scene === undefined || scene.conversation.turn_due_at === null) return
    const now = new Date(clock.now())
    if (scene.conversation.turn !== context.conversation.turn) {
      // The user went on writing: an answer to all of it is made at once, and this one is not sent.
      await updateConversation(tx, scene.conversation, { turn_leased_until: null }, now)
      return
    }
    await concludeTurn(tx, chronicle, scene, outcome, now)
  })
}

/** While it is decided, an answer is shown to the streams of a channel that has them. */
async function decide(
  deps: TurnWorkDeps,
  context: TurnContext,
  policy: TurnPolicy,
  signal: AbortSignal,
): Promise<TurnOutcome> {
  const { conversation, settings } = context
  if (!settings.streaming || conversation.channel !== 'fin_agent_api') return policy(context, signal)
  const stream = openAnswerStream(deps, conversation)
  try {
    return await policy(context, signal, (text) => stream.show(text))
  } finally {
    await stream.end()
  }
}

function isLastAttempt({ failures }: DueTurn): boolean {
  return failures >= ATTEMPTS
}

async function readContext(deps: TurnWorkDeps, due: DueTurn, signal: AbortSignal): Promise<TurnContext | undefined> {
  const db = deps.db.reader
  const scene = await findScene(db, due.workspaceId, { id: due.conversationId })
  // Erased meanwhile, or merged into another contact at this moment.
  if (scene === undefined) return undefined
  const { conversation } = scene
  const parts = (await listParts(db, conversation, HISTORY)).filter(({ kind }) => kind === 'message')
  const answered = parts.findLastIndex(
    ({ author, turn, metadata }) => turn === 0 || (author !== 'user' && metadata['is_context'] !== true),
  )
  const input = parts.slice(answered + 1).filter(({ author }) => author === 'user')
  return {
    ...scene,
    language: conversation.language ?? 'en',
    history: parts.filter((part) => !input.includes(part)),
    input,
    // They may be what failed.
    attachments: isLastAttempt(due) ? [] : await readAttachments(deps, conversation, input, signal),
  }
}

async function readAttachments(
  { db, readAttachment }: TurnWorkDeps,
  conversation: Conversation,
  parts: readonly Part[],
  signal: AbortSignal,
): Promise<AttachmentSummary[]> {
  if (!parts.some(({ metadata }) => metadata['has_attachments'] === true)) return []
  await readWaitingAttachments({ db, read: readAttachment }, conversation, parts, signal)
  const ids = parts.map(({ id }) => id)
  return listAttachments(db.reader, conversation.workspace_id, ids)
}

/** Ends the leases of a process that is gone. Only where no other process can hold any: nobody waits for them to run out. */
export async function releaseTurns(db: Database): Promise<void> {
  await sql`update conversation set turn_leased_until = null where turn_leased_until is not null`.execute(db.reader)
}

/** Lets the turn be taken again at once, if the conversation is still there. */
async function release({ db }: TurnWorkDeps, due: DueTurn): Promise<void> {
  await db.reader
    .updateTable('conversation')
    .set({ turn_leased_until: null })
    .where('workspace_id', '=', due.workspaceId)
    .where('id', '=', due.conversationId)
    .execute()
}

async function postpone({ db, clock }: TurnWorkDeps, due: DueTurn): Promise<void> {
  const failures = due.failures + 1
  await sql`
    update conversation set turn_failures = ${failures}, turn_leased_until = null,
      turn_due_at = ${new Date(clock.now() + RETRY_MS * failures)}
    where workspace_id = ${due.workspaceId} and id = ${due.conversationId} and turn_due_at is not null`.execute(
    db.reader,
  )
}
