import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import type { EventFamily } from '../db/index.ts'
import { notificationId } from './signature.ts'
import { signDelivery, signTest, type Receiver } from './signed-request.ts'

const sender = { appId: (workspaceId: number) => `app${workspaceId}`, version: '1.2.3' }
/** Not ASCII: the key is the secret's UTF-8. The payload's numbers and spaces must reach the receiver as they are. */
const secret = 'sécret of the receiver ✓'
const payload = '{"event_name": "fin_replied", "big": 12345678901234567890, "text": "Grüße ✓"}'
const content = {
  deliveryId: 42,
  eventName: 'conversation.operator.replied',
  payload,
  eventCreatedAt: new Date(1_700_000_000_999),
  attempt: 3,
  firstSentAt: new Date(1_700_000_100_000),
}

function receiver(family: EventFamily, authenticationToken: string | null = null): Receiver {
  return { workspaceId: 7, family, secret, authenticationToken }
}

function hmac(algorithm: string, body: string): string {
  return `${algorithm}=${createHmac(algorithm, secret).update(Buffer.from(body)).digest('hex')}`
}

test('a Fin Agent API webhook is the stored payload with its sha256 signature', () => {
  const { body, headers } = signDelivery(receiver('fin_agent_api'), content, sender)
  expect(body).toBe(payload)
  expect(headers).toEqual({
    'Content-Type': 'application/json',
    'User-Agent': 'Dorsal/1.2.3',
    'X-Dorsal-Delivery-Id': '42',
    'X-Fin-Agent-API-Webhook-Signature': hmac('sha256', payload),
  })
  expect(headers['X-Fin-Agent-API-Webhook-Signature']).toMatch(/^sha256=[0-9a-f]{64}$/)
})

test('signatures are those that others compute', () => {
  // RFC 2202 and RFC 4231, second test of each.
  const known = { ...content, payload: 'what do ya want for nothing?' }
  const { headers } = signDelivery({ ...receiver('fin_agent_api'), secret: 'Jefe' }, known, sender)
  expect(headers['X-Fin-Agent-API-Webhook-Signature']).toBe(
    'sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  )
})

test('a notification is the payload in an envelope with its sha1 signature', () => {
  const { body, headers } = signDelivery(receiver('notification'), content, sender)
  expect(body).toContain(`"item":${payload}`)
  expect(JSON.parse(body)).toEqual({
    type: 'notification_event',
    id: expect.stringMatching(/^notif_[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
    self: null,
    app_id: 'app7',
    created_at: 1_700_000_000,
    topic: 'conversation.operator.replied',
    delivery_attempts: 3,
    first_sent_at: 1_700_000_100,
    data: { type: 'notification_event_data', item: JSON.parse(payload) },
  })
  expect(headers).toEqual({
    'Content-Type': 'application/json',
    'User-Agent': 'intercom-parrot-service-client/1.0',
    'X-Dorsal-Delivery-Id': '42',
    'X-Hub-Signature': hmac('sha1', body),
  })
})

test('the id of a notification is the same for each attempt, and for no other delivery', () => {
  const id = (attempt: number) =>
    JSON.parse(signDelivery(receiver('notification'), { ...content, attempt }, sender).body).id
  expect(id(1)).toBe(id(2))
  expect(
    new Set([notificationId(1, 11), notificationId(1, 1), notificationId(11, 1), notificationId(2, 11)]).size,
  ).toBe(4)
})

test('a custom channel gets the payload, its token if it has one, and a signature', () => {
  const { body, headers } = signDelivery(receiver('custom_channel', 'tok.en'), content, sender)
  expect(body).toBe(payload)
  expect(headers).toMatchObject({ Authorization: 'Bearer tok.en', 'X-Dorsal-Signature': hmac('sha256', payload) })
  expect(signDelivery(receiver('custom_channel'), content, sender).headers).not.toHaveProperty('Authorization')
})

test('a test is a generic notification without event_name, signed as receivers of the family check it', () => {
  for (const family of ['fin_agent_api', 'notification', 'custom_channel'] as const) {
    const { body, headers } = signTest(receiver(family, 'tok.en'), 'notif_1', new Date(5_000), sender)
    expect(JSON.parse(body)).toMatchObject({ type: 'notification_event', id: 'notif_1', topic: 'ping', created_at: 5 })
    expect(body).not.toContain('event_name')
    if (family !== 'custom_channel') expect(headers['X-Hub-Signature']).toBe(hmac('sha1', body))
    if (family === 'fin_agent_api') expect(headers['X-Fin-Agent-API-Webhook-Signature']).toBe(hmac('sha256', body))
    if (family === 'custom_channel') expect(headers).toMatchObject({ 'X-Dorsal-Signature': hmac('sha256', body) })
  }
})
