import type { Selectable } from 'kysely'
import type { Schema } from '../db/index.ts'

/** An option of a list. What was left out of the definition is archived: values keep it, nobody can choose it. */
export interface ListOption {
  readonly id: string
  readonly label: string
  readonly is_archived: boolean
}

export type ObjectAttribute = Omit<Selectable<Schema['object_attribute']>, 'options'> & {
  readonly options: readonly ListOption[]
  /** The identifier of the type that it refers to; null unless `target` is `object`. */
  readonly target_identifier: string | null
}

/** A type of objects with all its attributes, archived ones included, in the order of their definition. */
export type ObjectType = Selectable<Schema['object_type']> & { readonly attributes: readonly ObjectAttribute[] }

/** Attributes that are shown and taken, by name. */
export function activeAttributes({ attributes }: ObjectType): Map<string, ObjectAttribute> {
  return new Map(attributes.filter(({ is_archived }) => !is_archived).map((attribute) => [attribute.name, attribute]))
}
