import { Type } from 'typebox'
import { ListQueryFields, oneOf } from '../http/index.ts'

export const ConversationQuery = Type.Object({
  ...ListQueryFields,
  state: Type.Optional(oneOf(['open', 'closed'])),
  status: Type.Optional(oneOf(['thinking', 'awaiting_user_reply', 'complete'])),
  channel: Type.Optional(oneOf(['fin_agent_api', 'custom_channel'])),
  contact_id: Type.Optional(Type.String({ maxLength: 20 })),
  external_id: Type.Optional(Type.String({ maxLength: 512 })),
})

const Teammate = Type.String({ minLength: 1, maxLength: 255, pattern: '\\S' })

export const TeammateReplyBody = Type.Object({
  body: Type.String({ minLength: 1, maxLength: 100_000, pattern: '\\S' }),
  message_type: Type.Optional(oneOf(['comment', 'note'])),
  teammate_name: Teammate,
})

export const TeammateActionBody = Type.Object({ teammate_name: Teammate })
