import type { Generated, JSONColumnType } from 'kysely'

/** Custom objects. */
export interface ObjectTables {
  object_type: {
    workspace_id: number
    id: Generated<number>
    /** What the API calls it, as in `/custom_object_instances/Order`. */
    identifier: string
    /** Other words that people use for it. */
    aliases: string[]
    created_at: Date
    updated_at: Date
  }
  object_attribute: {
    workspace_id: number
    id: Generated<number>
    type_id: number
    name: string
    label: string
    data_type: ObjectDataType
    /** Of a list: `{id, label, is_archived}`; those that may be chosen come first. */
    options: JSONColumnType<object[]>
    target: ReferenceTarget | null
    target_type_id: number | null
    is_many: boolean
    /** Its values are kept but neither shown nor taken. */
    is_archived: boolean
    ai_agent_availability: boolean
    created_at: Date
    updated_at: Date
  }
  object_instance: {
    workspace_id: number
    id: Generated<number>
    type_id: number
    external_id: string | null
    external_created_at: Date | null
    external_updated_at: Date | null
    /** By attribute name; references are in `object_reference`. */
    attributes: JSONColumnType<Record<string, unknown>>
    created_at: Date
    updated_at: Date
  }
  object_reference: {
    workspace_id: number
    instance_id: number
    attribute_id: number
    ordinal: number
    contact_id: number | null
    conversation_id: number | null
    target_instance_id: number | null
  }
}

export type ObjectDataType = 'text' | 'number' | 'decimal' | 'list' | 'boolean' | 'date' | 'reference'
export type ReferenceTarget = 'contact' | 'conversation' | 'object'
