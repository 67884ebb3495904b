import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { everything } from './channel-world.ts'

const PATH = '/dorsal/v1/custom_channel'
const ASK = { type: 'collect_attribute', body: 'Plan?', attribute: { id: 'plan', type: 'string' } }
const CHOOSE = { type: 'quick_replies', options: [{ id: 'a', text: 'A' }] }

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ DORSAL_REQUESTS_PER_MINUTE: '1000000' })
})
afterAll(() => app[Symbol.asyncDispose]())

describe('the settings of the custom channel', () => {
  test('are on, with the agent alone, until they are changed part by part', async () => {
    expect((await app.get(PATH)).body).toEqual({ enabled: true, flow: [{ type: 'answer' }] })
    const { body: changed } = await app.put(PATH, { flow: [ASK, CHOOSE, { type: 'hand_over' }] })
    expect(changed).toEqual({
      enabled: true,
      flow: [
        { ...ASK, attribute: { ...ASK.attribute, model: 'user' } },
        { ...CHOOSE, options: [{ id: 'a', text: 'A', leads_to: 'continue' }] },
        { type: 'hand_over' },
      ],
    })
    expect((await app.put(PATH, { enabled: false })).body).toEqual({ ...changed, enabled: false })
    expect((await app.put(PATH, {})).body).toEqual({ ...changed, enabled: false })
    // What was read can be written again.
    expect((await app.put(PATH, { ...changed, enabled: true })).body).toEqual(changed)
    expect((await app.get(PATH)).body).toEqual(changed)
  })

  test('define the attributes that the flow collects', async () => {
    const seats = { id: 'seats', type: 'integer', model: 'conversation' }
    const mail = { type: 'collect_attribute', body: 'Email?', attribute: { id: 'email', type: 'string' } }
    await app.put(PATH, { flow: [{ ...ASK, attribute: seats }, mail] })
    const { body } = await app.get('/dorsal/v1/attributes')
    expect(body.data).toContainEqual({ model: 'conversation', name: 'seats', type: 'integer' })
    expect(body.data.map(({ name }: { name: string }) => name)).not.toContain('email')
  })

  const many = (count: number, step: unknown = { type: 'answer' }) => Array.from({ length: count }, () => step)
  const WRONG: [string, unknown, string | undefined][] = [
    ['no step', { flow: [] }, 'flow'],
    ['51 steps', { flow: many(51) }, 'flow'],
    ['no list', { flow: { type: 'answer' } }, 'flow'],
    ['null', { flow: null }, 'flow'],
    ['an unknown key', { flows: [] }, undefined],
    ['an unknown key of a step', { flow: [{ type: 'answer', text: 'x' }] }, 'flow.0'],
    ['an unknown key of an option', { flow: [{ ...CHOOSE, options: [{ text: 'A', url: 'x' }] }] }, 'flow.0.options.0'],
    ['an unknown type', { flow: [{ type: 'wait' }] }, 'flow.0.type'],
    ['a step without type', { flow: [{}] }, 'flow.0.type'],
    ['a step that is not whole', { flow: [ASK, { type: 'greet' }] }, 'flow.1.body'],
    ['a part without meaning', { flow: [{ type: 'answer', body: 'x' }] }, 'flow.0.body'],
    ['a blank greeting', { flow: [{ type: 'greet', body: ' ' }] }, 'flow.0.body'],
    ['no options', { flow: [{ ...CHOOSE, options: [] }] }, 'flow.0.options'],
    ['21 options', { flow: [{ ...CHOOSE, options: many(21, { text: 'A' }) }] }, 'flow.0.options'],
    ['a repeated option', { flow: [CHOOSE, CHOOSE] }, 'flow.1.options.0.id'],
    [
      'an unknown lead',
      { flow: [{ ...CHOOSE, options: [{ text: 'A', leads_to: 'end' }] }] },
      'flow.0.options.0.leads_to',
    ],
    ['a dotted attribute', { flow: [{ ...ASK, attribute: { id: 'a.b', type: 'string' } }] }, 'flow.0.attribute.id'],
    [
      'an unknown attribute type',
      { flow: [{ ...ASK, attribute: { id: 'a', type: 'list' } }] },
      'flow.0.attribute.type',
    ],
    ['a role to be told', { flow: [{ ...ASK, attribute: { id: 'role', type: 'string' } }] }, 'flow.0.attribute'],
    ['NUL', { flow: [{ type: 'greet', body: 'a\u0000b' }] }, 'flow.0.body'],
    ['text for a switch', { enabled: 'false' }, 'enabled'],
  ]
  test.each(WRONG)('are refused with %s, and stay as they were', async (_name, body, field) => {
    const before = await everything(app)
    const { status, body: answer } = await app.put(PATH, body)
    expect({ status, field: answer.errors?.[0].field }).toEqual({ status: 400, field })
    expect(await everything(app)).toEqual(before)
  })

  test('take 50 steps', async () => {
    expect((await app.put(PATH, { flow: many(50) })).body.flow).toHaveLength(50)
  })

  test('are refused for an attribute of two types, with nothing of the flow stored', async () => {
    await app.post('/dorsal/v1/attributes', { model: 'user', name: 'age', type: 'integer' })
    const before = await everything(app)
    const asking = (id: string, type: string) => ({ ...ASK, attribute: { id, type } })
    const flows: [unknown[], string][] = [
      [[asking('brand new', 'date'), asking('age', 'string')], 'flow.1.attribute'],
      [[asking('brand new', 'date'), asking('brand new', 'string')], 'flow.1.attribute'],
    ]
    for (const [flow, field] of flows) {
      const { status, body } = await app.put(PATH, { enabled: false, flow })
      expect({ status, ...body.errors[0] }).toMatchObject({ status: 409, code: 'conflict', field })
      expect(await everything(app)).toEqual(before)
    }
  })
})
