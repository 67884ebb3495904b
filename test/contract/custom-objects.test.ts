import { Intercom, IntercomClient } from 'intercom-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { CheckedApi, describeContract, operations, validateRequest } from './contract.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  await app.put('/dorsal/v1/object_types/Order', {
    attributes: [
      { name: 'order_number', data_type: 'text' },
      { name: 'total_amount', data_type: 'decimal' },
      { name: 'paid', data_type: 'boolean' },
      { name: 'shipped_at', data_type: 'date' },
      { name: 'state', data_type: 'list', options: [{ id: '1', label: 'Shipped' }] },
      { name: 'parts', data_type: 'reference', target: 'Order', many: true },
    ],
  })
})
afterAll(() => app?.[Symbol.asyncDispose]())

const PATH = '/custom_object_instances'
const described = () => operations('/custom_object_instances/')

describeContract('the operations of custom objects', () => {
  test("take the description's request and answer with the fields of its examples", async () => {
    const api = new CheckedApi(app)
    const examples = described().flatMap(({ responseExamples }) => responseExamples)
    const [shown, gone] = ['custom_attributes', 'deleted'].map((name) =>
      examples.find(({ status, body }) => status === 200 && name in (body as object)),
    )
    for (const path of ['Order?external_id=123', 'Order/123']) {
      const [body] = described().flatMap(({ requestExamples }) => requestExamples)
      expect(validateRequest('createCustomObjectInstances', body)).toEqual([])
      const { body: created } = await api.post(`${PATH}/Order`, body)
      expect(created).toMatchObject(body as object)
      expect(Object.keys(created)).toEqual(Object.keys(shown?.body as object))
      expect((await api.get(`${PATH}/${path}`)).body).toEqual(created)
      const { body: deleted } = await api.delete(`${PATH}/${path.replace('/123', `/${created.id}`)}`)
      expect(deleted).toEqual({ ...(gone?.body as object), id: created.id })
      expect((await api.get(`${PATH}/${path}`)).status).toBe(404)
    }
  })

  test('answer as described with values of every kind, and with none', async () => {
    const api = new CheckedApi(app)
    const { body: part } = await api.post(`${PATH}/Order`, {})
    expect(Object.keys(part)).not.toContain('external_id')
    const values = { paid: true, shipped_at: '2024-02-29', state: 'shipped', parts: [part.id] }
    const { status } = await api.post(`${PATH}/Order`, { external_id: 'all', custom_attributes: values })
    expect(status).toBe(200)
    expect((await api.get(`${PATH}/Order/all`)).body.custom_attributes.parts.instances).toEqual([part])
  })

  test('give the errors that the description has as examples', async () => {
    const api = new CheckedApi(app)
    const messages = described()
      .flatMap(({ responseExamples }) => responseExamples)
      .flatMap(({ body }) => (body as { errors?: { code: string; message: string }[] }).errors ?? [])
      .map(({ code, message }) => `${code} ${message}`)
    const calls: [string, string, unknown?][] = [
      ['POST', 'undefined', {}],
      ['GET', 'Order?external_id=none'],
      ['DELETE', 'Order?external_id=none'],
      ['GET', 'Order/none'],
      ['DELETE', 'Order/1000000'],
    ]
    for (const [method, path, body] of calls) {
      const missing = await api.request(method, `${PATH}/${path}`, body)
      expect(missing.status, path).toBe(404)
      const [{ code, message }] = missing.body.errors
      expect(messages).toContain(`${code} ${message}`)
      expect((await api.request(method, `${PATH}/${path}`, body, { token: null })).status, path).toBe(401)
    }
    expect((await api.post(`${PATH}/Order`, { custom_attributes: { total_amount: 'much' } })).status).toBe(400)
    expect((await api.get(`${PATH}/Order`)).status).toBe(400)
    expect((await api.delete(`${PATH}/Order`)).status).toBe(400)
  })
})

describe('intercom-client 7.0.3, unmodified', () => {
  test('writes, reads and deletes instances, with every value as the string that its types want', async () => {
    const { customObjectInstances: client } = new IntercomClient({ token: app.token, baseUrl: app.url })
    const type = { custom_object_type_identifier: 'Order' }
    const created = await client.createCustomObjectInstances({
      ...type,
      external_id: 'node',
      external_created_at: 1_392_036_272,
      custom_attributes: { order_number: 'ORDER-1', total_amount: '99.99', paid: 'true', shipped_at: '1392036272' },
    })
    expect(created).toMatchObject({
      type: 'Order',
      external_created_at: 1_392_036_272,
      custom_attributes: { order_number: 'ORDER-1', total_amount: 99.99, paid: true, shipped_at: 1_392_036_272 },
    })
    const byId = { ...type, custom_object_instance_id: created?.id ?? '' }
    const byExternalId = { ...type, external_id: 'node' }
    expect(await client.getCustomObjectInstancesByExternalId(byExternalId)).toEqual(created)
    expect(await client.getCustomObjectInstancesById(byId)).toEqual(created)
    const gone = { id: created?.id, object: 'Order', deleted: true }
    // The names of these two are the wrong way round.
    expect(await client.deleteCustomObjectInstancesById(byExternalId)).toEqual(gone)
    await expect(client.deleteCustomObjectInstancesByExternalId(byId)).rejects.toBeInstanceOf(Intercom.NotFoundError)
  })
})
