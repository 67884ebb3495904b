import type { Reader, Transaction } from '../db/index.ts'
import { toUnixSeconds } from '../kernel/index.ts'
import { findInstances, type ObjectInstance } from './instance-store.ts'
import { activeAttributes, type ObjectAttribute, type ObjectType } from './object-type.ts'
import { listReferences, targetOf } from './references.ts'
import { findTypes } from './type-store.ts'

export type PresentedInstance = ReturnType<typeof presentInstance>

/**
 * Instances of a type with the names of Intercom's model (facts §5). What has no value is left out. A reference to
 * objects shows them without their own references, a reference to contacts or conversations shows ids.
 */
export async function presentInstances(
  db: Reader | Transaction,
  type: ObjectType,
  instances: readonly ObjectInstance[],
): Promise<PresentedInstance[]> {
  const { workspace_id: workspaceId } = type
  const attributes = [...activeAttributes(type).values()].filter(({ data_type }) => data_type === 'reference')
  const stored = attributes.length === 0 ? [] : await listReferences(db, workspaceId, instances)
  const targetTypes = await findTypes(db, workspaceId, distinct(attributes.map((each) => each.target_type_id)))
  const targets = await findInstances(db, workspaceId, distinct(stored.map((each) => each.target_instance_id)))
  const known = { types: byId(targetTypes), instances: byId(targets) }
  const byInstance = Map.groupBy(stored, ({ instance_id }) => instance_id)
  return instances.map((instance) => {
    const byAttribute = Map.groupBy(byInstance.get(instance.id) ?? [], ({ attribute_id }) => attribute_id)
    const references = attributes.flatMap((attribute) => {
      const value = presentReferences(attribute, (byAttribute.get(attribute.id) ?? []).map(targetOf), known)
      return value === undefined ? [] : [[attribute.name, value] as const]
    })
    return presentInstance(type, instance, references)
  })
}

interface KnownTargets {
  readonly types: ReadonlyMap<number, ObjectType>
  readonly instances: ReadonlyMap<number, ObjectInstance>
}

function presentReferences(
  { is_many, target_type_id }: ObjectAttribute,
  ids: readonly number[],
  { types, instances }: KnownTargets,
): unknown {
  if (ids.length === 0) return undefined
  if (target_type_id === null) return is_many ? ids.map(String) : String(ids[0])
  const type = types.get(target_type_id)
  if (type === undefined) return undefined
  const targets = ids.map((id) => instances.get(id)).filter((instance) => instance !== undefined)
  return { type: `${type.identifier}.list`, instances: targets.map((target) => presentInstance(type, target, [])) }
}

function presentInstance(
  type: ObjectType,
  instance: ObjectInstance,
  references: readonly (readonly [name: string, value: unknown])[],
) {
  const values = [...activeAttributes(type).values()].flatMap((attribute) => {
    const value = presentValue(attribute, instance.attributes[attribute.name])
    return value === undefined ? [] : [[attribute.name, value] as const]
  })
  return {
    id: String(instance.id),
    type: type.identifier,
    custom_attributes: Object.fromEntries([...values, ...references]),
    ...(instance.external_id === null ? {} : { external_id: instance.external_id }),
    external_created_at: instance.external_created_at && toUnixSeconds(instance.external_created_at),
    external_updated_at: instance.external_updated_at && toUnixSeconds(instance.external_updated_at),
    created_at: toUnixSeconds(instance.created_at),
    updated_at: toUnixSeconds(instance.updated_at),
  }
}

/** A list shows its option's label; every other value is kept as it is shown. */
function presentValue({ data_type, options }: ObjectAttribute, stored: unknown): unknown {
  return data_type === 'list' ? options.find(({ id }) => id === stored)?.label : stored
}

function distinct(ids: readonly (number | null)[]): number[] {
  return [...new Set(ids.filter((id) => id !== null))]
}

function byId<T extends { readonly id: number }>(items: readonly T[]): Map<number, T> {
  return new Map(items.map((item) => [item.id, item]))
}
