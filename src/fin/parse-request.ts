import { parseAttachments, type ParsedAttachment } from '../attachments/index.ts'
import { readMessageBody, type NewPart } from '../conversations/index.ts'
import { parameterInvalid } from '../kernel/index.ts'
import type { Message, ReplyBody, StartBody, User } from './schemas.ts'

/** Facts §4.2, with the wording of Preview. */
const MAX_ATTACHMENTS = 10
const MAX_HISTORY = 10
const MAX_ATTRIBUTES = 10

/** @throws `parameter_invalid` that names what is too many, blank or no time */
export function parseReply(body: ReplyBody): { message: NewPart; attachments: ParsedAttachment[] } {
  const given = body.attachments ?? []
  if (given.length > MAX_ATTACHMENTS) {
    throw parameterInvalid('attachments', `Cannot attach more than ${MAX_ATTACHMENTS} attachments at once.`)
  }
  requireFewAttributes(body.user.attributes, 'user.attributes')
  const message = parseMessage(body.message, 'message', body.user)
  if (message.text === '' && given.length === 0) throw parameterInvalid('message.body', 'message.body is required')
  return { message, attachments: parseAttachments(given) }
}

/** What was said before the agent was asked. */
export function parseHistory(metadata: StartBody['conversation_metadata'], user: User): NewPart[] {
  const history = metadata?.history ?? []
  if (history.length > MAX_HISTORY) {
    throw parameterInvalid(
      'conversation_metadata.history',
      `Conversation history cannot contain more than ${MAX_HISTORY} items`,
    )
  }
  requireFewAttributes(metadata?.attributes, 'conversation_metadata.attributes')
  return history.map((message, index) => parseMessage(message, `conversation_metadata.history.${index}`, user))
}

function parseMessage(message: Message, field: string, user: User): NewPart {
  return {
    kind: 'message',
    author: message.author,
    authorName: message.author === 'user' ? (user.name ?? null) : null,
    purpose: null,
    ...readMessageBody(message.body),
    sentAt: parseTime(message.timestamp_ms ?? message.timestamp, `${field}.timestamp`),
    metadata: {},
  }
}

function parseTime(text: string | undefined, field: string): Date | null {
  if (text === undefined) return null
  const time = new Date(text)
  if (Number.isNaN(time.getTime())) throw parameterInvalid(field, `${field} must be a date and time`)
  return time
}

export function requireFewAttributes(attributes: object | undefined, field: string): void {
  if (Object.keys(attributes ?? {}).length > MAX_ATTRIBUTES) {
    throw parameterInvalid(field, `Cannot update more than ${MAX_ATTRIBUTES} attributes at once.`)
  }
}
