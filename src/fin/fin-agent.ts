import { randomUUID } from 'node:crypto'
import { checkAttributes, mergeAttributes, tellNewContact, writeContact, type Contact } from '../contacts/index.ts'
import {
  concludeTurn,
  insertConversation,
  insertPart,
  lockConversation,
  lockScene,
  readAgentSettings,
  readMessageBody,
  receiveMessage,
  type Conversation,
  type Received,
  type ReceiveDeps,
  type Scene,
} from '../conversations/index.ts'
import type { Database, Transaction } from '../db/index.ts'
import type { Outbox } from '../events/index.ts'
import { versionName, type ApiVersion } from '../http/index.ts'
import { parameterInvalid, type Clock, type DorsalError } from '../kernel/index.ts'
import { parseHistory, parseReply, requireFewAttributes } from './parse-request.ts'
import type { EscalateBody, ReplyBody, StartBody, User } from './schemas.ts'

export interface FinAgentDeps extends ReceiveDeps {
  readonly db: Database
  readonly clock: Clock
  readonly outbox: Outbox
}

/** What a call to the agent led to. */
export interface FinAccepted {
  readonly conversation: Conversation
  readonly createdAt: Date
  /** Streams begin after this event. */
  readonly afterEvent: number
  /** Attributes that were not stored, with the reason; they keep nothing else from happening (facts §4.2). */
  readonly errors: {
    readonly user: Readonly<Record<string, string>>
    readonly conversation: Readonly<Record<string, string>>
  }
  readonly isStreamed: boolean
}

const CHANNEL = 'fin_agent_api'

/** The Fin Agent API: conversations with the agent, each known by the id that the application gave it. */
export class FinAgent {
  readonly #deps: FinAgentDeps

  constructor(deps: FinAgentDeps) {
    this.#deps = deps
  }

  /**
   * Begins a conversation with the user's message; `ask` wants one answer and nothing more.
   * @throws `parameter_invalid` when the conversation exists, unless this is the same message once more
   */
  async start(
    workspaceId: number,
    version: ApiVersion,
    body: StartBody,
    mode: 'conversation' | 'ask' = 'conversation',
  ): Promise<FinAccepted> {
    const { message, attachments } = parseReply(body)
    const history = parseHistory(body.conversation_metadata, body.user)
    return this.#deps.db.transact(async (tx) => {
      const now = new Date(this.#deps.clock.now())
      const { contact, isNew, errors: user } = await this.#writeUser(tx, workspaceId, body.user, now)
      const attributes = await checkAttributes(tx, workspaceId, 'conversation', body.conversation_metadata?.attributes)
      const errors = { user, conversation: attributes.errors }
      const settings = await readAgentSettings(tx, workspaceId)
      const inserted = await insertConversation(
        tx,
        workspaceId,
        {
          channel: CHANNEL,
          externalId: body.conversation_id,
          contactId: contact.id,
          apiVersion: versionName(version),
          isSingleAnswer: mode === 'ask',
          attributes: mergeAttributes({}, attributes.values),
        },
        now,
      )
      const conversation =
        inserted ?? (await lockConversation(tx, workspaceId, { channel: CHANNEL, externalId: body.conversation_id }))
      if (conversation === undefined) throw new Error('the conversation is neither new nor known')
      // Nobody gets at a conversation by knowing how it began.
      if (conversation.contact_id !== contact.id) throw sessionExists()
      if (inserted !== undefined) {
        if (isNew) await tellNewContact(tx, this.#deps.outbox, contact, conversation.id)
        for (const part of history) await insertPart(tx, conversation, 0, part, now)
      }
      const received = await receiveMessage(
        tx,
        this.#deps,
        { conversation, contact, settings },
        message,
        {
          // An existing conversation takes nothing but the message that began it.
          onlyDuplicates: inserted === undefined,
          isForAgent: true,
          isFirst: true,
          isSelfContained: mode === 'ask' || body.settings?.follow_up_questions === false,
          attachments,
        },
        now,
      )
      if (received.kind === 'not_a_duplicate') throw sessionExists()
      return accept(received, conversation, now, errors, settings.sse)
    })
  }

