import type { EventFamily } from '../db/index.ts'
import { toUnixSeconds } from '../kernel/index.ts'
import { notificationId, sign } from './signature.ts'

/** How this server presents itself to receivers. */
export interface SenderIdentity {
  /** The `app_id` of notifications. */
  readonly appId: (workspaceId: number) => string
  readonly version: string
}

/** Who a request is for and what proves where it comes from. */
export interface Receiver {
  readonly workspaceId: number
  readonly family: EventFamily
  readonly secret: string
  readonly authenticationToken: string | null
}

export interface DeliveryContent {
  readonly deliveryId: number
  readonly eventName: string
  /** The event's payload as it is stored. */
  readonly payload: string
  readonly eventCreatedAt: Date
  /** Counts this attempt, from 1. */
  readonly attempt: number
  readonly firstSentAt: Date
}

export interface SignedRequest {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * What known receivers of notifications look for (facts §2.8). The other families have no such custom, so they are told
 * who really sends.
 */
const NOTIFICATION_USER_AGENT = 'intercom-parrot-service-client/1.0'

/** The request of one attempt: the stored payload as it is, or in the envelope of notifications; always signed. */
export function signDelivery(receiver: Receiver, content: DeliveryContent, sender: SenderIdentity): SignedRequest {
  const body = receiver.family === 'notification' ? notification(receiver, content, sender) : content.payload
  return {
    body,
    headers: {
      ...commonHeaders(receiver.family, sender),
      ...signatureHeaders(receiver, body),
      'X-Dorsal-Delivery-Id': String(content.deliveryId),
    },
  }
}

/**
 * The request of a test from the settings: a generic notification without `event_name`, and signed like one for the
 * Fin Agent API too (facts §4.6). The family's own signature is added, so that a receiver which insists on it passes.
 */
export function signTest(receiver: Receiver, id: string, now: Date, sender: SenderIdentity): SignedRequest {
  const body = envelope({
    id,
    appId: sender.appId(receiver.workspaceId),
    createdAt: now,
    topic: 'ping',
    attempt: 1,
    firstSentAt: now,
    item: JSON.stringify({ type: 'ping', message: 'A test of this webhook; nothing happened.' }),
  })
  const hubSignature =
    receiver.family === 'custom_channel' ? {} : { 'X-Hub-Signature': sign('sha1', receiver.secret, body) }
  return {
    body,
    headers: { ...commonHeaders(receiver.family, sender), ...signatureHeaders(receiver, body), ...hubSignature },
  }
}

function commonHeaders(family: EventFamily, sender: SenderIdentity): Record<string, string> {
  return {
    'Content-Type': 'application/json',
    'User-Agent': family === 'notification' ? NOTIFICATION_USER_AGENT : `Dorsal/${sender.version}`,
  }
}

function signatureHeaders({ family, secret, authenticationToken }: Receiver, body: string): Record<string, string> {
  switch (family) {
    case 'fin_agent_api':
      return { 'X-Fin-Agent-API-Webhook-Signature': sign('sha256', secret, body) }
    case 'notification':
      return { 'X-Hub-Signature': sign('sha1', secret, body) }
    case 'custom_channel':
      return {
        'X-Dorsal-Signature': sign('sha256', secret, body),
        ...(authenticationToken === null ? {} : { Authorization: `Bearer ${authenticationToken}` }),
      }
    default:
      return family satisfies never
  }
}

function notification(receiver: Receiver, content: DeliveryContent, sender: SenderIdentity): string {
  return envelope({
    id: notificationId(receiver.workspaceId, content.deliveryId),
    appId: sender.appId(receiver.workspaceId),
    createdAt: content.eventCreatedAt,
    topic: content.eventName,
    attempt: content.attempt,
    firstSentAt: content.firstSentAt,
    item: content.payload,
  })
}

interface Envelope {
  readonly id: string
  readonly appId: string
  readonly createdAt: Date
  readonly topic: string
  readonly attempt: number
  readonly firstSentAt: Date
  /** JSON text: it goes in as it is, because parsing and writing it again could change numbers. */
  readonly item: string
}

/** Facts §2.8. */
function envelope({ id, appId, createdAt, topic, attempt, firstSentAt, item }: Envelope): string {
  const head = JSON.stringify({
    type: 'notification_event',
    id,
    self: null,
    app_id: appId,
    created_at: toUnixSeconds(createdAt),
    topic,
    delivery_attempts: attempt,
    first_sent_at: toUnixSeconds(firstSentAt),
  })
  return `${head.slice(0, -1)},"data":{"type":"notification_event_data","item":${item}}}`
}
