import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestApp } from '../support/test-app.ts'
import { FinWorld, QUESTIONS } from './fin-world.ts'

const PATH = '/export/reporting_data'
const OCTETS = { accept: 'application/octet-stream' }

let world: FinWorld
let app: TestApp
beforeAll(async () => {
  world = await FinWorld.open()
  app = world.app
})
afterAll(() => world?.[Symbol.asyncDispose]())

const now = () => Math.floor(app.clock.now() / 1_000)
const everything = () => ({ start_time: 0, end_time: now() + 1 })

async function enqueue(datasetId: string, attributeIds: readonly string[], fields: object = {}, version?: string) {
  const body = { dataset_id: datasetId, attribute_ids: attributeIds, ...everything(), ...fields }
  return app.post(`${PATH}/enqueue`, body, version === undefined ? {} : { version })
}

async function finished(id: string): Promise<Record<string, any>> {
  let body: Record<string, any> = {}
  await expect
    .poll(async () => (body = (await app.get(`${PATH}/${id}`)).body)['status'], { timeout: 20_000, interval: 25 })
    .not.toBe('pending')
  return body
}

async function download(id: string, headers: Record<string, string> = OCTETS): Promise<Response> {
  return fetch(`${app.url}/download/reporting_data/${id}`, {
    headers: { authorization: `Bearer ${app.token}`, ...headers },
  })
}

/** The rows of an export, each by its header. */
async function exported(datasetId: string, attributeIds: readonly string[], fields: object = {}, version?: string) {
  const { status, body } = await enqueue(datasetId, attributeIds, fields, version)
  expect(body).toMatchObject({ status: 'pending' })
  expect(status).toBe(200)
  expect(await finished(body.job_identifier)).toMatchObject({ status: 'complete' })
  const csv = await (await download(body.job_identifier)).text()
  return Papa.parse<Record<string, string>>(csv.trimEnd(), { header: true }).data
}

describe('datasets', () => {
  test('are listed with their attributes, qualified in newer versions', async () => {
    const { body } = await app.get(`${PATH}/get_datasets`)
    expect(body.type).toBe('list')
    expect(body.data.map(({ id }: { id: string }) => id)).toEqual([
      'conversation',
      'consolidated_conversation_part',
      'conversation_state',
      'conversation_rating_sent',
      'teammate_handling_conversation',
      'copilot_prompt_response_pair',
      'conversation_sla_status_log',
      'admin_status_change',
      'tickets',
      'ticket_time_in_state',
      'call',
      'call_team_stats',
      'call_teammate_stats',
    ])
    const [conversation] = body.data
    expect(conversation).toMatchObject({
      name: 'Conversation',
      description: 'Conversation-level details: status, channel, assignee.',
      default_time_attribute_id: 'conversation_started_at',
    })
    expect(conversation.attributes).toContainEqual({ id: 'conversation_id', name: 'Conversation ID' })
    const preview = await app.get(`${PATH}/get_datasets`, { version: 'Preview' })
    expect(preview.body.data[0].attributes).toContainEqual({
      id: 'conversation_id',
      name: 'Conversation ID',
      qualified_id: 'standard.conversation_id',
    })
    for (const { id, default_time_attribute_id: time, attributes } of body.data) {
      const ids = attributes.map((attribute: { id: string }) => attribute.id)
      expect(ids, id).toContain(time)
      expect(new Set(ids).size, id).toBe(ids.length)
    }
  })

  test('every attribute of every dataset can be exported, by its simple and its qualified id', async () => {
    const { body } = await app.get(`${PATH}/get_datasets`, { version: 'Preview' })
    for (const { id, attributes } of body.data) {
      const simple = attributes.map((attribute: { id: string }) => attribute.id)
      const qualified = attributes.map((attribute: { qualified_id: string }) => attribute.qualified_id)
      const started = await enqueue(id, [...simple, ...qualified])
      expect(started.status, id).toBe(200)
      expect(await finished(started.body.job_identifier), id).toMatchObject({ status: 'complete' })
      const csv = await (await download(started.body.job_identifier)).text()
      const [header] = csv.split('\n')
      expect(Papa.parse<string[]>(header ?? '').data[0], id).toEqual([...simple, ...simple])
    }
  })
})

