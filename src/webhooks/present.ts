import { toUnixSeconds } from '../kernel/index.ts'
import type { Delivery, DeliveryDetail } from './deliveries.ts'
import type { Answer } from './send.ts'
import { signDelivery, type SenderIdentity } from './signed-request.ts'
import type { Webhook } from './webhooks.ts'

export function presentWebhook(webhook: Webhook) {
  return {
    type: 'webhook' as const,
    id: String(webhook.id),
    family: webhook.family,
    url: webhook.url,
    ...(webhook.family === 'notification' ? { topics: webhook.topics } : {}),
    state: webhook.state,
    state_reason: webhook.state_reason,
    consecutive_failures: webhook.consecutive_failures,
    failing_since: orNull(webhook.failing_since),
    not_before: orNull(webhook.not_before),
    created_at: toUnixSeconds(webhook.created_at),
    updated_at: toUnixSeconds(webhook.updated_at),
  }
}

/** With its secrets: as Intercom's settings page shows them, where one webhook is looked at. */
export function presentWebhookWithSecrets(webhook: Webhook) {
  const { family, secret, authentication_token } = webhook
  return { ...presentWebhook(webhook), secret, ...(family === 'custom_channel' ? { authentication_token } : {}) }
}

/** `{status, ms}` or `{error, ms}` */
export function presentAnswer(answer: Answer) {
  return answer.kind === 'answered' ? { status: answer.status, ms: answer.ms } : { error: answer.error, ms: answer.ms }
}

export function presentDelivery(delivery: Delivery) {
  return {
    type: 'delivery' as const,
    id: String(delivery.id),
    webhook_id: String(delivery.webhook_id),
    event_id: String(delivery.event_id),
    event_name: delivery.name,
    family: delivery.family,
    conversation_id: delivery.conversation_id === null ? null : String(delivery.conversation_id),
    state: delivery.state,
    due_at: delivery.state === 'pending' ? toUnixSeconds(delivery.due_at) : null,
    attempt_count: delivery.attempt_count,
    attempts: delivery.attempts,
    first_sent_at: orNull(delivery.first_sent_at),
    delivered_at: orNull(delivery.delivered_at),
    created_at: toUnixSeconds(delivery.created_at),
  }
}

/** With its last request, byte for byte, or the first one to be; signed with the secret of now, which is not told. */
export function presentDeliveryDetail(
  workspaceId: number,
  delivery: DeliveryDetail,
  sender: SenderIdentity,
  now: Date,
) {
  const { headers, body } = signDelivery(
    {
      workspaceId,
      family: delivery.family,
      secret: delivery.secret,
      // Whoever may read conversations may not act as this server.
      authenticationToken: delivery.authentication_token === null ? null : '(hidden)',
    },
    {
      deliveryId: delivery.id,
      eventName: delivery.name,
      payload: delivery.payload,
      eventCreatedAt: delivery.event_created_at,
      attempt: Math.max(1, delivery.attempt_count),
      firstSentAt: delivery.first_sent_at ?? now,
    },
    sender,
  )
  return { ...presentDelivery(delivery), request: { headers, body } }
}

function orNull(time: Date | null): number | null {
  return time === null ? null : toUnixSeconds(time)
}
