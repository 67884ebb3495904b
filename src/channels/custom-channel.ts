import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { Value } from 'typebox/value'
import {
  mergeAttributes,
  mergeContacts,
  parseTyped,
  tellNewContact,
  lockBoth,
  lockByExternalId,
  writeContact,
} from '../contacts/index.ts'
import {
  beginWithoutMessage,
  findContactIdOf,
  insertConversation,
  lockScene,
  readAgentSettings,
  readMessageBody,
  receiveMessage,
  updateConversation,
  type NewPart,
  type ReceiveDeps,
  type Scene,
} from '../conversations/index.ts'
import type { Database, Transaction } from '../db/index.ts'
import type { Outbox } from '../events/index.ts'
import { versionName, type ApiVersion } from '../http/index.ts'
import { DorsalError, type Clock } from '../kernel/index.ts'
import { readChannelSettings } from './channel-settings.ts'
import { isOfContact, type ChannelSettings, type CollectedAttribute } from './flow.ts'
import { findOption, promptsOf } from './position.ts'
import type { PromptReplyMetadata } from './prompt-reply.ts'
import { ContactEmail, ContactName, type NewConversationBody } from './schemas.ts'

export interface CustomChannelDeps extends ReceiveDeps {
  readonly db: Database
  readonly clock: Clock
  readonly outbox: Outbox
}

/** What the user did, besides beginning a conversation. */
export type ChannelMessage =
  | { readonly kind: 'message'; readonly body: string }
  | { readonly kind: 'quick_reply'; readonly optionId: string }
  | { readonly kind: 'attribute'; readonly id: string; readonly value: string }

/** Facts §3.3. */
export interface ChannelResponse {
  readonly external_conversation_id: string
  readonly conversation_id: string
  readonly external_contact_id: string
  readonly contact_id: string
}

const CHANNEL = 'custom_channel'

/** Events that the application of a custom channel reports: each is taken once, however often it comes (facts §3). */
export class CustomChannel {
  readonly #deps: CustomChannelDeps

  constructor(deps: CustomChannelDeps) {
    this.#deps = deps
  }

  /** @throws `data_invalid` 422 when the conversation is known */
  begin(workspaceId: number, version: ApiVersion, event: NewConversationBody): Promise<ChannelResponse> {
    return this.#once(workspaceId, event, undefined, async (tx, _settings, now) => {
      const { contact, isNew } = await this.#writeContact(tx, workspaceId, event.contact, now)
      const conversation = await insertConversation(
        tx,
        workspaceId,
        {
          channel: CHANNEL,
          externalId: event.external_conversation_id,
          contactId: contact.id,
          apiVersion: versionName(version),
          isSingleAnswer: false,
          attributes: {},
        },
        now,
      )
      if (conversation === undefined) throw invalidReference('external_conversation_id')
      if (isNew) await tellNewContact(tx, this.#deps.outbox, contact, conversation.id)
      const settings = await readAgentSettings(tx, workspaceId)
      const scene = { conversation, contact, settings }
      await beginWithoutMessage(tx, this.#deps, scene, now)
      return scene
    })
  }

