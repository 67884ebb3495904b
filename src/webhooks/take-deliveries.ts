import { sql } from 'kysely'
import { runPrepared, type Database, type EventFamily } from '../db/index.ts'

/** One attempt, as it was at the last one. */
export interface Attempt {
  /** Unix seconds. */
  readonly at: number
  /** What the receiver answered; null when it did not. */
  readonly status: number | null
  readonly error: string | null
  readonly ms: number
}

/** A delivery to be sent now, with all that sending it needs. Nobody else takes it while the lease lasts. */
export interface TakenDelivery {
  readonly workspace_id: number
  readonly id: number
  readonly leased_until: Date
  readonly attempt_count: number
  readonly attempts: readonly Attempt[]
  readonly first_sent_at: Date | null
  readonly webhook_id: number
  readonly family: EventFamily
  readonly url: string
  readonly secret: string
  readonly authentication_token: string | null
  readonly name: string
  readonly payload: string
  readonly event_created_at: Date
}

/** Much longer than an attempt can take: who holds a lease for longer is dead. */
export const LEASE_MS = 30_000
/**
 * Requests to one webhook at the same time; fewer while it fails, so that receivers that stall can't take all, and one
 * by one after a pause or throttle until the first success.
 */
export const WIDTH_PER_WEBHOOK = 16

/**
 * Leases up to `limit` deliveries: of each conversation of each webhook only the first pending one, and none while
 * another of the same conversation is under way; a few of each webhook in turn. Conversations are walked by skipping
 * from one to the next in the index, oldest first, so that a long backlog costs no more than a short one.
 *
 * A statement that looks for pending deliveries by anything but their order would read them all: a planner without
 * statistics takes them to be few. That is why `taken`, which has ids already, says it the other way round.
 */
export function takeDeliveries(db: Database, limit: number, nowMs: number): Promise<TakenDelivery[]> {
  const now = sql`${new Date(nowMs)}::timestamptz`
  return runPrepared(
    db,
    sql<TakenDelivery>`
    with under_way as materialized (
      select workspace_id, webhook_id, coalesce(conversation_id, 0) as lane
      from delivery
      where leased_until > ${now}
    ), ready as materialized (
      select w.workspace_id, w.id,
        case when w.state = 'paused' or w.consecutive_throttles > 0 then 1
          else greatest(1, ${WIDTH_PER_WEBHOOK}::int >> least(w.consecutive_failures, 8)) end
        - (select count(*) from under_way u where u.workspace_id = w.workspace_id and u.webhook_id = w.id) as free
      from webhook w
      where w.state <> 'disabled' and (w.not_before is null or w.not_before <= ${now})
    ), candidate as (
      select r.workspace_id, first.id, row_number() over (partition by r.workspace_id, r.id) as turn
      from ready r
      cross join lateral (
        with recursive lane as (
          (
            select d.id, coalesce(d.conversation_id, 0) as lane, d.due_at
            from delivery d
            where d.workspace_id = r.workspace_id and d.webhook_id = r.id and d.state = 'pending'
            order by coalesce(d.conversation_id, 0), d.event_id limit 1
          )
          union all
          select next.id, next.lane, next.due_at
          from lane previous
          cross join lateral (
            select d.id, coalesce(d.conversation_id, 0) as lane, d.due_at
            from delivery d
            where d.workspace_id = r.workspace_id and d.webhook_id = r.id and d.state = 'pending'
              and coalesce(d.conversation_id, 0) > previous.lane
            order by coalesce(d.conversation_id, 0), d.event_id limit 1
          ) next
        )
        select lane.id
        from lane
        where lane.due_at <= ${now} and not exists (
          select from under_way u
          where u.workspace_id = r.workspace_id and u.webhook_id = r.id and u.lane = lane.lane)
        limit r.free
      ) first
      where r.free > 0
    ), taken as (
      select d.workspace_id, d.id
      from candidate c
      join delivery d on d.workspace_id = c.workspace_id and d.id = c.id
      where d.state not in ('delivered', 'failed') and (d.leased_until is null or d.leased_until <= ${now})
      order by c.turn
      limit ${limit}::int
      for update of d skip locked
    )
    update delivery d set leased_until = ${new Date(nowMs + LEASE_MS)}::timestamptz
    from taken t, webhook w, event e
    where d.workspace_id = t.workspace_id and d.id = t.id
      and w.workspace_id = d.workspace_id and w.id = d.webhook_id
      and e.workspace_id = d.workspace_id and e.id = d.event_id
    returning d.workspace_id, d.id, d.leased_until, d.attempt_count, d.attempts, d.first_sent_at, d.webhook_id,
      w.family, w.url, w.secret, w.authentication_token, e.name, e.payload, e.created_at as event_created_at`,
  )
}

/** Ends the leases of a process that is gone. Only where no other process can hold any: nobody waits for them to run out. */
export async function releaseDeliveries(db: Database): Promise<void> {
  await sql`update delivery set leased_until = null where leased_until is not null`.execute(db.reader)
}

/** When something may become ready that is not now: a retry, the end of a pause or throttle, the end of a lease. */
export async function nextDueAt(db: Database, nowMs: number): Promise<number | undefined> {
  const now = sql`${new Date(nowMs)}::timestamptz`
  const [row] = await runPrepared(
    db,
    sql<{ at: Date | null }>`
    select least(
      (select due_at from delivery where state = 'pending' and due_at > ${now} order by due_at limit 1),
      (select leased_until from delivery where leased_until > ${now} order by leased_until limit 1),
      (select min(not_before) from webhook where state <> 'disabled' and not_before > ${now})) as at`,
  )
  return row?.at?.getTime()
}