describe('an export', () => {
  test('has what is stored of a conversation', async () => {
    await app.post('/dorsal/v1/attributes', { model: 'user', name: 'Plan', type: 'string' })
    await app.post('/dorsal/v1/attributes', { model: 'conversation', name: 'Topic', type: 'string' })
    const startedAt = new Date(app.clock.now()).toISOString().slice(0, 19).replace('T', ' ')
    await world.start('exported', QUESTIONS.refund, {
      user: { id: 'u-9', name: 'Zoë, "Z"', email: 'zoe@example.com', attributes: { Plan: 'pro' } },
      conversation_metadata: { attributes: { Topic: 'line one\nline two' } },
    })
    await app.app.idle()
    app.clock.advance(60_000)
    await world.reply('exported', 'I want to talk to a human', { user: { id: 'u-9' } })
    await app.app.idle()
    const { body: found } = await app.get('/dorsal/v1/conversations?external_id=exported')
    const { id } = found.data[0]
    app.clock.advance(30_000)
    await app.post(`/dorsal/v1/conversations/${id}/reply`, { body: 'Hello', teammate_name: 'Kim' })
    app.clock.advance(10_000)
    await app.post(`/dorsal/v1/conversations/${id}/close`, { teammate_name: 'Lee' })

    const rows = await exported('conversation', [
      'conversation_id',
      'conversation_started_at',
      'channel',
      'current_conversation_state',
      'fin_ai_agent_participated',
      'fin_ai_agent_deflected',
      'fin_ai_agent_last_sent_answer_type',
      'fin_ai_agent_resolution_state',
      'fin_ai_agent_content_references',
      'conversation_first_response_time',
      'first_response_time_excluding_bot_inbox',
      'conversation_time_to_close',
      'time_to_first_close_excluding_bot_inbox',
      'conversation_handling_time',
      'first_replying_teammate_id',
      'last_closing_teammate_id',
      'teammate_replies_count',
      'is_resolved_on_first_contact',
      'agent_type',
      'language',
      'user_name',
      'user_email',
      'user_id',
      'External ID',
      'Plan',
      'conversation.Topic',
      'company_id',
    ])
    expect(rows.find((row) => row['External ID'] === 'exported')).toEqual({
      conversation_id: String(id),
      conversation_started_at: startedAt,
      channel: 'Fin Agent API',
      current_conversation_state: 'Closed',
      fin_ai_agent_participated: 'true',
      fin_ai_agent_deflected: 'false',
      fin_ai_agent_last_sent_answer_type: 'AI answer',
      fin_ai_agent_resolution_state: 'Escalated',
      fin_ai_agent_content_references: 'Refunds',
      conversation_first_response_time: '90',
      first_response_time_excluding_bot_inbox: '30',
      conversation_time_to_close: '100',
      time_to_first_close_excluding_bot_inbox: '40',
      conversation_handling_time: '30',
      first_replying_teammate_id: 'Kim',
      last_closing_teammate_id: 'Lee',
      teammate_replies_count: '1',
      is_resolved_on_first_contact: 'true',
      agent_type: 'Fin AI Agent, Teammate',
      language: 'en',
      user_name: 'Zoë, "Z"',
      user_email: 'zoe@example.com',
      user_id: 'u-9',
      'External ID': 'exported',
      Plan: 'pro',
      Topic: 'line one\nline two',
      company_id: '',
    })

    const states = await exported('conversation_state', [
      'conversation_id',
      'conversation_state',
      'previous_conversation_state',
      'conversation_state_ended_at',
    ])
    expect(states.filter((row) => row['conversation_id'] === String(id))).toMatchObject(
      [
        { conversation_state: 'Open', previous_conversation_state: '', conversation_state_ended_at: /./ },
        { conversation_state: 'Closed', previous_conversation_state: 'Open', conversation_state_ended_at: '' },
      ].map((row) => ({ ...row, conversation_state_ended_at: expect.stringMatching(row.conversation_state_ended_at) })),
    )

    const parts = await exported('consolidated_conversation_part', [
      'conversation_id',
      'action_type',
      'action_performed_by_teammate_id',
      'action_by_automation',
      'response_time',
      'teammate_first_response_time',
      'teammate_time_to_close',
    ])
    expect(
      parts.filter((row) => row['conversation_id'] === String(id)).map((row) => Object.values(row).slice(1)),
    ).toEqual([
      ['Customer reply', '', 'false', '', '', ''],
      ['Reply', 'Dorsal', 'true', '', '', ''],
      ['Customer reply', '', 'false', '', '', ''],
      ['Reply', 'Dorsal', 'true', '', '', ''],
      ['Reply', 'Kim', 'false', '90', '90', ''],
      ['Close', 'Lee', 'false', '', '', '40'],
    ])

    const handling = await exported('teammate_handling_conversation', [
      'conversation_id',
      'handling_teammate_id',
      'teammate_handling_time',
    ])
    expect(handling).toEqual([
      { conversation_id: String(id), handling_teammate_id: 'Kim', teammate_handling_time: '30' },
      { conversation_id: String(id), handling_teammate_id: 'Lee', teammate_handling_time: '' },
    ])
  })

  test('has ratings, and what teammates asked Copilot', async () => {
    await world.start('rated', QUESTIONS.password)
    await app.app.idle()
    await world.reply('rated', 'Thanks, that helped')
    await app.app.idle()
    expect((await world.rate('rated', 'good', 'quick')).status).toBe(200)
    const ratings = await exported('conversation_rating_sent', [
      'conversation_rating',
      'conversation_rating_remark',
      'rated_agent_type',
    ])
    expect(ratings).toContainEqual({
      conversation_rating: '4',
      conversation_rating_remark: 'quick',
      rated_agent_type: 'Fin AI Agent',
    })

    await app.post('/dorsal/v1/answers', { question: QUESTIONS.password, agent: 'ai_copilot' })
    await app.post('/dorsal/v1/answers', { question: 'Who won the cup in 1954?', agent: 'ai_copilot' })
    await app.post('/dorsal/v1/answers', { question: QUESTIONS.refund, agent: 'ai_agent' })
    const questions = await exported('copilot_prompt_response_pair', ['prompt', 'is_answered', 'content_references'])
    expect(questions).toEqual([
      { prompt: QUESTIONS.password, is_answered: 'true', content_references: 'Passwords' },
      { prompt: 'Who won the cup in 1954?', is_answered: 'false', content_references: '' },
    ])
  })

  test('has the conversations that began in the range and no others', async () => {
    app.clock.advance(3_600_000)
    const start = now()
    await world.start('in range', QUESTIONS.password)
    app.clock.advance(1_000)
    await world.start('at its end', QUESTIONS.password)
    await app.app.idle()
    const range = { start_time: start, end_time: start + 1 }
    const rows = await exported('conversation', ['External ID'], range)
    expect(rows.map((row) => row['External ID'])).toEqual(['in range'])
    expect(await exported('conversation', ['External ID'], { start_time: start, end_time: start })).toEqual([])
  })

  test('has conversations without a word of the user only in newer versions', async () => {
    const start = now() + 100
    app.clock.advance(100_000)
    const notified = await app.post('/custom_channel_events/notify_new_conversation', {
      event_id: 'silent',
      external_conversation_id: 'silent',
      contact: { type: 'user', external_id: 'u-silent', name: 'Silent', email: 'silent@example.com' },
    })
    expect(notified.body).toMatchObject({ external_conversation_id: 'silent' })
    await app.app.idle()
    const range = { start_time: start, end_time: now() + 1 }
    expect(await exported('conversation', ['External ID'], range, '2.14')).toEqual([])
    expect(await exported('conversation', ['External ID'], range, 'Preview')).toEqual([{ 'External ID': 'silent' }])
  })

  test('lets no spreadsheet run what a customer wrote', async () => {
    await world.start('formula', QUESTIONS.password, {
      user: { id: '=1+1', name: ' =HYPERLINK("http://evil.example","x")', email: '+4915@example.com' },
    })
    await app.app.idle()
    const rows = await exported('conversation', ['External ID', 'user_id', 'user_name', 'user_email'])
    expect(rows.find((row) => row['External ID'] === 'formula')).toEqual({
      'External ID': 'formula',
      user_id: "'=1+1",
      user_name: `' =HYPERLINK("http://evil.example","x")`,
      user_email: "'+4915@example.com",
    })
  })

  test('keeps an attribute that is asked for twice twice, and one that was removed meanwhile empty', async () => {
    const { body } = await enqueue('conversation', ['channel', 'channel', 'Topic'])
    await app.request('DELETE', '/dorsal/v1/attributes/conversation/Topic')
    expect(await finished(body.job_identifier)).toMatchObject({ status: 'complete' })
    expect(await (await download(body.job_identifier)).text()).toMatch(/^channel,channel,Topic\n/)
  })
})

