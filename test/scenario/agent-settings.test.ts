import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FinWorld, gist, QUESTIONS } from './fin-world.ts'

const AGENT = '/dorsal/v1/agent'
const ATTRIBUTES = '/dorsal/v1/attributes'
const CONTACTS = '/dorsal/v1/contacts'
let world: FinWorld
beforeAll(async () => {
  world = await FinWorld.open()
})
afterAll(() => world[Symbol.asyncDispose]())

const DEFAULTS = {
  name: 'Dorsal',
  sse: true,
  streaming: false,
  awaiting_status_event: true,
  escalation: { offer: true, rules: [] },
  csat: { enabled: true, options: ['terrible', 'bad', 'ok', 'good', 'amazing'], window_seconds: 604_800 },
  inactivity: { check_in: 'check_in', check_in_after_seconds: 240, close_after_seconds: 86_400 },
}

describe('the settings of the agent', () => {
  test('change in part: what is not given stays, lists are replaced', async () => {
    await using own = await FinWorld.open()
    const put = async (change: object) => (await own.settings(change)).body
    expect((await own.app.get(AGENT)).body).toEqual(DEFAULTS)
    expect(await put({})).toEqual(DEFAULTS)
    const first = { ...DEFAULTS, name: 'Ada', csat: { ...DEFAULTS.csat, options: ['bad', 'good'] } }
    expect(await put({ name: 'Ada', csat: { options: ['bad', 'good'] } })).toEqual(first)
    const rules = [{ name: 'legal', phrases: ['my lawyer!', '弁護士'] }]
    const second = { ...first, escalation: { offer: false, rules } }
    expect(await put({ escalation: { offer: false, rules } })).toEqual(second)
    expect(await put({ escalation: { offer: true } })).toEqual({ ...second, escalation: { offer: true, rules } })
    await Promise.all([
      put({ sse: false }),
      put({ inactivity: { check_in: 'off' } }),
      put({ csat: { enabled: false } }),
    ])
    expect((await own.app.get(AGENT)).body).toMatchObject({
      name: 'Ada',
      sse: false,
      inactivity: { check_in: 'off', close_after_seconds: 86_400 },
      csat: { enabled: false, options: ['bad', 'good'] },
    })
  })

  test.each([
    ['unknown', { unknown: 1 }],
    ['unknown below', { csat: { unknown: 1 } }],
    ['unknown in a rule', { escalation: { rules: [{ name: 'a', phrases: ['ab'], unknown: 1 }] } }],
    ['of another type', { sse: 'true' }],
    ['null', { csat: null }],
    ['blank', { name: ' ' }],
    ['too long', { name: 'x'.repeat(101) }],
    ['too soon', { inactivity: { check_in_after_seconds: 9 } }],
    ['too late', { inactivity: { close_after_seconds: 90 * 86_400 + 1 } }],
    ['no whole number', { csat: { window_seconds: 10.5 } }],
    ['one option', { csat: { options: ['good'] } }],
    ['an option twice', { csat: { options: ['good', 'good'] } }],
    ['an unknown option', { csat: { options: ['good', 'fine'] } }],
    ['an unknown check-in', { inactivity: { check_in: 'on' } }],
    ['a rule without phrases', { escalation: { rules: [{ name: 'a', phrases: [] }] } }],
    ['a phrase without letters', { escalation: { rules: [{ name: 'a', phrases: ['?!'] }] } }],
    ['too many rules', { escalation: { rules: Array.from({ length: 51 }, () => ({ name: 'a', phrases: ['ab'] })) } }],
    ['no object', [1]],
  ])('are refused when they are %s, and stay as they were', async (_name, change) => {
    const before = (await world.app.get(AGENT)).body
    const { status, body } = await world.settings(change)
    expect({ status, code: body.errors?.[0].code }).toEqual({ status: 400, code: 'parameter_invalid' })
    expect((await world.app.get(AGENT)).body).toEqual(before)
  })

  test('make rules that hand over, in any script, whatever the case and the punctuation', async () => {
    await world.settings({ escalation: { rules: [{ name: 'legal', phrases: ['my lawyer!', '弁護士'] }] } })
    for (const text of ['I will tell MY LAWYER about this', '弁護士に相談します']) {
      const told = (await world.talk(world.newId(), text)).map(gist)
      expect(told).toEqual(['fin_replied', 'escalated: Escalation rule: legal', 'complete'])
    }
    const told = (await world.talk(world.newId(), `My lawyers ask: ${QUESTIONS.refund}`)).map(gist)
    expect(told).toEqual(['fin_replied', 'awaiting_user_reply'])
    await world.settings({ escalation: { rules: [] } })
  })
})

