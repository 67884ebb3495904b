import { Type, type Static } from 'typebox'
import { ListQueryFields, oneOf } from '../http/index.ts'
import { ATTRIBUTE_TYPES } from './attributes.ts'

export const DefineAttribute = Type.Object({
  model: oneOf(['user', 'conversation']),
  // No dots: audience rules use them to reach into values.
  name: Type.String({
    pattern: '^[^\\s.][^.]{0,189}$',
    description: 'a name of 1 to 190 characters without dots',
  }),
  type: oneOf(ATTRIBUTE_TYPES),
})
export type DefineAttribute = Static<typeof DefineAttribute>

export const AttributeParams = Type.Object({ model: oneOf(['user', 'conversation']), name: Type.String() })

export const ContactQuery = Type.Object({
  ...ListQueryFields,
  external_id: Type.Optional(Type.String({ maxLength: 512 })),
  email: Type.Optional(Type.String({ maxLength: 512 })),
})
