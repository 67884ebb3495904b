import { sql } from 'kysely'
import {
  readPage,
  type Database,
  type DeliveryState,
  type EventFamily,
  type Reader,
  type Transaction,
} from '../db/index.ts'
import { notFound, type Clock, type ListRequest, type ListResult } from '../kernel/index.ts'
import type { Attempt } from './take-deliveries.ts'
import { lockWebhook, type Webhook } from './webhooks.ts'

export interface Delivery {
  readonly id: number
  readonly webhook_id: number
  readonly event_id: number
  readonly conversation_id: number | null
  readonly family: EventFamily
  readonly name: string
  readonly state: DeliveryState
  readonly due_at: Date
  readonly attempt_count: number
  readonly attempts: readonly Attempt[]
  readonly first_sent_at: Date | null
  readonly delivered_at: Date | null
  readonly created_at: Date
}

/** With what its request is made of. */
export interface DeliveryDetail extends Delivery {
  readonly payload: string
  readonly event_created_at: Date
  readonly secret: string
  readonly authentication_token: string | null
}

/** Absent: any. */
export interface DeliveryFilter {
  readonly state?: DeliveryState | undefined
  readonly webhookId?: number | undefined
  readonly conversationId?: number | undefined
  readonly eventName?: string | undefined
}

export interface ReplayCount {
  /** Deliveries that are sent again. */
  readonly replayed: number
  /** Deliveries of events that the webhook was never told about. */
  readonly created: number
}

/** What was, is being and will be sent, and sending it again. */
export class Deliveries {
  readonly #db: Database
  readonly #clock: Clock
  readonly #onDue: () => void

  /** @param onDue told when deliveries became due */
  constructor({ db, clock, onDue }: { readonly db: Database; readonly clock: Clock; readonly onDue: () => void }) {
    this.#db = db
    this.#clock = clock
    this.#onDue = onDue
  }

  /** Newest first. */
  async list(workspaceId: number, filter: DeliveryFilter, request: ListRequest): Promise<ListResult<Delivery>> {
    const filtered = selectDeliveries(this.#db.reader, workspaceId, filter)
    const { items, totalCount } = await readPage(filtered.select(COLUMNS).orderBy('d.id', 'desc'), request)
    return { items: items as readonly Delivery[], totalCount }
  }

  /** @throws `not_found` */
  async get(workspaceId: number, id: number): Promise<DeliveryDetail> {
    const row = await selectDeliveries(this.#db.reader, workspaceId, {})
      .innerJoin('webhook as w', (join) =>
        join.onRef('w.workspace_id', '=', 'd.workspace_id').onRef('w.id', '=', 'd.webhook_id'),
      )
      .select(COLUMNS)
      .select(['e.payload', 'e.created_at as event_created_at', 'w.secret', 'w.authentication_token'])
      .where('d.id', '=', id)
      .executeTakeFirst()
    if (row === undefined) throw notFound('Delivery')
    return row as DeliveryDetail
  }

  /** Sends it again, whatever became of it. One that is being sent at this moment is not sent twice. @throws `not_found` */
  async replay(workspaceId: number, id: number): Promise<void> {
    const now = new Date(this.#clock.now())
    const { numUpdatedRows } = await this.#db.transact((tx) =>
      tx
        .updateTable('delivery')
        .set({ state: 'pending', due_at: now, attempt_count: 0, first_sent_at: null, delivered_at: null })
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    )
    if (numUpdatedRows === 0n) throw notFound('Delivery')
    this.#onDue()
  }

  /**
   * Sends a webhook what it missed since a time: deliveries that failed (or all of them), and events that it was never
   * told about, such as those from when it was disabled or from before it was made. What waits already is left alone.
   * @throws `not_found`
   */
  async replayMissed(
    workspaceId: number,
    webhookId: number,
    since: Date,
    state: 'failed' | 'all',
  ): Promise<ReplayCount> {
    const now = new Date(this.#clock.now())
    const count = await this.#db.transact(async (tx) => {
      const webhook = await lockWebhook(tx, workspaceId, webhookId)
      return {
        replayed: await sendAgain(tx, webhook, since, state, now),
        created: await addMissing(tx, webhook, since, now),
      }
    })
    this.#onDue()
    return count
  }
}

const COLUMNS = [
  'd.id',
  'd.webhook_id',
  'd.event_id',
  'd.conversation_id',
  'e.family',
  'e.name',
  'd.state',
  'd.due_at',
  'd.attempt_count',
  'd.attempts',
  'd.first_sent_at',
  'd.delivered_at',
  'd.created_at',
] as const

function selectDeliveries(db: Reader, workspaceId: number, filter: DeliveryFilter) {
  const { state, webhookId, conversationId, eventName } = filter
  return db
    .selectFrom('delivery as d')
    .innerJoin('event as e', (join) =>
      join.onRef('e.workspace_id', '=', 'd.workspace_id').onRef('e.id', '=', 'd.event_id'),
    )
    .where('d.workspace_id', '=', workspaceId)
    .$if(state !== undefined, (query) => query.where('d.state', '=', state ?? 'pending'))
    .$if(webhookId !== undefined, (query) => query.where('d.webhook_id', '=', webhookId ?? 0))
    .$if(conversationId !== undefined, (query) => query.where('e.conversation_id', '=', conversationId ?? 0))
    .$if(eventName !== undefined, (query) => query.where('e.name', '=', eventName ?? ''))
}

async function sendAgain(
  tx: Transaction,
  webhook: Webhook,
  since: Date,
  state: 'failed' | 'all',
  now: Date,
): Promise<number> {
  const states = state === 'all' ? ['delivered', 'failed'] : ['failed']
  const { numAffectedRows } = await sql`
    update delivery d
    set state = 'pending', due_at = ${now}, attempt_count = 0, first_sent_at = null, delivered_at = null
    from event e
    where d.workspace_id = ${webhook.workspace_id} and d.webhook_id = ${webhook.id} and d.state = any(${states})
      and e.workspace_id = d.workspace_id and e.id = d.event_id and e.created_at >= ${since}`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

async function addMissing(tx: Transaction, webhook: Webhook, since: Date, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into delivery (workspace_id, webhook_id, event_id, conversation_id, state, due_at, attempt_count, attempts,
      created_at)
    select e.workspace_id, ${webhook.id}::int, e.id, e.conversation_id, 'pending', ${now}, 0, '[]', ${now}
    from event e
    where e.workspace_id = ${webhook.workspace_id} and e.created_at >= ${since} and e.family = ${webhook.family}
      and not e.is_stream_only and (e.family <> 'notification' or e.name = any(${webhook.topics}))
    order by e.id
    on conflict (workspace_id, event_id, webhook_id) do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}
