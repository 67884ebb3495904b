import { sql } from 'kysely'
import type { ObjectDataType, Reader } from '../db/index.ts'
import { renderValue, type StoredOption } from './render-value.ts'

/** An instance that refers to a contact, with what the agent may tell of it. */
export interface OwnObject {
  readonly id: number
  /** The type's identifier, such as `Order`. */
  readonly type: string
  readonly aliases: readonly string[]
  readonly externalId: string | null
  /** In the order of their definition; also those without a value, since they may be asked for. */
  readonly attributes: readonly OwnAttribute[]
}

export interface OwnAttribute {
  readonly name: string
  readonly label: string
  readonly isText: boolean
  /** Labels of a list's options. */
  readonly options: readonly string[]
  /** As people read it; undefined when there is none. */
  readonly value: string | undefined
}

export type FindOwnObjects = (asker: {
  readonly workspaceId: number
  readonly contactId: number
}) => Promise<OwnObject[]>

/** Who has more is told of the newest. */
const MAX_OBJECTS = 200

interface Row {
  readonly id: number
  readonly type: string
  readonly aliases: readonly string[]
  readonly external_id: string | null
  readonly attributes: readonly StoredAttribute[]
}

interface StoredAttribute {
  readonly name: string
  readonly label: string
  readonly data_type: ObjectDataType
  readonly options: readonly StoredOption[]
  readonly value: unknown
}

/**
 * The instances that refer to this contact by a reference attribute of theirs that is in use, newest first, 200 at most.
 * What the agent may not use does not leave the database: attributes that are archived or not available to it, and
 * instances of types that have no others. One statement, which starts at the contact: nobody's instances cost nothing.
 */
export async function findOwnObjects(
  db: Reader,
  { workspaceId, contactId }: Parameters<FindOwnObjects>[0],
): Promise<OwnObject[]> {
  const { rows } = await sql<Row>`
    select i.id, t.identifier as type, t.aliases, i.external_id, usable.attributes
    from object_instance i
    join object_type t on t.workspace_id = i.workspace_id and t.id = i.type_id
    cross join lateral (
      select jsonb_agg(jsonb_build_object('name', a.name, 'label', a.label, 'data_type', a.data_type,
        'options', a.options, 'value', i.attributes -> a.name) order by a.id) as attributes
      from object_attribute a
      where a.workspace_id = i.workspace_id and a.type_id = i.type_id
        and a.ai_agent_availability and not a.is_archived and a.data_type <> 'reference'
    ) usable
    where i.workspace_id = ${workspaceId} and usable.attributes is not null
      and i.id in (
        select r.instance_id from object_reference r
        join object_attribute a on a.workspace_id = r.workspace_id and a.id = r.attribute_id
        where r.workspace_id = ${workspaceId} and r.contact_id = ${contactId}
          and a.target = 'contact' and not a.is_archived)
    order by coalesce(i.external_updated_at, i.updated_at) desc, i.id desc
    limit ${MAX_OBJECTS}`.execute(db)
  return rows.map(({ external_id: externalId, attributes, ...row }) => ({
    ...row,
    externalId,
    attributes: attributes.map((attribute) => ({
      name: attribute.name,
      label: attribute.label,
      isText: attribute.data_type === 'text',
      options: attribute.options.map(({ label }) => label),
      value: renderValue(attribute.value, attribute),
    })),
  }))
}
