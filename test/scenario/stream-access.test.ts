import { SignJWT, UnsecuredJWT, type JWTPayload } from 'jose'
import { expect, test } from 'vitest'
import { EventStream } from '../support/event-stream.ts'
import { startTestApp } from '../support/test-app.ts'
import { aConversation } from './stream-world.ts'

const CHANNEL = 'fin_agent_api:app1:ext-1'

test('only a token of the workspace for this very conversation opens its stream', async () => {
  await using app = await startTestApp()
  const now = new Date(app.clock.now())
  await app.app.db.transact((tx) =>
    tx.insertInto('workspace').values({ id: 2, name: 'other', created_at: now }).execute(),
  )
  const conversation = await aConversation(app)
  const neighbour = await aConversation(app, 'ext-2')
  const stranger = await aConversation(app, 'ext-1', 2)
  const keys = await app.app.db.reader.selectFrom('workspace').select(['id', 'signing_key']).execute()
  const keyOf = (id: number) => keys.find((row) => row.id === id)?.signing_key ?? Buffer.alloc(32)

  const claims = { channel: CHANNEL, conversation: conversation.id, after: 0, exp: app.clock.now() / 1000 + 60 }
  const sign = (
    key: Uint8Array,
    kid: unknown,
    payload: JWTPayload = claims,
    audience = 'event-stream',
    alg = 'HS256',
  ) =>
    new SignJWT(payload)
      .setProtectedHeader({ alg, kid: kid as string })
      .setAudience(audience)
      .sign(key)
  const statusOf = async (token: string, channel = CHANNEL) => {
    const query = new URLSearchParams({ channels: channel, accessToken: token })
    return (await EventStream.open(`${app.url}/event-stream?${query}`)).status
  }
  const tokenOf = async (owner: typeof conversation) =>
    new URL(await owner.address()).searchParams.get('accessToken') ?? ''

  const good = await sign(keyOf(1), '1')
  expect(await statusOf(good)).toBe(200)
  const [header, payload, signature] = good.split('.')
  const changed = Buffer.from(JSON.stringify({ ...claims, aud: 'event-stream', after: 1 })).toString('base64url')
  const refused = {
    changed: `${header}.${changed}.${signature}`,
    'without its signature': `${header}.${payload}.`,
    unsigned: new UnsecuredJWT(claims).setAudience('event-stream').encode(),
    'signed with the key of another workspace': await sign(keyOf(2), '1'),
    'of another workspace': await sign(keyOf(2), '2'),
    'for another purpose': await sign(keyOf(1), '1', claims, 'attachment'),
    'with another algorithm': await sign(Buffer.concat([keyOf(1), keyOf(1)]), '1', claims, 'event-stream', 'HS512'),
    'of no workspace': await sign(keyOf(1), '3'),
    'of a workspace that can not be': await sign(keyOf(1), '99999999999'),
    'of a workspace that is no number': await sign(keyOf(1), { toString: 1 }),
    expired: await sign(keyOf(1), '1', { ...claims, exp: app.clock.now() / 1000 }),
    'of another conversation': await tokenOf(neighbour),
    'no token': 'x',
    empty: '',
    long: 'x'.repeat(10_000),
  }
  const statuses: Record<string, number> = {}
  for (const [name, token] of Object.entries(refused)) statuses[name] = await statusOf(token)
  expect(statuses).toEqual(Object.fromEntries(Object.keys(refused).map((name) => [name, 401])))
  expect(await statusOf(await tokenOf(neighbour), 'fin_agent_api:app1:ext-2')).toBe(200)
  expect(await statusOf(await tokenOf(stranger))).toBe(200)
  expect(await statusOf(good, 'fin_agent_api:app2:ext-1')).toBe(401)
})

test('parameters that make no sense are named, and none is an error of the server', async () => {
  await using app = await startTestApp()
  const conversation = await aConversation(app)
  const address = await conversation.address()
  const refuse = async (url: string, lastEventId?: string) => {
    const response = await fetch(url, { headers: lastEventId === undefined ? {} : { 'last-event-id': lastEventId } })
    const body = (await response.json()) as any
    return [response.status, body.type, body.errors[0].code, body.errors[0].field]
  }
  const invalid = (field: string) => [400, 'error.list', 'parameter_invalid', field]
  for (const rewind of ['', '2', '3m', '121s', '-1m', '1h', '2m2m', '1e2s', '٢m', '2M', '9'.repeat(1_000) + 's']) {
    expect(await refuse(`${address}&rewind=${encodeURIComponent(rewind)}`)).toEqual(invalid('rewind'))
  }
  for (const id of ['x', '-1', '1.5', '1e3', '0x1', '9'.repeat(16), '1, 2']) {
    expect(await refuse(address, id)).toEqual(invalid('Last-Event-ID'))
    expect(await refuse(`${address}&lastEventId=${encodeURIComponent(id)}`)).toEqual(invalid('Last-Event-ID'))
  }
  expect(await refuse(`${address}&rewind=1m&rewind=2m`)).toEqual(invalid('rewind'))
  expect(await refuse(`${address}&channels=${CHANNEL}`)).toEqual(invalid('channels'))
  expect(await refuse(`${app.url}/event-stream`)).toEqual([400, 'error.list', 'parameter_not_found', 'channels'])
  const bare = await refuse(`${app.url}/event-stream?channels=${CHANNEL}`)
  expect(bare).toEqual([401, 'error.list', 'missing_authorization', undefined])

  for (const harmless of ['&rewind=0s', '&lastEventId=', `&lastEventId=${'9'.repeat(15)}`, '&other=%00']) {
    const stream = await EventStream.open(address + harmless)
    expect(stream.status).toBe(200)
    stream.close()
  }
})

test('a page of another origin may connect, and HEAD tells what GET would', async () => {
  await using app = await startTestApp()
  const conversation = await aConversation(app)
  const address = await conversation.address()
  const preflight = await fetch(address, { method: 'OPTIONS' })
  expect(preflight.status).toBe(204)
  expect(Object.fromEntries(preflight.headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET',
    'access-control-allow-headers': '*',
  })
  const head = await fetch(address, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8'])
  const refused = await fetch(`${address}x`)
  expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, '*'])
})