describe('a download', () => {
  test('is compressed when the client takes it so', async () => {
    const { body } = await enqueue('conversation', ['conversation_id'])
    const job = await finished(body.job_identifier)
    expect(job['download_url']).toBe(`${app.url}/download/reporting_data/${body.job_identifier}`)
    expect(Date.parse(job['download_expires_at']) - app.clock.now()).toBe(2 * 86_400_000)
    const plain = await download(body.job_identifier, { ...OCTETS, 'accept-encoding': 'identity' })
    expect(plain.headers.get('content-type')).toBe('application/octet-stream')
    expect(plain.headers.get('content-disposition')).toMatch(/^attachment; filename="conversation-/)
    expect(plain.headers.get('content-encoding')).toBeNull()
    const text = await plain.text()
    expect(text).toMatch(/^conversation_id\n1\n/)
    // Node's own client decompresses, as most do.
    const compressed = await download(body.job_identifier, { ...OCTETS, 'accept-encoding': 'br, gzip' })
    expect(compressed.headers.get('content-encoding')).toBe('gzip')
    expect(await compressed.text()).toBe(text)
    for (const refusing of ['gzip;q=0', 'br', '*;q=0']) {
      const answer = await download(body.job_identifier, { ...OCTETS, 'accept-encoding': refusing })
      expect(answer.headers.get('content-encoding'), refusing).toBeNull()
    }
  })

  test('needs the type that it has', async () => {
    const { body } = await enqueue('conversation', ['conversation_id'])
    await finished(body.job_identifier)
    expect((await download(body.job_identifier, { accept: 'application/json' })).status).toBe(406)
    expect((await download(body.job_identifier, { accept: '*/*' })).status).toBe(200)
  })

  test('of what is unknown, not complete or expired is refused in words', async () => {
    const unknown = await download('job1')
    expect(unknown.status).toBe(404)
    expect(await unknown.json()).toMatchObject({
      errors: [{ code: 'not_found', message: 'Export job not found for identifier: job1' }],
    })
    expect((await app.get(`${PATH}/job1`)).body.errors[0].message).toBe('Export job not found for identifier: job1')

    const { body } = await enqueue('conversation', ['conversation_id'])
    await finished(body.job_identifier)
    await sql`update export_job set status = 'in_progress' where id = ${body.job_identifier}`.execute(app.app.db.reader)
    expect((await app.get(`${PATH}/${body.job_identifier}`)).body).toMatchObject({
      status: 'pending',
      download_url: '',
    })
    const early = await download(body.job_identifier)
    expect(early.status).toBe(404)
    expect(await early.text()).toContain('it is not complete yet')
    await sql`update export_job set status = 'complete' where id = ${body.job_identifier}`.execute(app.app.db.reader)
    app.clock.advance(2 * 86_400_000)
    expect((await download(body.job_identifier)).status).toBe(404)
  })
})

describe('a request that is wrong', () => {
  const good = () => ({ dataset_id: 'conversation', attribute_ids: ['conversation_id'], ...everything() })

  test.each<[string, object, string]>([
    ['without a dataset', { dataset_id: undefined }, "'dataset_id' is a required parameter"],
    ['with an unknown dataset', { dataset_id: 'imaginary' }, 'imaginary is not a valid dataset_id'],
    ['with a dataset that is no text', { dataset_id: 5 }, '5 is not a valid dataset_id'],
    ['with a dataset of every object', { dataset_id: '__proto__' }, '__proto__ is not a valid dataset_id'],
    ['without attributes', { attribute_ids: undefined }, "'attribute_ids' is a required parameter"],
    ['with no attributes', { attribute_ids: [] }, 'attribute_ids must contain at least one attribute_id'],
    [
      'with attributes that are no array',
      { attribute_ids: 'not an array' },
      "'attribute_ids' not an array must be of type Array",
    ],
    [
      'with unknown attributes',
      { attribute_ids: ['conversation_id', 'non_existent', 'constructor'] },
      'attribute_ids invalid for conversation dataset: non_existent, constructor',
    ],
    [
      'with attributes that are no texts',
      { attribute_ids: [[1], null] },
      'attribute_ids invalid for conversation dataset: [1], null',
    ],
    [
      "with another dataset's attribute",
      { attribute_ids: ['action_id'] },
      'attribute_ids invalid for conversation dataset: action_id',
    ],
    ['without a start', { start_time: undefined }, "'start_time' is a required parameter"],
    ['without an end', { end_time: null }, "'end_time' is a required parameter"],
    ['with a time that is no number', { start_time: 'today' }, "'start_time' today must be of type Integer"],
    ['with half a second', { end_time: 1.5 }, "'end_time' 1.5 must be of type Integer"],
    ['with milliseconds', { end_time: 1_767_000_000_000_000 }, "'end_time' 1767000000000000 is out of range"],
    [
      'with a range that ends before it starts',
      { start_time: 10, end_time: 9 },
      "'end_time' must not be before 'start_time'",
    ],
  ])('%s is refused', async (_what, fields, message) => {
    const { status, body } = await app.post(`${PATH}/enqueue`, { ...good(), ...fields })
    expect(body).toMatchObject({ type: 'error.list', errors: [{ code: 'bad_request', message }] })
    expect(status).toBe(400)
  })

  test.each(['[]', '"text"', 'null', ''])('whose body is %s is refused', async (body) => {
    const { status } = await app.request('POST', `${PATH}/enqueue`, body)
    expect(status).toBe(400)
  })

  test('stores nothing', async () => {
    const count = async () =>
      (await sql<{ count: number }>`select count(*) as count from export_job`.execute(app.app.db.reader)).rows[0]?.count
    const before = await count()
    await app.post(`${PATH}/enqueue`, { ...good(), attribute_ids: ['conversation_id', 'x'] })
    expect(await count()).toBe(before)
  })
})

test('a file tells times in the time zone of the settings', async () => {
  await using there = await FinWorld.open({ DORSAL_TIME_ZONE: 'America/New_York' })
  // 03:04:05 in UTC, and in winter.
  await there.start('there', QUESTIONS.password)
  const body = { dataset_id: 'conversation', attribute_ids: ['conversation_started_at'], start_time: 0, end_time: 4e9 }
  const { body: job } = await there.app.post(`${PATH}/enqueue`, body)
  const status = async () => (await there.app.get(`${PATH}/${job.job_identifier}`)).body.status
  await expect.poll(status, { timeout: 20_000 }).toBe('complete')
  const headers = { authorization: `Bearer ${there.app.token}` }
  const file = await fetch(`${there.app.url}/download/reporting_data/${job.job_identifier}`, { headers })
  expect(await file.text()).toBe('conversation_started_at\n2026-01-01 22:04:05\n')
})

test('a workspace has five pending exports at most, however they come', async () => {
  await using other = await FinWorld.open()
  // Nobody writes them here: they are held by a process that is gone.
  await sql`create function hold() returns trigger language plpgsql as
    $$ begin new.leased_until = '2100-01-01'; return new; end $$`.execute(other.app.app.db.reader)
  await sql`create trigger hold before insert on export_job for each row execute function hold()`.execute(
    other.app.app.db.reader,
  )
  const body = { dataset_id: 'conversation', attribute_ids: ['conversation_id'], start_time: 0, end_time: 1 }
  const answers = await Promise.all(Array.from({ length: 8 }, () => other.app.post(`${PATH}/enqueue`, body)))
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(3)
  expect(refused[0]?.body).toMatchObject({
    errors: [
      {
        code: 'rate_limit_exceeded',
        message: 'Exceeded rate limit of 5 pending reporting dataset export jobs',
      },
    ],
  })
})

describe('erasing a contact', () => {
  test('withdraws the files that may have them', async () => {
    await world.start('erased', QUESTIONS.password, { user: { id: 'u-erased', name: 'Erna' } })
    await app.app.idle()
    const { body } = await enqueue('conversation', ['user_name'])
    expect(await finished(body.job_identifier)).toMatchObject({ status: 'complete' })
    expect(await (await download(body.job_identifier)).text()).toContain('Erna')
    const { body: contacts } = await app.get('/dorsal/v1/contacts?external_id=u-erased')
    const receipt = await app.request('DELETE', `/dorsal/v1/contacts/${contacts.data[0].id}`)
    expect(receipt.body.erased.export_files).toBeGreaterThan(0)
    expect((await download(body.job_identifier)).status).toBe(404)
    expect((await app.get(`${PATH}/${body.job_identifier}`)).body).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('erased'),
    })
    await expect.poll(() => readdirSync(join(app.dataDir, 'exports'))).toEqual([])
  })
})
