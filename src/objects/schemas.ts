import { Type, type Static } from 'typebox'
import { ListQueryFields, oneOf } from '../http/index.ts'
import type { ObjectDataType } from '../db/index.ts'
import { MAX_PER_PAGE } from '../kernel/index.ts'

/** How much can be defined. What was left out of a definition and is kept archived counts. */
export const MAX_TYPES = 100
export const MAX_ATTRIBUTES = 100
export const MAX_OPTIONS = 500

const strict = { additionalProperties: false }
const Label = Type.String({ minLength: 1, maxLength: 255, pattern: '\\S' })

const DATA_TYPES = [
  'text',
  'number',
  'decimal',
  'list',
  'boolean',
  'date',
  'reference',
] as const satisfies ObjectDataType[]

const Attribute = Type.Object(
  {
    // The rule of other attributes' names.
    name: Type.String({
      pattern: '^[^\\s.][^.]{0,189}$',
      description: 'a name of 1 to 190 characters without dots',
    }),
    label: Type.Optional(Label),
    data_type: oneOf(DATA_TYPES),
    options: Type.Optional(Type.Array(Type.Object({ id: Label, label: Label }, strict), { minItems: 1 })),
    // `contact`, `conversation`, or the identifier of a type.
    target: Type.Optional(Label),
    many: Type.Optional(Type.Boolean()),
    ai_agent_availability: Type.Optional(Type.Boolean()),
  },
  strict,
)
export type GivenAttribute = Static<typeof Attribute>

/** A whole definition: what is not in it is not wanted any more. */
export const DefineObjectType = Type.Object(
  {
    aliases: Type.Optional(Type.Array(Label, { maxItems: 20 })),
    attributes: Type.Array(Attribute, { maxItems: MAX_ATTRIBUTES }),
  },
  strict,
)
export type DefineObjectType = Static<typeof DefineObjectType>

export const TypeParams = Type.Object({ type: Type.String() })

export const DeleteTypeQuery = Type.Object({ delete_instances: Type.Optional(Type.Boolean()) })

const ExternalId = Type.String({ minLength: 1, maxLength: 512, pattern: '\\S' })

/** Facts §5: nothing is required. What times mean nothing is no fault, so they may be anything. */
export const UpsertInstance = Type.Object({
  external_id: Type.Optional(ExternalId),
  external_created_at: Type.Optional(Type.Unknown()),
  external_updated_at: Type.Optional(Type.Unknown()),
  custom_attributes: Type.Optional(Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()])),
})
export type UpsertInstance = Static<typeof UpsertInstance>

/** The list came with 2.16 (facts §5). */
export const InstanceQuery = Type.Object({
  ...ListQueryFields,
  per_page: Type.Integer({ minimum: 1, maximum: MAX_PER_PAGE, default: 20 }),
  external_id: Type.Optional(Type.String({ maxLength: 512 })),
  references_contact_id: Type.Optional(Type.String({ maxLength: 512 })),
  references_conversation_id: Type.Optional(Type.String({ maxLength: 512 })),
})

export const InstanceParams = Type.Object({ type: Type.String(), id: Type.String() })
