import { randomUUID } from 'node:crypto'
import type { Narrator, Part } from '../conversations/index.ts'
import type { NewEvent } from '../events/index.ts'
import { toUnixSeconds } from '../kernel/index.ts'

/**
 * What a custom channel's application is told. Intercom does not publish the shape of these events (facts §3.4): it is
 * Dorsal's own, documented in docs/custom-channel.md.
 */
export const narrateToCustomChannel: Narrator = (happening, { conversation, userId, at }) => {
  const says = (type: string, fields: object = {}): NewEvent => ({
    family: 'custom_channel',
    name: type,
    conversationId: conversation.id,
    payload: JSON.stringify({
      event_id: randomUUID(),
      event_type: type,
      external_conversation_id: conversation.external_id,
      conversation_id: String(conversation.id),
      contact: { external_id: userId, id: String(conversation.contact_id) },
      created_at: toUnixSeconds(at),
      ...fields,
    }),
  })

  switch (happening.kind) {
    case 'thinking':
      return says('typing')
    case 'fin_said':
      return says(typeOf(happening.part), { message: presentMessage(happening.part) })
    case 'teammate_said':
      if (happening.part.kind === 'note') return undefined
      return says('new_message', { message: presentMessage(happening.part) })
    case 'status':
      if (happening.status === 'resolved') return says('conversation_resolved')
      if (happening.status !== 'escalated') return undefined
      return says('conversation_handed_over', { reason: happening.reason ?? null })
    case 'user_said':
    case 'chunk':
    case 'rating_requested':
    case 'rated':
    case 'closed':
    case 'opened':
      return undefined
    default:
      return happening satisfies never
  }
}

function typeOf({ metadata }: Part): string {
  if (metadata['quick_reply_options'] !== undefined) return 'quick_replies'
  return metadata['attribute_request'] === undefined ? 'new_message' : 'attribute_collector'
}

function presentMessage(part: Part) {
  const { quick_reply_options: options, attribute_request: attribute } = part.metadata
  return {
    id: String(part.id),
    author: { type: part.author === 'agent' ? 'admin' : 'bot', name: part.author_name },
    body: part.body_html,
    body_text: part.body_text,
    ...(options === undefined ? {} : { quick_reply_options: options }),
    ...(attribute === undefined ? {} : { attribute }),
  }
}
