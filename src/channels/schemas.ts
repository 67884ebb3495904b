import { Type, type Static } from 'typebox'
import { oneOf } from '../http/index.ts'

const Id = Type.String({ minLength: 1, maxLength: 512, pattern: '\\S' })

export const ContactName = Type.String({ maxLength: 1_000 })
export const ContactEmail = Type.String({
  pattern: '^[^\\s@]+@[^\\s@]+$',
  maxLength: 512,
  description: 'an email address',
})

/** Facts §3.2. */
const Base = {
  event_id: Id,
  external_conversation_id: Id,
  contact: Type.Object({
    type: oneOf(['user', 'lead']),
    external_id: Id,
    name: Type.Optional(ContactName),
    email: Type.Optional(ContactEmail),
  }),
}

export const NewConversationBody = Type.Object(Base)
export type NewConversationBody = Static<typeof NewConversationBody>

export const NewMessageBody = Type.Object({
  ...Base,
  body: Type.String({ minLength: 1, maxLength: 100_000, pattern: '\\S' }),
})

export const QuickReplyBody = Type.Object({ ...Base, quick_reply_option_id: Id })

export const AttributeBody = Type.Object({
  ...Base,
  attribute: Type.Object({ id: Id, value: Type.String({ maxLength: 10_000 }) }),
})
