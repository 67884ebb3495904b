import type { Logger } from 'pino'
import type { Database } from '../db/index.ts'
import { startDueWorker, type DueWorker } from '../jobs/index.ts'
import { toUnixSeconds, type Clock } from '../kernel/index.ts'
import { batched } from './batched.ts'
import type { Outcome } from './retry-policy.ts'
import { parseRetryAfter, post, type Answer, type ReceiverFetch } from './send.ts'
import { signDelivery, type SenderIdentity } from './signed-request.ts'
import { releaseLeases, storeOutcomes, type Finished, type HealthChange } from './store-outcomes.ts'
import { nextDueAt, takeDeliveries, type TakenDelivery } from './take-deliveries.ts'

export interface DeliveriesDeps {
  readonly fetch: ReceiverFetch
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
  readonly sender: SenderIdentity
  /** From 0 to 1, for the jitter of retries. */
  readonly random?: () => number
}

/** Requests to all webhooks at the same time. */
const WIDTH = 128

/**
 * Sends what waits for webhooks: at least once, and per conversation one at a time in the order of events. `stop` calls
 * running requests off, and they are made again after the next start.
 */
export function startDeliveries({ db, clock, log, sender, random = Math.random, fetch }: DeliveriesDeps): DueWorker {
  const finish = batched<Finished>(async (batch) => {
    const changes = await db.transact((tx) => storeOutcomes(tx, batch, { now: clock.now(), random }))
    for (const change of changes) logChange(log, change)
  })
  const release = batched<TakenDelivery>((batch) => db.transact((tx) => releaseLeases(tx, batch)))

  let lookedAt = clock.now()
  return startDueWorker<TakenDelivery>(
    {
      name: 'webhooks.deliver',
      width: WIDTH,
      take(limit) {
        lookedAt = clock.now()
        return takeDeliveries(db, limit, lookedAt)
      },
      // Seen from the same moment: what becomes due between the two statements must not be missed by both.
      nextDueAt: () => nextDueAt(db, lookedAt),
      async handle(delivery, signal) {
        const startedAt = clock.now()
        const request = signDelivery(
          {
            workspaceId: delivery.workspace_id,
            family: delivery.family,
            secret: delivery.secret,
            authenticationToken: delivery.authentication_token,
          },
          {
            deliveryId: delivery.id,
            eventName: delivery.name,
            payload: delivery.payload,
            eventCreatedAt: delivery.event_created_at,
            attempt: delivery.attempt_count + 1,
            firstSentAt: delivery.first_sent_at ?? new Date(startedAt),
          },
          sender,
        )
        const answer = await post(fetch, delivery.url, request, signal)
        // Called off, not failed.
        if (signal.aborted && answer.kind === 'unreachable') return release(delivery)
        const attempt = {
          at: toUnixSeconds(new Date(startedAt)),
          status: answer.kind === 'answered' ? answer.status : null,
          error: answer.kind === 'unreachable' ? answer.error : null,
          ms: answer.ms,
        }
        await finish({ delivery, startedAt, attempt, outcome: toOutcome(answer, clock) })
      },
    },
    { clock, log },
  )
}

function toOutcome(answer: Answer, clock: Clock): Outcome {
  if (answer.kind === 'unreachable') return { kind: 'failed' }
  const { status, retryAfter } = answer
  if (status >= 200 && status < 300) return { kind: 'delivered' }
  if (status === 410) return { kind: 'gone' }
  if (status === 429) return { kind: 'throttled', retryAfterMs: parseRetryAfter(retryAfter, clock) }
  return { kind: 'failed' }
}

function logChange(log: Logger, { workspaceId, webhookId, before, after }: HealthChange): void {
  if (before.state === after.state && before.notBefore === after.notBefore) return
  const detail = {
    workspace: workspaceId,
    webhook: webhookId,
    state: after.state,
    reason: after.stateReason ?? undefined,
  }
  const isGood = after.state === 'active' && after.notBefore === null
  log[isGood ? 'info' : 'warn']({ ...detail, not_before: after.notBefore ?? undefined }, 'webhook changed its state')
}
