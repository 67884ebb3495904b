import type { Selectable } from 'kysely'
import type { Reader, Schema, Transaction } from '../db/index.ts'
import type { ObjectAttribute } from './object-type.ts'
import { anyOf } from './type-store.ts'

type Reference = Selectable<Schema['object_reference']>

const COLUMNS = {
  contact: 'contact_id',
  conversation: 'conversation_id',
  object: 'target_instance_id',
} as const

/** What a reference points at. */
export function targetOf({ contact_id, conversation_id, target_instance_id }: Reference): number {
  return contact_id ?? conversation_id ?? target_instance_id ?? 0
}

/** References of these instances, in the order in which they were given. */
export async function listReferences(
  db: Reader | Transaction,
  workspaceId: number,
  instances: readonly { readonly id: number }[],
): Promise<Reference[]> {
  if (instances.length === 0) return []
  return db
    .selectFrom('object_reference')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('instance_id', '=', anyOf(instances.map(({ id }) => id)))
    .orderBy('instance_id')
    .orderBy('attribute_id')
    .orderBy('ordinal')
    .execute()
}

/**
 * Finds out which of these ids are there to be referred to, and keeps them there until the transaction ends. Who is
 * being erased at this moment is waited for, and then is not there.
 * @returns them in the order in which they were given
 */
export async function lockTargets(
  tx: Transaction,
  { workspace_id: workspaceId, target, target_type_id }: ObjectAttribute,
  ids: readonly number[],
): Promise<number[]> {
  if (ids.length === 0 || target === null) return []
  const found = await tx
    .selectFrom(target === 'object' ? 'object_instance' : target)
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', anyOf(ids))
    .$if(target === 'object', (query) => query.where('type_id' as never, '=', target_type_id as never))
    .orderBy('id')
    .forKeyShare()
    .execute()
  const known = new Set(found.map(({ id }) => id))
  return ids.filter((id) => known.has(id))
}

/** Puts these references in the place of those that the instance has by the attribute. @returns whether they differ */
export async function replaceReferences(
  tx: Transaction,
  instanceId: number,
  { workspace_id, id: attribute_id, target }: ObjectAttribute,
  targets: readonly number[],
): Promise<boolean> {
  if (target === null) return false
  const stored = await tx
    .selectFrom('object_reference')
    .selectAll()
    .where('workspace_id', '=', workspace_id)
    .where('instance_id', '=', instanceId)
    .where('attribute_id', '=', attribute_id)
    .orderBy('ordinal')
    .execute()
  if (stored.map(targetOf).join() === targets.join()) return false
  if (stored.length > 0) {
    await tx
      .deleteFrom('object_reference')
      .where('workspace_id', '=', workspace_id)
      .where('instance_id', '=', instanceId)
      .where('attribute_id', '=', attribute_id)
      .execute()
  }
  if (targets.length > 0) {
    const rows = targets.map((id, ordinal) => ({
      workspace_id,
      instance_id: instanceId,
      attribute_id,
      ordinal,
      [COLUMNS[target]]: id,
    }))
    await tx.insertInto('object_reference').values(rows).execute()
  }
  return true
}