describe('attributes', () => {
  const define = (model: string, name: string, type: string) => world.app.post(ATTRIBUTES, { model, name, type })
  const namesOf = async () =>
    (await world.app.get(ATTRIBUTES)).body.data.map((each: any) => `${each.model} ${each.name}`)

  test('are defined once, and not with another type', async () => {
    const seats = { model: 'user', name: 'seats', type: 'integer' }
    expect(await define('user', 'seats', 'integer')).toMatchObject({ status: 200, body: seats })
    expect(await define('user', 'seats', 'integer')).toMatchObject({ status: 200, body: seats })
    expect(await define('user', 'seats', 'string')).toMatchObject({
      status: 409,
      body: {
        errors: [{ code: 'conflict', message: 'The attribute seats exists with the type integer', field: 'name' }],
      },
    })
    expect((await define('conversation', 'seats', 'string')).status).toBe(200)
    expect(await namesOf()).toEqual(['conversation seats', 'user seats'])
    expect((await world.app.delete(`${ATTRIBUTES}/conversation/seats`)).status).toBe(204)
    expect((await world.app.delete(`${ATTRIBUTES}/conversation/seats`)).status).toBe(404)
    expect((await world.app.delete(`${ATTRIBUTES}/company/seats`)).status).toBe(400)
    expect(await namesOf()).toEqual(['user seats'])
  })

  test.each(['user_id', 'role', 'name', 'email'])('of every user are not defined again: %s', async (name) => {
    expect(await define('user', name, 'string')).toMatchObject({ status: 400, body: { errors: [{ field: 'name' }] } })
    expect((await define('conversation', name, 'string')).status).toBe(200)
    await world.app.delete(`${ATTRIBUTES}/conversation/${name}`)
  })

  test.each([
    ['user', 'a.b', 'string', 'name'],
    ['user', '', 'string', 'name'],
    ['user', ' a', 'string', 'name'],
    ['user', 'x'.repeat(191), 'string', 'name'],
    ['company', 'a', 'string', 'model'],
    ['user', 'a', 'text', 'type'],
  ])('are refused: %j %j %j', async (model, name, type, field) => {
    const { status, body } = await define(model, name, type)
    expect({ status, field: body.errors[0].field }).toEqual({ status: 400, field })
  })

  test('of a user are merged, checked, and taken away by null', async () => {
    await define('user', 'plan', 'string')
    const id = world.newId()
    const send = async (attributes: object) => {
      const user = { id: 'merged', attributes }
      const isKnown = (await world.conversation(id)) !== undefined
      return isKnown ? world.reply(id, 'hello', { user }) : world.start(id, 'hello', { user })
    }
    const stored = async () => (await world.app.get(`${CONTACTS}?external_id=merged`)).body.data[0].custom_attributes
    await send({ plan: 'pro', seats: 5 })
    expect(await stored()).toEqual({ plan: 'pro', seats: 5 })
    expect((await send({ seats: 'many', color: 'red', plan: 'free' })).body.errors).toEqual({
      user: {
        attributes: {
          color: "User attribute 'color' does not exist",
          seats: "'many' is not a valid value for attribute 'seats' of type 'integer'",
        },
      },
    })
    expect(await stored()).toEqual({ plan: 'free', seats: 5 })
    await send({ seats: null })
    expect(await stored()).toEqual({ plan: 'free' })
    await world.idle()
  })
})

describe('contacts', () => {
  test('are found by external id and by email, and changed by what the application says', async () => {
    const user = (fields: object) => ({ user: { id: 'user 1', ...fields } })
    const id = world.newId()
    await world.start(id, 'hello', user({ name: 'Ada', email: 'Ada+1@example.com' }))
    const find = async (query: string) => (await world.app.get(`${CONTACTS}?${query}`)).body
    const found = await find('external_id=user%201')
    expect(found).toMatchObject({ type: 'list', total_count: 1, pages: { page: 1, total_pages: 1 } })
    const [contact] = found.data
    expect(contact).toMatchObject({
      type: 'contact',
      role: 'user',
      external_id: 'user 1',
      name: 'Ada',
      email: 'Ada+1@example.com',
    })
    expect(await find('email=Ada%2B1%40example.com')).toMatchObject({ data: [contact] })
    expect(await find('email=Ada%2B1%40example.com&external_id=nobody')).toMatchObject({ total_count: 0, data: [] })
    await world.reply(id, 'hello again', user({ email: 'ada@example.org' }))
    expect((await world.app.get(`${CONTACTS}/${contact.id}`)).body).toMatchObject({
      name: 'Ada',
      email: 'ada@example.org',
    })
    expect(await find('email=Ada%2B1%40example.com')).toMatchObject({ total_count: 0 })
    for (const nobody of ['0', 'x', '999999', '-1']) {
      expect((await world.app.get(`${CONTACTS}/${nobody}`)).status).toBe(404)
    }
    await world.idle()
  })
})
