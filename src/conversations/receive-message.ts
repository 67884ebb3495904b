import { sql } from 'kysely'
import { detectLanguage } from '../analysis/index.ts'
import type { ParsedAttachment } from '../attachments/index.ts'
import { afterCommit, type Transaction } from '../db/index.ts'
import { insertAttachments } from './attachments.ts'
import type { Chronicle } from './chronicle.ts'
import type { Conversation, Memory, NewPart, Part } from './conversation.ts'
import { updateConversation, type ConversationChange } from './conversation-store.ts'
import type { Happening } from './happening.ts'
import { findDuplicate, insertPart } from './part-store.ts'
import type { Scene } from './scene.ts'
import { moveFrom } from './status.ts'

/** The same message again within this time is answered as the first time and changes nothing (facts §4.2). */
const DUPLICATE_WINDOW_MS = 5 * 60_000
/** Shorter messages do not tell their language (facts §7.4). */
const LANGUAGE_CHARACTERS = 10
/** Addresses and numbers are of no language. */
const NO_PROSE = /[@\d]|:\/\/|^www\./

export type Received =
  | { readonly kind: 'taken'; readonly conversation: Conversation; readonly part: Part; readonly afterEvent: number }
  | { readonly kind: 'duplicate'; readonly part: Part; readonly afterEvent: number }
  | { readonly kind: 'not_a_duplicate' }

export interface ReceiveDeps {
  readonly chronicle: Chronicle
  /** Called when the agent owes an answer. */
  readonly wakeAgent: () => void
}

export interface ReceiveOptions {
  /** Nothing but a message that is there already is taken, and changes nothing. */
  readonly onlyDuplicates?: boolean
  /** Whether the agent has to answer; otherwise the message is only kept. */
  readonly isForAgent: boolean
  readonly isFirst: boolean
  readonly apiVersion?: string
  readonly isSelfContained?: boolean
  /** False for a value that was asked for: it does not tell the user's language. */
  readonly isProse?: boolean
  readonly attachments?: readonly ParsedAttachment[]
}

/**
 * Adds a message from the user's side to a locked conversation. If the agent is to answer, it owes the answer from this
 * transaction on; an answer to older messages that is being made at this moment is not sent.
 */
export async function receiveMessage(
  tx: Transaction,
  { chronicle, wakeAgent }: ReceiveDeps,
  scene: Scene,
  message: NewPart,
  options: ReceiveOptions,
  now: Date,
): Promise<Received> {
  const { conversation } = scene
  const duplicate = await findDuplicate(tx, conversation, message, new Date(now.getTime() - DUPLICATE_WINDOW_MS))
  if (duplicate !== undefined) {
    return { kind: 'duplicate', part: duplicate, afterEvent: Number(duplicate.metadata['after_event'] ?? 0) }
  }
  if (options.onlyDuplicates === true) return { kind: 'not_a_duplicate' }
  const afterEvent = await lastEventOf(tx, conversation)
  const turn = conversation.turn + 1
  const { attachments = [] } = options
  const metadata = {
    ...message.metadata,
    after_event: afterEvent,
    // Said beside the agent, not instead of it: what the user asked before still waits for its answer.
    ...(message.author === 'user' ? {} : { is_context: true }),
    ...(attachments.length === 0 ? {} : { has_attachments: true }),
  }
  // Who was named once need not be named with every message.
  const authorName = message.author === 'user' ? scene.contact.name : message.authorName
  const part = await insertPart(tx, conversation, turn, { ...message, authorName, metadata }, now)
  await insertAttachments(tx, part, attachments)
  // Whoever began a conversation with the agent waits for it to say something.
  const isAnswerable = options.isForAgent && (message.author === 'user' || options.isFirst)
  const changed = await updateConversation(
    tx,
    conversation,
    {
      turn,
      language: conversation.language ?? (options.isProse === false ? null : detect(message.text)),
      ...(options.apiVersion === undefined ? {} : { api_version: options.apiVersion }),
      ...(isAnswerable ? owing(conversation, options.isSelfContained ?? false, now) : {}),
    },
    now,
  )
  const happenings: Happening[] =
    message.author === 'user' ? [{ kind: 'user_said', part, isFirst: options.isFirst }] : []
  if (isAnswerable) {
    happenings.push({ kind: 'thinking' })
    afterCommit(tx, wakeAgent)
  }
  await chronicle.tell(tx, { ...scene, conversation: changed }, happenings, now)
  return { kind: 'taken', conversation: changed, part, afterEvent }
}

/** Lets the agent begin a conversation in which nobody has said anything yet. */
export async function beginWithoutMessage(
  tx: Transaction,
  { chronicle, wakeAgent }: ReceiveDeps,
  scene: Scene,
  now: Date,
): Promise<void> {
  const conversation = await updateConversation(tx, scene.conversation, owing(scene.conversation, false, now), now)
  afterCommit(tx, wakeAgent)
  await chronicle.tell(tx, { ...scene, conversation }, [{ kind: 'thinking' }], now)
}

/** The agent owes an answer from now on. */
function owing({ status, memory }: Conversation, isSelfContained: boolean, now: Date): ConversationChange {
  // A complete conversation begins anew, but for where it stands in a flow.
  const { flow, lastAnswerType } = memory
  const kept: Memory = status === 'complete' ? { flow, ...(lastAnswerType && { lastAnswerType }) } : memory
  return {
    status: moveFrom(status, 'reply'),
    handler: 'agent',
    is_open: true,
    turn_due_at: now,
    turn_failures: 0,
    timer: null,
    timer_at: null,
    memory: { ...kept, isSelfContained },
  }
}

function detect(text: string): string | null {
  const words = text.split(/\s+/).filter((word) => !NO_PROSE.test(word))
  const prose = words.join(' ').trim()
  if (prose.length < LANGUAGE_CHARACTERS) return null
  const language = detectLanguage(prose)
  return language === 'und' ? null : language
}

/** The id of the conversation's last event, 0 before the first: streams for a turn begin after it. */
async function lastEventOf(tx: Transaction, conversation: Pick<Conversation, 'workspace_id' | 'id'>): Promise<number> {
  const { last } = await tx
    .selectFrom('event')
    .select(sql<number>`coalesce(max(id), 0)`.as('last'))
    .where('workspace_id', '=', conversation.workspace_id)
    .where('conversation_id', '=', conversation.id)
    .executeTakeFirstOrThrow()
  return last
}
