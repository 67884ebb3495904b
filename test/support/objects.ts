import type { ObjectDataType, Reader, ReferenceTarget } from '../../src/db/index.ts'

export interface AttributeFields {
  readonly name: string
  readonly label?: string
  readonly type?: ObjectDataType
  readonly options?: readonly { id: string; label: string; is_archived: boolean }[]
  readonly target?: ReferenceTarget
  readonly isArchived?: boolean
  readonly isUsable?: boolean
}

/** A type with these attributes, written as rows. @returns the ids of its attributes by name */
export async function insertType(
  db: Reader,
  type: {
    readonly workspaceId?: number
    readonly identifier: string
    readonly aliases?: readonly string[]
    readonly attributes: readonly AttributeFields[]
  },
): Promise<{ id: number; attributeIds: Record<string, number> }> {
  const workspace_id = type.workspaceId ?? 1
  const times = { created_at: new Date(0), updated_at: new Date(0) }
  const { id } = await db
    .insertInto('object_type')
    .values({ workspace_id, identifier: type.identifier, aliases: [...(type.aliases ?? [])], ...times })
    .returning('id')
    .executeTakeFirstOrThrow()
  const attributeIds: Record<string, number> = {}
  for (const attribute of type.attributes) {
    const row = await db
      .insertInto('object_attribute')
      .values({
        workspace_id,
        type_id: id,
        name: attribute.name,
        label: attribute.label ?? attribute.name,
        data_type: attribute.type ?? (attribute.target === undefined ? 'text' : 'reference'),
        options: JSON.stringify(attribute.options ?? []),
        target: attribute.target ?? null,
        target_type_id: null,
        is_many: attribute.target !== undefined,
        is_archived: attribute.isArchived ?? false,
        ai_agent_availability: attribute.isUsable ?? false,
        ...times,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    attributeIds[attribute.name] = row.id
  }
  return { id, attributeIds }
}

/** An instance that refers to contacts by reference attributes (by their ids). @returns its id */
export async function insertInstance(
  db: Reader,
  instance: {
    readonly workspaceId?: number
    readonly typeId: number
    readonly externalId: string | null
    readonly attributes?: Readonly<Record<string, unknown>>
    readonly updatedAt?: Date
    readonly contacts: readonly { readonly attributeId: number; readonly contactId: number }[]
  },
): Promise<number> {
  const workspace_id = instance.workspaceId ?? 1
  const { id } = await db
    .insertInto('object_instance')
    .values({
      workspace_id,
      type_id: instance.typeId,
      external_id: instance.externalId,
      external_created_at: null,
      external_updated_at: instance.updatedAt ?? null,
      attributes: JSON.stringify(instance.attributes ?? {}),
      created_at: new Date(0),
      updated_at: new Date(0),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [ordinal, { attributeId, contactId }] of instance.contacts.entries()) {
    await db
      .insertInto('object_reference')
      .values({
        workspace_id,
        instance_id: id,
        attribute_id: attributeId,
        ordinal,
        contact_id: contactId,
        conversation_id: null,
        target_instance_id: null,
      })
      .execute()
  }
  return id
}
