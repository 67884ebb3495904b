import type { ColumnType, Generated, JSONColumnType } from 'kysely'

/** The tables as the program sees them. `workspace_id` comes first in every tenant-owned key. */
export interface Schema {
  workspace: {
    id: Generated<number>
    name: string
    created_at: Date
    /** Signs what the workspace hands out for a while. */
    signing_key: Generated<Buffer>
  }
  access_token: {
    workspace_id: number
    id: Generated<number>
    name: string
    /** SHA-256 of the token; the token itself is shown once and never stored. */
    token_hash: Buffer
    scopes: string[]
    created_at: Date
  }
  source: {
    workspace_id: number
    id: Generated<number>
    url: string
    sync_behavior: SyncBehavior
    status: SourceStatus
    last_synced_at: Date
    created_at: Date
    updated_at: Date
  }
  audience: {
    workspace_id: number
    id: Generated<number>
    name: string
    rule: JSONColumnType<object>
    created_at: Date
    updated_at: Date
  }
  source_audience: {
    workspace_id: number
    source_id: number
    audience_id: number
  }
  page: {
    workspace_id: number
    id: Generated<number>
    source_id: number
    external_id: string
    title: string
    html: string
    url: string | null
    ai_agent_availability: boolean
    ai_copilot_availability: boolean
    ai_sales_agent_availability: boolean
    locale: string
    /** Detected from the text, never taken from `locale`. */
    language: string
    /** What a reader sees of the html; citations' offsets count UTF-16 units in it. */
    text: string
    hidden: JSONColumnType<object>
    content_hash: Buffer
    /** Counts content changes, from 1. */
    revision: number
    /** When the revision was pushed; `updated_at` moves with metadata as well, `last_ingested_at` with the rules. */
    content_changed_at: Date
    /** `stale`: the page is saved but its chunks are not, and a job will index it. */
    index_state: 'indexed' | 'stale'
    /** Version of the ingest rules that made the chunks; older ones are indexed again in the background. */
    index_version: number
    created_at: Date
    updated_at: Date
    last_ingested_at: Date
  }
  /** Derived from pages and rebuildable at any time. */
  chunk: {
    workspace_id: number
    id: Generated<number>
    page_id: number
    source_id: number
    ordinal: number
    ai_agent: boolean
    ai_copilot: boolean
    heading_path: ColumnType<string[], string[], string[]>
    start_offset: number
    end_offset: number
    text: string
    /** Analysed terms of title, headings and text, joined by spaces. */
    terms: string
    content_hash: Buffer
  }
  /** Present only where the server has pgvector. */
  chunk_vector: {
    workspace_id: number
    chunk_id: number
    model: string
    /** pgvector's text form, `[1,2,3]`. */
    embedding: string
  }
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
  /** The outbox. */
  event: {
    workspace_id: number
    id: Generated<number>
    conversation_id: number | null
    family: EventFamily
    name: string
    /** The exact text that receivers get. */
    payload: string
    /** Never delivered to webhooks. */
    is_stream_only: boolean
    created_at: Date
  }
  webhook: {
    workspace_id: number
    id: Generated<number>
    family: EventFamily
    url: string
    topics: string[]
    secret: string
    authentication_token: string | null
    state: WebhookState
    state_reason: string | null
    consecutive_failures: number
    /** When the first of the consecutive failures was. */
    failing_since: Date | null
    /** How often in a row the receiver asked for fewer requests. */
    consecutive_throttles: number
    /** Nothing is sent before this time: asked for by the receiver, or a pause after many failures. */
    not_before: Date | null
    created_at: Date
    updated_at: Date
  }
  /** One event to one webhook, with all its attempts. */
  delivery: {
    workspace_id: number
    id: Generated<number>
    webhook_id: number
    event_id: number
    conversation_id: number | null
    state: DeliveryState
    due_at: Date
    leased_until: Date | null
    attempt_count: number
    attempts: JSONColumnType<object[]>
    first_sent_at: Date | null
    delivered_at: Date | null
    created_at: Date
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
  object_type: {
    workspace_id: number
    id: Generated<number>
    /** What the API calls it, as in `/custom_object_instances/Order`. */
    identifier: string
    /** Other words that people use for it. */
    aliases: string[]
    created_at: Date
    updated_at: Date
  }
  object_attribute: {
    workspace_id: number
    id: Generated<number>
    type_id: number
    name: string
    label: string
    data_type: ObjectDataType
    /** Of a list: `{id, label, is_archived}`; those that may be chosen come first. */
    options: JSONColumnType<object[]>
    target: ReferenceTarget | null
    target_type_id: number | null
    is_many: boolean
    /** Its values are kept but neither shown nor taken. */
    is_archived: boolean
    ai_agent_availability: boolean
    created_at: Date
    updated_at: Date
  }
  object_instance: {
    workspace_id: number
    id: Generated<number>
    type_id: number
    external_id: string | null
    external_created_at: Date | null
    external_updated_at: Date | null
    /** By attribute name; references are in `object_reference`. */
    attributes: JSONColumnType<Record<string, unknown>>
    created_at: Date
    updated_at: Date
  }
  object_reference: {
    workspace_id: number
    instance_id: number
    attribute_id: number
    ordinal: number
    contact_id: number | null
    conversation_id: number | null
    target_instance_id: number | null
  }
  /** What teammates asked; people's conversations are elsewhere. */
  copilot_question: {
    workspace_id: number
    id: Generated<number>
    question: string
    /** Null when it was refused. */
    answer: string | null
    /** Titles of the pages that the answer quoted. */
    page_titles: string[]
    replied_at: Date
  }
  export_job: {
    workspace_id: number
    id: string
    dataset_id: string
    attribute_ids: string[]
    start_time: Date
    end_time: Date
    api_version: string
    status: ExportStatus
    /** Why it failed. */
    reason: string | null
    row_count: number | null
    file_bytes: number | null
    attempts: number
    leased_until: Date | null
    created_at: Date
    completed_at: Date | null
    /** When its file goes. */
    expires_at: Date | null
  }
}

export type SyncBehavior = 'api' | 'automatic' | 'manual'
export type SourceStatus = 'active' | 'deactivated'
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
export type EventFamily = 'fin_agent_api' | 'custom_channel' | 'notification'
export type WebhookState = 'active' | 'paused' | 'disabled'
export type DeliveryState = 'pending' | 'delivered' | 'failed'
export type ObjectDataType = 'text' | 'number' | 'decimal' | 'list' | 'boolean' | 'date' | 'reference'
export type ReferenceTarget = 'contact' | 'conversation' | 'object'
export type ExportStatus = 'pending' | 'in_progress' | 'complete' | 'failed'
