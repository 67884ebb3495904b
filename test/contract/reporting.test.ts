import { Intercom, IntercomClient } from 'intercom-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { CheckedApi, describeContract, operations, validateRequest } from './contract.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  await app.post('/fin/start', {
    conversation_id: 'one',
    message: { author: 'user', body: 'Hello', timestamp: '2026-01-02T03:04:05.000Z' },
    user: { id: 'ann', name: 'Ann' },
  })
  await app.app.idle()
})
afterAll(() => app?.[Symbol.asyncDispose]())

const REQUEST = {
  dataset_id: 'conversation',
  attribute_ids: ['conversation_id', 'user_name'],
  start_time: 1_717_490_000,
  end_time: 4_000_000_000,
}

describeContract('the reporting data export', () => {
  test('answers as described, whatever became of the job', async () => {
    const api = new CheckedApi(app)
    const path = '/export/reporting_data'
    expect((await api.get(`${path}/get_datasets`)).body.data).toHaveLength(13)
    expect(validateRequest('POST /export/reporting_data/enqueue', REQUEST)).toEqual([])
    const { status, body } = await api.post(`${path}/enqueue`, REQUEST)
    expect(status).toBe(200)
    await expect.poll(async () => (await api.get(`${path}/${body.job_identifier}`)).body.status).toBe('complete')
    // Each parameter that is described as required, though nobody sends it.
    const query = `app_id=x&client_id=y&job_identifier=${body.job_identifier}`
    expect((await api.get(`${path}/${body.job_identifier}?${query}`)).status).toBe(200)
    expect((await api.get(`${path}/job1`)).status).toBe(404)
    expect((await api.get('/download/reporting_data/job1', { headers: { accept: '*/*' } })).status).toBe(404)
  })

  test('gives the errors that the description has as examples, word for word', async () => {
    const api = new CheckedApi(app)
    const enqueue = operations('/export/reporting_data/').find(({ method }) => method === 'POST')
    const described = enqueue?.responseExamples.filter(({ status }) => status === 400) as {
      body: { errors: { code: string; message: string }[] }
    }[]
    const bad = [
      { dataset_id: undefined },
      { dataset_id: 'imaginary' },
      { attribute_ids: undefined },
      { attribute_ids: [] },
      { attribute_ids: 'not an array' },
      { attribute_ids: ['non_existent'] },
    ]
    const given = []
    for (const fields of bad) {
      const { body } = await api.post('/export/reporting_data/enqueue', { ...REQUEST, ...fields })
      given.push({ code: body.errors[0].code, message: body.errors[0].message })
    }
    expect(given).toEqual(described.map(({ body }) => body.errors[0]))
  })

  test.each([null, 'nobody'])('answers 401 as described to the token %s', async (token) => {
    const api = new CheckedApi(app, { token })
    expect((await api.post('/export/reporting_data/enqueue', REQUEST)).status).toBe(401)
    expect((await api.get('/export/reporting_data/job1')).status).toBe(401)
  })
})

describe('intercom-client 7.0.3, unmodified', () => {
  test('lists datasets, enqueues an export, waits for it and downloads it', async () => {
    const client = new IntercomClient({ token: app.token, baseUrl: app.url })
    const { data } = await client.export.listAvailableDatasetsAndAttributes()
    expect(data?.[0]).toMatchObject({ id: 'conversation', default_time_attribute_id: 'conversation_started_at' })
    const { job_identifier = '' } = await client.export.enqueueANewReportingDataExportJob(REQUEST)
    const which = { job_identifier, app_id: 'app', client_id: 'client' }
    await expect.poll(async () => (await client.dataExport.exportReportingData(which)).status).toBe('complete')

    // This method gives nothing; what it fetched is seen by fetching through it.
    let file = ''
    const reading = new IntercomClient({
      token: app.token,
      baseUrl: app.url,
      async fetch(input: Parameters<typeof fetch>[0], init?: RequestInit) {
        const response = await fetch(input, init)
        file = await response.clone().text()
        return response
      },
    } as ConstructorParameters<typeof IntercomClient>[0])
    await reading.dataExport.downloadReportingDataExport({ job_identifier, app_id: 'app' })
    expect(file).toBe('conversation_id,user_name\n1,Ann\n')
  })

  test('throws its own errors', async () => {
    const client = new IntercomClient({ token: app.token, baseUrl: app.url })
    const missing = client.dataExport.exportReportingData({ job_identifier: 'job1', app_id: 'a', client_id: 'c' })
    await expect(missing).rejects.toBeInstanceOf(Intercom.NotFoundError)
    const unknown = client.export.enqueueANewReportingDataExportJob({ ...REQUEST, attribute_ids: ['x'] })
    await expect(unknown).rejects.toBeInstanceOf(Intercom.BadRequestError)
  })
})
