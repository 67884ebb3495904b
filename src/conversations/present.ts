import { toUnixSeconds } from '../kernel/index.ts'
import { presentContact, type Contact } from '../contacts/index.ts'
import { objectsUsed } from './answer-from-objects.ts'
import type { Conversation, Part, PartSource } from './conversation.ts'
import type { AttachmentSummary } from './part-store.ts'
import { RATINGS } from './settings.ts'

/** A conversation with the names of Intercom's conversation model, where it has them (facts §7.1). */
export function presentConversation(conversation: Conversation, contact: Contact | undefined) {
  const { rating } = conversation
  return {
    type: 'conversation' as const,
    id: String(conversation.id),
    external_id: conversation.external_id,
    channel: conversation.channel,
    open: conversation.is_open,
    state: conversation.is_open ? ('open' as const) : ('closed' as const),
    status: conversation.status,
    handled_by: conversation.handler,
    language: conversation.language,
    custom_attributes: conversation.attributes,
    contact:
      contact === undefined
        ? { type: 'contact' as const, id: String(conversation.contact_id) }
        : presentContact(contact),
    ai_agent_participated: true,
    ai_agent: {
      resolution_state: conversation.resolution_state,
      last_answer_type: conversation.memory.lastAnswerType ?? null,
      rating: rating === null ? null : RATINGS.findIndex((key) => key === rating) + 1,
      rating_remark: conversation.rating_remark,
    },
    created_at: toUnixSeconds(conversation.created_at),
    updated_at: toUnixSeconds(conversation.updated_at),
  }
}

export function presentPart(
  part: Part,
  sources: readonly PartSource[] = [],
  attachments: readonly AttachmentSummary[] = [],
) {
  return {
    type: 'conversation_part' as const,
    id: String(part.id),
    part_type: part.kind === 'message' ? 'comment' : part.kind === 'note' ? 'note' : part.metadata['state'],
    author: { type: AUTHOR_TYPES[part.author], name: part.author_name },
    body: part.body_html,
    purpose: part.purpose,
    created_at: toUnixSeconds(part.created_at),
    metadata: presentMetadata(part.metadata),
    sources: sources.map((source) => ({
      page_id: String(source.page_id),
      revision: source.revision,
      title: source.title,
      url: source.url,
      quote: source.quote,
      start: source.start_offset,
      end: source.end_offset,
      updated_at: source.updated_at === null ? null : toUnixSeconds(source.updated_at),
    })),
    objects: objectsUsed(part),
    attachments: attachments.map(({ name, content_type, size_bytes, url, state, reason }) => ({
      name,
      content_type,
      size_bytes,
      url,
      state,
      reason,
    })),
  }
}

/** Options, values and states; objects are told beside the sources, and what the agent notes for itself is nobody's business. */
function presentMetadata(metadata: Part['metadata']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(metadata).filter(([name]) => !INTERNAL.has(name)))
}

const INTERNAL = new Set(['after_event', 'is_context', 'has_attachments', 'objects', 'nearest_pages'])

/** Intercom's names of authors: a teammate is an `admin`, the agent a `bot`. */
const AUTHOR_TYPES = { user: 'user', agent: 'admin', fin: 'bot' } as const

/** A conversation with what was said in it, oldest first. */
export function presentConversationWithParts(
  conversation: Conversation,
  contact: Contact | undefined,
  parts: readonly Part[],
  sources: readonly PartSource[] = [],
  attachments: readonly AttachmentSummary[] = [],
) {
  return {
    ...presentConversation(conversation, contact),
    participants: participantsIn(parts),
    conversation_parts: {
      type: 'conversation_part.list' as const,
      conversation_parts: parts.map((part) => presentPart(part, ofPart(sources, part), ofPart(attachments, part))),
      total_count: parts.length,
    },
  }
}

/** Who has said something to the other side, each once, in the order of their first words. */
function participantsIn(parts: readonly Part[]) {
  const found = new Map<string, { type: (typeof AUTHOR_TYPES)[Part['author']]; name: string | null }>()
  for (const { kind, author, author_name: name } of parts) {
    if (kind !== 'message') continue
    // A user's name may have been learnt on the way; it is one person all the same.
    const key = author === 'user' ? author : `${author} ${name}`
    found.set(key, { type: AUTHOR_TYPES[author], name: name ?? found.get(key)?.name ?? null })
  }
  return [...found.values()]
}

function ofPart<T extends { readonly part_id: number }>(all: readonly T[], part: Part): T[] {
  return all.filter(({ part_id: partId }) => partId === part.id)
}
