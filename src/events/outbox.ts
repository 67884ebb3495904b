import { sql } from 'kysely'
import { afterCommit, type Database, type EventFamily, type Transaction } from '../db/index.ts'
import type { Clock } from '../kernel/index.ts'
import type { EventPlace, EventSignal } from './event-signal.ts'

export interface NewEvent {
  readonly family: EventFamily
  /** `fin_replied`, `conversation.operator.replied`, ... */
  readonly name: string
  readonly conversationId: number | null
  /** The exact text that webhooks and streams carry. */
  readonly payload: string
  /** Not for webhooks; soon worthless, and deleted soon. */
  readonly isStreamOnly?: boolean
}

/**
 * The one ordered list of what happened. An event is added in the transaction of its change, together with a delivery
 * for each webhook that wants it: what was acknowledged will be told, what was rolled back never is.
 */
export class Outbox {
  readonly #db: Database
  readonly #clock: Clock
  readonly #signal: EventSignal

  constructor({ db, clock, signal }: { readonly db: Database; readonly clock: Clock; readonly signal: EventSignal }) {
    this.#db = db
    this.#clock = clock
    this.#signal = signal
  }

  /**
   * Adds events in this order; notifications only where a webhook, whatever its state, wants the topic. The caller holds
   * the lock of the conversation's row, so that the ids of a conversation's events grow in the order of commits.
   * @returns the ids of the events that were added
   */
  async append(tx: Transaction, workspaceId: number, events: readonly NewEvent[]): Promise<number[]> {
    if (events.length === 0) return []
    const now = new Date(this.#clock.now())
    const records = events.map((event) => ({
      family: event.family,
      name: event.name,
      conversation_id: event.conversationId,
      payload: event.payload,
      is_stream_only: event.isStreamOnly ?? false,
    }))
    // Disabled webhooks get nothing; what a paused one misses waits for it. A webhook that is deleted at this moment is
    // left out by the lock, where it would otherwise fail the whole change.
    const { rows } = await sql<{ id: number }>`
      with added as (
        insert into event (workspace_id, conversation_id, family, name, payload, is_stream_only, created_at)
        select ${workspaceId}::int, e.conversation_id, e.family, e.name, e.payload, e.is_stream_only, ${now}
        from rows from (json_to_recordset(${JSON.stringify(records)}::json) as
          (family text, name text, conversation_id int, payload text, is_stream_only boolean)
        ) with ordinality as e (family, name, conversation_id, payload, is_stream_only, position)
        where e.family <> 'notification' or exists (
          select from webhook w
          where w.workspace_id = ${workspaceId} and w.family = e.family and e.name = any(w.topics))
        order by e.position
        returning id, conversation_id, family, name, is_stream_only
      ), queued as (
        insert into delivery (workspace_id, webhook_id, event_id, conversation_id, state, due_at, attempt_count,
          attempts, created_at)
        select ${workspaceId}::int, w.id, a.id, a.conversation_id, 'pending', ${now}, 0, '[]', ${now}
        from added a
        join webhook w on w.workspace_id = ${workspaceId} and w.family = a.family
        where not a.is_stream_only and w.state <> 'disabled' and (w.family <> 'notification' or a.name = any(w.topics))
        order by a.id, w.id
        for key share of w
      )
      select id from added order by id`.execute(tx)

    const places = new Set(events.map(({ conversationId }) => conversationId))
    for (const conversationId of places) await this.announce(tx, { workspaceId, conversationId })
    return rows.map(({ id }) => id)
  }

  /** Says, once the transaction is stored, that something changed there: new events, or their end. */
  async announce(tx: Transaction, place: EventPlace): Promise<void> {
    await this.#db.notifications?.send(tx, JSON.stringify(place))
    afterCommit(tx, () => this.#signal.tell(place))
  }
}