  /** @throws `not_found` for an unknown conversation, `data_invalid` 422 for an option or attribute nobody asked for */
  add(
    workspaceId: number,
    version: ApiVersion,
    event: NewConversationBody,
    message: ChannelMessage,
  ): Promise<ChannelResponse> {
    return this.#once(workspaceId, event, message, async (tx, channel, now) => {
      const scene = await this.#lockFor(tx, workspaceId, event, now)
      const { part, scene: changed } = await this.#read(tx, channel, scene, message, now)
      const { handler, is_open: isOpen } = changed.conversation
      await receiveMessage(
        tx,
        this.#deps,
        changed,
        part,
        {
          isProse: message.kind !== 'attribute',
          // While a person has the conversation, the agent stays out of it.
          isForAgent: handler === 'agent' || !isOpen,
          isFirst: changed.conversation.turn === 0,
          apiVersion: versionName(version),
        },
        now,
      )
      return changed
    })
  }

  /**
   * Takes an event once. The same again gets the same answer and changes nothing; another one under its id is refused,
   * since it would be lost.
   */
  #once(
    workspaceId: number,
    event: NewConversationBody,
    message: ChannelMessage | undefined,
    work: (tx: Transaction, settings: ChannelSettings, now: Date) => Promise<Scene>,
  ): Promise<ChannelResponse> {
    const { event_id: eventId, external_conversation_id: externalId, contact } = event
    const hash = createHash('sha256')
      .update(JSON.stringify([externalId, contact.type, contact.external_id, contact.name, contact.email, message]))
      .digest()
    return this.#deps.db.transact(async (tx) => {
      const settings = await readChannelSettings(tx, workspaceId)
      if (!settings.enabled) throw new DorsalError('data_invalid', 'Integration not found', { status: 404 })
      // The same event may arrive twice at the same moment, when neither is stored yet.
      await sql`select pg_advisory_xact_lock(${workspaceId}, hashtext(${eventId}))`.execute(tx)
      const known = await tx
        .selectFrom('channel_event')
        .select(['request_hash', 'response'])
        .where('workspace_id', '=', workspaceId)
        .where('event_id', '=', eventId)
        .executeTakeFirst()
      if (known !== undefined) {
        if (!known.request_hash.equals(hash)) throw invalidReference('event_id')
        return known.response as ChannelResponse
      }
      const now = new Date(this.#deps.clock.now())
      const scene = await work(tx, settings, now)
      const response: ChannelResponse = {
        external_conversation_id: externalId,
        conversation_id: String(scene.conversation.id),
        external_contact_id: contact.external_id,
        contact_id: String(scene.contact.id),
      }
      await tx
        .insertInto('channel_event')
        .values({
          workspace_id: workspaceId,
          event_id: eventId,
          conversation_id: scene.conversation.id,
          request_hash: hash,
          response: JSON.stringify(response),
          created_at: now,
        })
        .execute()
      return response
    })
  }

  async #lockFor(tx: Transaction, workspaceId: number, event: NewConversationBody, now: Date): Promise<Scene> {
    const by = { channel: CHANNEL, externalId: event.external_conversation_id } as const
    const owner = await findContactIdOf(tx, workspaceId, by)
    await lockBoth(tx, workspaceId, event.contact.external_id, owner)
    const { contact, isNew } = await this.#writeContact(tx, workspaceId, event.contact, now)
    const scene = await lockScene(tx, workspaceId, by)
    if (scene === undefined) {
      throw new DorsalError('not_found', 'Object not found', { field: 'external_conversation_id' })
    }
    if (scene.contact.id === contact.id) return { ...scene, contact }
    // The lead that began the conversation turns out to be this user.
    if (scene.contact.role !== 'lead' || contact.role !== 'user') throw invalidReference('contact.external_id')
    const merged = await mergeContacts(tx, scene.contact, contact, now)
    if (isNew) await tellNewContact(tx, this.#deps.outbox, merged, scene.conversation.id)
    return { ...scene, contact: merged, conversation: { ...scene.conversation, contact_id: merged.id } }
  }

  /** @throws `data_invalid` 400 for a user of whom too little is known (facts §3.2) */
  async #writeContact(tx: Transaction, workspaceId: number, given: NewConversationBody['contact'], now: Date) {
    const { type: role, external_id: externalId, email } = given
    // Applications send a blank for a name that they do not know.
    const name = given.name?.trim() === '' ? undefined : given.name
    if (role === 'user' && (name === undefined || email === undefined)) {
      const known = await lockByExternalId(tx, workspaceId, externalId)
      if (known === undefined) {
        throw new DorsalError('data_invalid', 'Contact not found or could not be created', {
          status: 400,
          field: name === undefined ? 'contact.name' : 'contact.email',
        })
      }
    }
    return writeContact(tx, workspaceId, { role, externalId, name, email, attributes: {} }, now)
  }

  /** The part that a message makes; an attribute's value is stored here, if it fits its type. */
  async #read(
    tx: Transaction,
    { flow }: ChannelSettings,
    scene: Scene,
    message: ChannelMessage,
    now: Date,
  ): Promise<{ part: NewPart; scene: Scene }> {
    const say = (text: string, metadata: PromptReplyMetadata | Readonly<Record<string, never>>): NewPart => ({
      kind: 'message',
      author: 'user',
      authorName: scene.contact.name,
      purpose: null,
      ...readMessageBody(text),
      sentAt: null,
      metadata,
    })
    switch (message.kind) {
      case 'message':
        return { part: say(message.body, {}), scene }
      case 'quick_reply': {
        const option = findOption(promptsOf(scene.conversation, flow), message.optionId)
        if (option === undefined) throw invalidReference('quick_reply_option_id')
        return { part: say(option.text, { quick_reply_uuid: option.id }), scene }
      }
      case 'attribute': {
        const prompts = promptsOf(scene.conversation, flow)
        const attributes = prompts.flatMap((step) => (step.type === 'collect_attribute' ? [step.attribute] : []))
        const attribute = attributes.find(({ id }) => id === message.id)
        if (attribute === undefined) throw invalidReference('attribute.id')
        const value = readValue(attribute, message.value)
        const part = say(message.value, { attribute: { id: attribute.id, is_valid: value !== undefined } })
        return { part, scene: value === undefined ? scene : await store(tx, scene, attribute, value, now) }
      }
      default:
        return message satisfies never
    }
  }
}

/** What was typed as a value of the attribute; undefined when it is none. */
function readValue(attribute: CollectedAttribute, text: string): string | number | boolean | undefined {
  const value = parseTyped(attribute.type, text)
  if (!isOfContact(attribute)) return value
  return Value.Check(attribute.id === 'name' ? ContactName : ContactEmail, value) ? value : undefined
}

async function store(
  tx: Transaction,
  scene: Scene,
  attribute: CollectedAttribute,
  value: string | number | boolean,
  now: Date,
): Promise<Scene> {
  const { id, model } = attribute
  const { contact, conversation } = scene
  if (model === 'conversation') {
    const attributes = mergeAttributes(conversation.attributes, { [id]: value })
    return { ...scene, conversation: await updateConversation(tx, conversation, { attributes }, now) }
  }
  const own: { name?: string; email?: string } = isOfContact(attribute) ? { [attribute.id]: String(value) } : {}
  const written = await writeContact(
    tx,
    contact.workspace_id,
    {
      role: contact.role,
      externalId: contact.external_id,
      name: own.name,
      email: own.email,
      attributes: isOfContact(attribute) ? {} : { [id]: value },
    },
    now,
  )
  return { ...scene, contact: written.contact }
}

/** Facts §3.3. */
function invalidReference(field: string): DorsalError {
  return new DorsalError('data_invalid', 'Invalid or duplicated record reference', { field })
}
