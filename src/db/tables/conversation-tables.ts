import type { Generated, JSONColumnType } from 'kysely'

/** People, and what is said with them. */
export interface ConversationTables {
  contact: {
    workspace_id: number
    id: Generated<number>
    role: ContactRole
    external_id: string
    name: string | null
    email: string | null
    attributes: JSONColumnType<Record<string, unknown>>
    created_at: Date
    updated_at: Date
  }
  /** Every external id that leads to a contact: its own and those of contacts merged into it. */
  contact_identity: {
    workspace_id: number
    external_id: string
    contact_id: number
  }
  attribute: {
    workspace_id: number
    model: AttributeModel
    name: string
    type: AttributeType
    created_at: Date
  }
  agent_settings: {
    workspace_id: number
    settings: JSONColumnType<object>
    updated_at: Date
  }
  conversation: {
    workspace_id: number
    id: Generated<number>
    channel: Channel
    /** The id that the application gave; unique within the channel. */
    external_id: string
    contact_id: number
    /** Of the last request of the user's side: decides the shape of its events. */
    api_version: string
    status: ConversationStatus
    /** Who answers the user now. */
    handler: 'agent' | 'team'
    is_open: boolean
    /** One answer and nothing more: `/fin/ask`. */
    is_single_answer: boolean
    /** Counts the user's messages; an answer to an older turn is not sent. */
    turn: number
    /** Set while the agent owes an answer. */
    turn_due_at: Date | null
    turn_leased_until: Date | null
    turn_failures: number
    /** What happens at `timer_at` when nobody writes before. */
    timer: 'check_in' | 'close' | null
    timer_at: Date | null
    /** What the dialogue has to remember between turns. */
    memory: JSONColumnType<object>
    language: string | null
    attributes: JSONColumnType<Record<string, unknown>>
    resolution_state: ResolutionState | null
    rating: string | null
    rating_remark: string | null
    rating_requested_at: Date | null
    rated_at: Date | null
    /** Streams opened for events up to this one end with it. */
    stream_closed_at_event: number
    /** When the team got it from the agent for the first time. */
    first_handed_over_at: Date | null
    created_at: Date
    updated_at: Date
  }
  conversation_part: {
    workspace_id: number
    id: Generated<number>
    conversation_id: number
    kind: 'message' | 'note' | 'state'
    /** As Intercom calls them: `agent` is a person of the team, `fin` the answer agent. */
    author: PartAuthor
    author_name: string | null
    /** Of the agent's messages: what it said this for. */
    purpose: string | null
    /** Safe to show in a browser. */
    body_html: string
    body_text: string
    /** When the author wrote it, as the application says. */
    sent_at: Date | null
    turn: number
    metadata: JSONColumnType<Record<string, unknown>>
    created_at: Date
  }
  part_source: {
    workspace_id: number
    part_id: number
    ordinal: number
    page_id: number
    revision: number
    title: string
    url: string | null
    quote: string
    start_offset: number
    end_offset: number
    /** When the page's content had last changed; null where that was not kept. */
    updated_at: Date | null
  }
  part_attachment: {
    workspace_id: number
    part_id: number
    ordinal: number
    name: string
    content_type: string
    size_bytes: number
    url: string | null
    data: Buffer | null
    /** What could be read of it. */
    text: string | null
    state: 'waiting' | 'read' | 'kept' | 'failed'
    reason: string | null
  }
  channel_event: {
    workspace_id: number
    event_id: string
    conversation_id: number
    request_hash: Buffer
    response: JSONColumnType<object>
    created_at: Date
  }
  erasure: {
    workspace_id: number
    id: string
    contact_id: number
    counts: JSONColumnType<object>
    erased_at: Date
  }
  /** Conversations begin open; each later closing and opening. */
  conversation_state_change: {
    workspace_id: number
    id: Generated<number>
    conversation_id: number
    is_open: boolean
    changed_at: Date
  }
}

export type ContactRole = 'user' | 'lead'
export type AttributeModel = 'user' | 'conversation'
export type AttributeType = 'string' | 'integer' | 'float' | 'boolean' | 'date'
export type Channel = 'fin_agent_api' | 'custom_channel'
export type ConversationStatus = 'thinking' | 'awaiting_user_reply' | 'escalated' | 'resolved' | 'complete'
/** Facts §7.1, §7.6. */
export type ResolutionState =
  | 'confirmed_resolution'
  | 'assumed_resolution'
  | 'escalated'
  | 'routed_to_team'
  | 'abandoned'
export type PartAuthor = 'user' | 'agent' | 'fin'