  /** Goes on with a conversation, also with a complete one. @throws `parameter_invalid` for an unknown conversation */
  async reply(workspaceId: number, version: ApiVersion, body: ReplyBody): Promise<FinAccepted> {
    const { message, attachments } = parseReply(body)
    return this.#deps.db.transact(async (tx) => {
      const now = new Date(this.#deps.clock.now())
      const { contact, errors: user } = await this.#writeUser(tx, workspaceId, body.user, now)
      const scene = await this.#lockScene(tx, workspaceId, body.conversation_id)
      if (contact.id !== scene.conversation.contact_id) {
        throw parameterInvalid('user.id', 'The conversation belongs to another user')
      }
      const received = await receiveMessage(
        tx,
        this.#deps,
        { ...scene, contact },
        message,
        {
          isForAgent: true,
          isFirst: false,
          apiVersion: versionName(version),
          isSelfContained: body.settings?.follow_up_questions === false,
          attachments,
        },
        now,
      )
      if (received.kind === 'not_a_duplicate') throw new Error('a reply is always taken')
      return accept(received, scene.conversation, now, { user, conversation: {} }, scene.settings.sse)
    })
  }

  /** Hands a conversation to a person, or begins one with a person (facts §4.8). */
  async escalate(workspaceId: number, version: ApiVersion, body: EscalateBody): Promise<FinAccepted> {
    if (body.conversation_id === undefined && body.user === undefined) {
      throw parameterInvalid('conversation_id', 'Either conversation_id or user must be provided')
    }
    requireFewAttributes(body.user?.attributes, 'user.attributes')
    return this.#deps.db.transact(async (tx) => {
      const now = new Date(this.#deps.clock.now())
      const { user } = body
      const scene =
        body.conversation_id === undefined && user !== undefined
          ? await this.#openForPerson(tx, workspaceId, version, user, now)
          : await this.#lockScene(tx, workspaceId, body.conversation_id ?? '')
      const received = await receiveMessage(
        tx,
        this.#deps,
        scene,
        {
          kind: 'message',
          author: 'user',
          authorName: scene.contact.name,
          purpose: null,
          ...readMessageBody(body.message ?? 'Requesting human support'),
          sentAt: null,
          metadata: {},
        },
        { isForAgent: false, isFirst: scene.conversation.turn === 0 },
        now,
      )
      if (received.kind !== 'taken') throw new Error('a message without a time is always taken')
      if (body.context !== undefined) {
        const note = { kind: 'note', author: 'agent', authorName: null, purpose: null, sentAt: null } as const
        await insertPart(
          tx,
          scene.conversation,
          received.conversation.turn,
          { ...note, ...readMessageBody(body.context), metadata: {} },
          now,
        )
      }
      const conversation = await concludeTurn(
        tx,
        this.#deps.chronicle,
        { ...scene, conversation: received.conversation },
        {
          sayings: [],
          next: { kind: 'escalate', reason: 'Escalation requested via API', resolution: 'escalated' },
          memory: scene.conversation.memory,
        },
        now,
      )
      return {
        conversation,
        createdAt: now,
        afterEvent: received.afterEvent,
        errors: { user: {}, conversation: {} },
        isStreamed: scene.settings.sse,
      }
    })
  }

  async #openForPerson(
    tx: Transaction,
    workspaceId: number,
    version: ApiVersion,
    user: User,
    now: Date,
  ): Promise<Scene> {
    const { contact, isNew } = await this.#writeUser(tx, workspaceId, user, now)
    const conversation = await insertConversation(
      tx,
      workspaceId,
      {
        channel: CHANNEL,
        externalId: `escalation-${randomUUID()}`,
        contactId: contact.id,
        apiVersion: versionName(version),
        isSingleAnswer: false,
        attributes: {},
      },
      now,
    )
    if (conversation === undefined) throw new Error('a random id was taken')
    if (isNew) await tellNewContact(tx, this.#deps.outbox, contact, conversation.id)
    return { conversation, contact, settings: await readAgentSettings(tx, workspaceId) }
  }

  /** @throws `parameter_invalid`, as Intercom answers an unknown conversation here (facts §4.3) */
  async #lockScene(tx: Transaction, workspaceId: number, externalId: string): Promise<Scene> {
    const scene = await lockScene(tx, workspaceId, { channel: CHANNEL, externalId })
    if (scene === undefined) throw parameterInvalid('conversation_id', 'Conversation not found')
    return scene
  }

  async #writeUser(
    tx: Transaction,
    workspaceId: number,
    user: User,
    now: Date,
  ): Promise<{ contact: Contact; isNew: boolean; errors: Readonly<Record<string, string>> }> {
    const { values, errors } = await checkAttributes(tx, workspaceId, 'user', user.attributes)
    const written = await writeContact(
      tx,
      workspaceId,
      { role: 'user', externalId: user.id, name: user.name, email: user.email, attributes: values },
      now,
    )
    return { ...written, errors }
  }
}

function sessionExists(): DorsalError {
  return parameterInvalid(
    'conversation_id',
    'Fin session already exists for this conversation. Please use /reply to continue the conversation.',
  )
}

/** A message that was there already is answered as it was the first time. */
function accept(
  received: Exclude<Received, { kind: 'not_a_duplicate' }>,
  known: Conversation,
  now: Date,
  errors: FinAccepted['errors'],
  isStreamed: boolean,
): FinAccepted {
  const { afterEvent } = received
  return received.kind === 'taken'
    ? { conversation: received.conversation, createdAt: now, afterEvent, errors, isStreamed }
    : {
        conversation: { ...known, status: 'thinking' },
        createdAt: received.part.created_at,
        afterEvent,
        errors,
        isStreamed,
      }
}
