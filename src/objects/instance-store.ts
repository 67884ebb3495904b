import { sql, type Selectable } from 'kysely'
import { readPage, type Reader, type Schema, type Transaction } from '../db/index.ts'
import type { ListRequest, ListResult } from '../kernel/index.ts'
import { anyOf } from './type-store.ts'

export type ObjectInstance = Omit<Selectable<Schema['object_instance']>, 'attributes'> & {
  /** Values by attribute name, those of archived attributes too. */
  readonly attributes: Readonly<Record<string, unknown>>
}

/** What an upsert decides about; the rest of an instance is given with its creation. */
export type InstanceContent = Pick<ObjectInstance, 'external_created_at' | 'external_updated_at' | 'attributes'>

/** Which one of a type: by its id, or by the id that the application gave it. */
export type InstanceKey = { readonly id: number } | { readonly externalId: string }

/** Those that refer to both, as far as they are given. */
export interface InstanceFilter {
  readonly contactId: number | undefined
  readonly conversationId: number | undefined
}

export function findInstance(
  db: Reader | Transaction,
  workspaceId: number,
  typeId: number,
  key: InstanceKey,
): Promise<ObjectInstance | undefined> {
  return selectInstance(db, workspaceId, typeId, key).executeTakeFirst()
}

/** The same, and nobody else changes it until the transaction ends. Others may go on referring to it. */
export function lockInstance(
  tx: Transaction,
  workspaceId: number,
  typeId: number,
  key: InstanceKey,
): Promise<ObjectInstance | undefined> {
  return selectInstance(tx, workspaceId, typeId, key).forNoKeyUpdate().executeTakeFirst()
}

/** @returns undefined when another one with this external id has come first */
export function insertInstance(
  tx: Transaction,
  workspaceId: number,
  typeId: number,
  externalId: string | null,
  content: InstanceContent,
  now: Date,
): Promise<ObjectInstance | undefined> {
  return tx
    .insertInto('object_instance')
    .values({
      workspace_id: workspaceId,
      type_id: typeId,
      external_id: externalId,
      ...toRow(content),
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'type_id', 'external_id']).doNothing())
    .returningAll()
    .executeTakeFirst()
}

export function updateInstance(
  tx: Transaction,
  { workspace_id, id }: ObjectInstance,
  content: InstanceContent,
  now: Date,
): Promise<ObjectInstance> {
  return tx
    .updateTable('object_instance')
    .set({ ...toRow(content), updated_at: now })
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Deletes it with the references to it. @returns its id; undefined when there is none */
export async function deleteInstance(
  tx: Transaction,
  workspaceId: number,
  typeId: number,
  key: InstanceKey,
): Promise<number | undefined> {
  const gone = await tx
    .deleteFrom('object_instance')
    .where('workspace_id', '=', workspaceId)
    .where('type_id', '=', typeId)
    .where(matches(key))
    .returning('id')
    .executeTakeFirst()
  return gone?.id
}

/** Newest first. A filter finds those that refer to the contact or the conversation, in attributes that are shown. */
export function listInstances(
  db: Reader,
  workspaceId: number,
  typeId: number,
  filter: InstanceFilter,
  request: ListRequest,
): Promise<ListResult<ObjectInstance>> {
  const referring = (column: 'contact_id' | 'conversation_id', id: number) =>
    db
      .selectFrom('object_reference as reference')
      .innerJoin('object_attribute as attribute', (join) =>
        join
          .onRef('attribute.workspace_id', '=', 'reference.workspace_id')
          .onRef('attribute.id', '=', 'reference.attribute_id'),
      )
      .select('reference.instance_id')
      .where('reference.workspace_id', '=', workspaceId)
      .where(`reference.${column}`, '=', id)
      .where('attribute.is_archived', '=', false)
  const { contactId, conversationId } = filter
  const matching = db
    .selectFrom('object_instance')
    .where('workspace_id', '=', workspaceId)
    .where('type_id', '=', typeId)
    .$if(contactId !== undefined, (query) => query.where('id', 'in', referring('contact_id', contactId ?? 0)))
    .$if(conversationId !== undefined, (query) =>
      query.where('id', 'in', referring('conversation_id', conversationId ?? 0)),
    )
  return readPage(matching.selectAll().orderBy('id', 'desc'), request)
}

export async function findInstances(
  db: Reader | Transaction,
  workspaceId: number,
  ids: readonly number[],
): Promise<ObjectInstance[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('object_instance')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', anyOf(ids))
    .execute()
}

function selectInstance(db: Reader | Transaction, workspaceId: number, typeId: number, key: InstanceKey) {
  return db
    .selectFrom('object_instance')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('type_id', '=', typeId)
    .where(matches(key))
}

function matches(key: InstanceKey) {
  // An address can hold what no stored text has.
  if ('externalId' in key && key.externalId.includes('\0')) return sql<boolean>`false`
  return 'id' in key ? sql<boolean>`id = ${key.id}` : sql<boolean>`external_id = ${key.externalId}`
}

function toRow({ attributes, ...times }: InstanceContent) {
  return { ...times, attributes: JSON.stringify(attributes) }
}
