import { Type, type Static } from 'typebox'
import { Attachments } from '../attachments/index.ts'
import { oneOf } from '../http/index.ts'

const Id = Type.String({ minLength: 1, maxLength: 512, pattern: '\\S' })
const Timestamp = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?([Zz]|[+-]\\d{2}:?\\d{2})?$',
  maxLength: 64,
  description: 'a date and time such as 2025-01-24T10:01:20.000Z',
})

/** Facts §4.2: `timestamp` is required by the description, but newer clients send `timestamp_ms` or none. */
const Message = Type.Object({
  author: oneOf(['user', 'agent', 'fin']),
  body: Type.String({ maxLength: 100_000 }),
  timestamp: Type.Optional(Timestamp),
  timestamp_ms: Type.Optional(Timestamp),
})
export type Message = Static<typeof Message>

const Attributes = Type.Record(Type.String({ maxLength: 190 }), Type.Unknown())

const User = Type.Object({
  id: Id,
  name: Type.Optional(Type.String({ maxLength: 1_000 })),
  email: Type.Optional(
    Type.String({ pattern: '^[^\\s@]+@[^\\s@]+$', maxLength: 512, description: 'an email address' }),
  ),
  attributes: Type.Optional(Attributes),
})
export type User = Static<typeof User>

/** Preview (facts §4.3). */
const Settings = Type.Object({
  follow_up_questions: Type.Optional(Type.Boolean()),
  email: Type.Optional(Type.Boolean()),
})

export const ReplyBody = Type.Object({
  conversation_id: Id,
  message: Message,
  user: User,
  attachments: Type.Optional(Type.Unsafe<Static<typeof Attachments>>({ ...Attachments, maxItems: undefined })),
  settings: Type.Optional(Settings),
})
export type ReplyBody = Static<typeof ReplyBody>

export const StartBody = Type.Object({
  ...ReplyBody.properties,
  conversation_metadata: Type.Optional(
    Type.Object({
      history: Type.Optional(Type.Array(Message)),
      attributes: Type.Optional(Attributes),
    }),
  ),
})
export type StartBody = Static<typeof StartBody>

/** Preview (facts §4.8): one of `conversation_id` and `user`. */
export const EscalateBody = Type.Object({
  conversation_id: Type.Optional(Id),
  user: Type.Optional(User),
  message: Type.Optional(Type.String({ maxLength: 10_000 })),
  context: Type.Optional(Type.String({ maxLength: 10_000 })),
})
export type EscalateBody = Static<typeof EscalateBody>
