import type { Generated, JSONColumnType } from 'kysely'

/** What happened, and who is told. */
export interface EventTables {
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
}

export type EventFamily = 'fin_agent_api' | 'custom_channel' | 'notification'
export type WebhookState = 'active' | 'paused' | 'disabled'
export type DeliveryState = 'pending' | 'delivered' | 'failed'
