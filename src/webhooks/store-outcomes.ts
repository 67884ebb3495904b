import { sql } from 'kysely'
import type { Transaction } from '../db/index.ts'
import { backoffMs, GIVE_UP_AFTER_MS, HEALTHY, nextHealth, type Health, type Outcome } from './retry-policy.ts'
import type { Attempt, TakenDelivery } from './take-deliveries.ts'

/** An attempt that was made, and what came of it. */
export interface Finished {
  readonly delivery: TakenDelivery
  readonly startedAt: number
  readonly attempt: Attempt
  readonly outcome: Outcome
}

const KEPT_ATTEMPTS = 20

/** What happens to the webhooks that deliveries tell about. */
export interface HealthChange {
  readonly workspaceId: number
  readonly webhookId: number
  readonly before: Health
  readonly after: Health
}

/**
 * Stores what came of attempts, together with what it means for their webhooks.
 * @returns the webhooks that changed
 */
export async function storeOutcomes(
  tx: Transaction,
  batch: readonly Finished[],
  { now, random }: { readonly now: number; readonly random: () => number },
): Promise<HealthChange[]> {
  const healths = await lockHealths(tx, batch)
  const results = batch.map((finished) => {
    const key = keyOf(finished.delivery)
    const change = healths.get(key)
    // Without one the webhook was deleted, and its deliveries with it.
    const after = nextHealth(change?.after ?? HEALTHY, finished.outcome, now)
    if (change !== undefined) healths.set(key, { ...change, after })
    return toResult(finished, after, now, random)
  })
  await storeResults(tx, results, now)
  const changes = [...healths.values()].filter(({ before, after }) => !isSame(before, after))
  await storeHealths(tx, changes, now)
  return changes
}

function toResult(
  { delivery, startedAt, attempt, outcome }: Finished,
  health: Health,
  now: number,
  random: () => number,
) {
  const firstSentAt = delivery.first_sent_at?.getTime() ?? startedAt
  const result = {
    workspace_id: delivery.workspace_id,
    id: delivery.id,
    lease: delivery.leased_until,
    attempts: [...delivery.attempts, attempt].slice(-KEPT_ATTEMPTS),
    first_sent_at: new Date(firstSentAt),
    due_at: new Date(now),
  }
  switch (outcome.kind) {
    case 'delivered':
      return { ...result, state: 'delivered' as const }
    // When it may be sent again is up to the webhook.
    case 'gone':
    case 'throttled':
      return { ...result, state: 'pending' as const }
    case 'failed': {
      if (now - firstSentAt >= GIVE_UP_AFTER_MS) return { ...result, state: 'failed' as const }
      const retryAt = now + backoffMs(delivery.attempt_count + 1, random)
      // The end of a pause finds something to try.
      const pauseEnds = health.state === 'paused' && health.notBefore !== null ? health.notBefore : retryAt
      return { ...result, state: 'pending' as const, due_at: new Date(Math.min(retryAt, pauseEnds)) }
    }
    default:
      return outcome satisfies never
  }
}

/** Gives deliveries back that were taken and not sent to the end. */
export async function releaseLeases(tx: Transaction, deliveries: readonly TakenDelivery[]): Promise<void> {
  const leases = deliveries.map(({ workspace_id, id, leased_until: lease }) => ({ workspace_id, id, lease }))
  await sql`
    update delivery d set leased_until = null
    from jsonb_to_recordset(${JSON.stringify(leases)}::jsonb) as r (workspace_id int, id bigint, lease timestamptz)
    where d.workspace_id = r.workspace_id and d.id = r.id and d.leased_until = r.lease`.execute(tx)
}

/** A failure counts only for who holds the lease still; what was delivered was delivered. */
async function storeResults(
  tx: Transaction,
  results: readonly ReturnType<typeof toResult>[],
  now: number,
): Promise<void> {
  await sql`
    update delivery d set state = r.state, due_at = r.due_at, leased_until = null,
      attempt_count = d.attempt_count + 1, attempts = r.attempts, first_sent_at = r.first_sent_at,
      delivered_at = case when r.state = 'delivered' then ${new Date(now)}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(results)}::jsonb) as r (
      workspace_id int, id bigint, lease timestamptz, state text, due_at timestamptz, attempts jsonb,
      first_sent_at timestamptz)
    where d.workspace_id = r.workspace_id and d.id = r.id and d.state = 'pending'
      and (d.leased_until = r.lease or r.state = 'delivered')`.execute(tx)
}

function keyOf({ workspace_id, webhook_id }: TakenDelivery): string {
  return `${workspace_id} ${webhook_id}`
}

/** Locked in an order that all keep, and against changes only: events may be added meanwhile. */
async function lockHealths(tx: Transaction, batch: readonly Finished[]): Promise<Map<string, HealthChange>> {
  const ids = [...new Map(batch.map(({ delivery }) => [keyOf(delivery), delivery])).values()]
  const wanted = JSON.stringify(ids.map(({ workspace_id, webhook_id }) => ({ workspace_id, webhook_id })))
  const { rows } = await sql<{
    workspace_id: number
    id: number
    state: Health['state']
    state_reason: string | null
    consecutive_failures: number
    failing_since: Date | null
    consecutive_throttles: number
    not_before: Date | null
  }>`
    select workspace_id, id, state, state_reason, consecutive_failures, failing_since, consecutive_throttles, not_before
    from webhook
    where (workspace_id, id) in (
      select workspace_id, webhook_id
      from jsonb_to_recordset(${wanted}::jsonb) as r (workspace_id int, webhook_id int))
    order by workspace_id, id
    for no key update`.execute(tx)
  return new Map(
    rows.map((row) => {
      const health: Health = {
        state: row.state,
        stateReason: row.state_reason,
        consecutiveFailures: row.consecutive_failures,
        failingSince: row.failing_since?.getTime() ?? null,
        consecutiveThrottles: row.consecutive_throttles,
        notBefore: row.not_before?.getTime() ?? null,
      }
      const change = { workspaceId: row.workspace_id, webhookId: row.id, before: health, after: health }
      return [`${row.workspace_id} ${row.id}`, change]
    }),
  )
}

async function storeHealths(tx: Transaction, changes: readonly HealthChange[], now: number): Promise<void> {
  for (const { workspaceId, webhookId, before, after } of changes) {
    await tx
      .updateTable('webhook')
      .set(healthColumns(after))
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', webhookId)
      .execute()
    // The receiver is back: what waits for a retry need not wait longer.
    if (before.state === 'paused' && after.state === 'active') await makeDue(tx, workspaceId, webhookId, now)
  }
}

export function healthColumns(health: Health) {
  return {
    state: health.state,
    state_reason: health.stateReason,
    consecutive_failures: health.consecutiveFailures,
    failing_since: health.failingSince === null ? null : new Date(health.failingSince),
    consecutive_throttles: health.consecutiveThrottles,
    not_before: health.notBefore === null ? null : new Date(health.notBefore),
  }
}

async function makeDue(tx: Transaction, workspaceId: number, webhookId: number, now: number): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ due_at: new Date(now) })
    .where('workspace_id', '=', workspaceId)
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'pending')
    .where('due_at', '>', new Date(now))
    .execute()
}

function isSame(one: Health, other: Health): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
