import type { Updateable } from 'kysely'
import { readPage, type Channel, type Reader, type Schema, type Transaction } from '../db/index.ts'
import type { ListRequest, ListResult } from '../kernel/index.ts'
import type { Conversation, Memory } from './conversation.ts'

export interface NewConversation {
  readonly channel: Channel
  readonly externalId: string
  readonly contactId: number
  readonly apiVersion: string
  readonly isSingleAnswer: boolean
  readonly attributes: Readonly<Record<string, unknown>>
}

/** @returns the new conversation, locked; undefined when the channel has one with this external id */
export async function insertConversation(
  tx: Transaction,
  workspaceId: number,
  given: NewConversation,
  now: Date,
): Promise<Conversation | undefined> {
  return tx
    .insertInto('conversation')
    .values({
      workspace_id: workspaceId,
      channel: given.channel,
      external_id: given.externalId,
      contact_id: given.contactId,
      api_version: given.apiVersion,
      status: 'thinking',
      handler: 'agent',
      is_open: true,
      is_single_answer: given.isSingleAnswer,
      turn: 0,
      turn_failures: 0,
      memory: '{}',
      attributes: JSON.stringify(given.attributes),
      stream_closed_at_event: 0,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'channel', 'external_id']).doNothing())
    .returningAll()
    .executeTakeFirst()
}

/** Locked until the transaction ends: whoever changes a conversation or adds its events holds this lock. */
export async function lockConversation(
  tx: Transaction,
  workspaceId: number,
  by: { readonly id: number } | { readonly channel: Channel; readonly externalId: string },
): Promise<Conversation | undefined> {
  const all = tx.selectFrom('conversation').selectAll().where('workspace_id', '=', workspaceId).forUpdate()
  return 'id' in by
    ? all.where('id', '=', by.id).executeTakeFirst()
    : all.where('channel', '=', by.channel).where('external_id', '=', by.externalId).executeTakeFirst()
}

export async function findConversation(
  db: Reader | Transaction,
  workspaceId: number,
  id: number,
): Promise<Conversation | undefined> {
  return db
    .selectFrom('conversation')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Whose conversation it is at this moment; not locked. */
export async function findContactIdOf(
  db: Reader | Transaction,
  workspaceId: number,
  by: { readonly channel: Channel; readonly externalId: string },
): Promise<number | undefined> {
  const found = await db
    .selectFrom('conversation')
    .select('contact_id')
    .where('workspace_id', '=', workspaceId)
    .where('channel', '=', by.channel)
    .where('external_id', '=', by.externalId)
    .executeTakeFirst()
  return found?.contact_id
}

export interface ConversationFilter {
  readonly isOpen: boolean | undefined
  readonly status: Conversation['status'] | undefined
  readonly channel: Channel | undefined
  readonly contactId: number | undefined
  readonly externalId: string | undefined
}

/** Newest activity first. */
export function listConversations(
  db: Reader,
  workspaceId: number,
  filter: ConversationFilter,
  request: ListRequest,
): Promise<ListResult<Conversation>> {
  let matching = db.selectFrom('conversation').where('workspace_id', '=', workspaceId)
  if (filter.isOpen !== undefined) matching = matching.where('is_open', '=', filter.isOpen)
  if (filter.status !== undefined) matching = matching.where('status', '=', filter.status)
  if (filter.channel !== undefined) matching = matching.where('channel', '=', filter.channel)
  if (filter.contactId !== undefined) matching = matching.where('contact_id', '=', filter.contactId)
  if (filter.externalId !== undefined) matching = matching.where('external_id', '=', filter.externalId)
  return readPage(matching.selectAll().orderBy('updated_at', 'desc').orderBy('id', 'desc'), request)
}

export type ConversationChange = Omit<
  Updateable<Schema['conversation']>,
  'workspace_id' | 'id' | 'memory' | 'attributes' | 'updated_at'
> & { readonly memory?: Memory; readonly attributes?: Readonly<Record<string, unknown>> }

/** Writes a change of a locked conversation, and notes what reports want to know of it later. */
export async function updateConversation(
  tx: Transaction,
  conversation: Conversation,
  { memory, attributes, ...change }: ConversationChange,
  now: Date,
): Promise<Conversation> {
  const isHandedOver = change.handler === 'team' && conversation.handler === 'agent'
  if (change.is_open !== undefined && change.is_open !== conversation.is_open) {
    await insertStateChange(tx, conversation, change.is_open, now)
  }
  return tx
    .updateTable('conversation')
    .set({
      ...change,
      ...(isHandedOver && conversation.first_handed_over_at === null ? { first_handed_over_at: now } : {}),
      ...(memory === undefined ? {} : { memory: JSON.stringify(memory) }),
      ...(attributes === undefined ? {} : { attributes: JSON.stringify(attributes) }),
      updated_at: now,
    })
    .where('workspace_id', '=', conversation.workspace_id)
    .where('id', '=', conversation.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function insertStateChange(
  tx: Transaction,
  { workspace_id, id }: Conversation,
  isOpen: boolean,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('conversation_state_change')
    .values({ workspace_id, conversation_id: id, is_open: isOpen, changed_at: now })
    .execute()
}
