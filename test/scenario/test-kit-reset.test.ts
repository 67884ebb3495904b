import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SCOPES, storeToken } from '../../src/http/index.ts'
import { makeLearnWords } from '../../src/retrieval/index.ts'
import { EventStream } from '../support/event-stream.ts'
import { aPage, startTestApp, type TestApp } from '../support/test-app.ts'

const KIT = '/dorsal/v1/test'
const SEED = {
  attributes: [{ model: 'user', name: 'plan', type: 'string' }],
  agent: { name: 'Rob', csat: { enabled: false } },
  custom_channel: { enabled: true, flow: [{ type: 'greet', body: 'Hello' }, { type: 'answer' }] },
  audiences: [
    { name: 'Staff', rule: { attribute: 'plan', comparison: 'eq', value: 'staff' } },
    { name: 'Trial', rule: { attribute: 'plan', comparison: 'eq', value: 'trial' } },
  ],
  sources: [
    {
      url: 'https://help.example.com',
      pages: [
        {
          external_id: 'start',
          title: 'Starting the machine',
          html: '<p>Press the green button to start the machine.</p>',
          url: 'https://help.example.com/start',
        },
        { external_id: 'draft', title: 'Draft', html: '<p>Purple unicorns.</p>', ai_agent_availability: false },
      ],
    },
    {
      url: 'https://staff.example.com',
      audiences: ['Trial', 'Staff'],
      pages: [{ external_id: 'lunch', title: 'Lunch', html: '<p>Lunch is served in the blue room.</p>' }],
    },
  ],
}
const SEEDED = {
  audiences: [
    { id: 1, name: 'Staff' },
    { id: 2, name: 'Trial' },
  ],
  sources: [
    {
      id: 1,
      url: 'https://help.example.com',
      pages: [
        { id: '1', external_id: 'start' },
        { id: '2', external_id: 'draft' },
      ],
    },
    { id: 2, url: 'https://staff.example.com', pages: [{ id: '3', external_id: 'lunch' }] },
  ],
}

let app: TestApp
let learnWords: (signal: AbortSignal) => Promise<void>
beforeAll(async () => {
  app = await startTestApp({ DORSAL_TEST_KIT: '1' })
  learnWords = makeLearnWords({ db: app.app.db, clock: app.clock })
})
afterAll(() => app[Symbol.asyncDispose]())

async function reset(): Promise<void> {
  expect((await app.post(`${KIT}/reset`)).status).toBe(204)
}

/** Rows of workspace 1 by table; tables without any are left out. */
async function rowsByTable(): Promise<Record<string, number>> {
  const { rows: tables } = await sql<{ table_name: string }>`
    select table_name from information_schema.columns
    where table_schema = 'public' and column_name = 'workspace_id' order by 1`.execute(app.app.db.reader)
  const counts: Record<string, number> = {}
  for (const { table_name: table } of tables) {
    const { rows } = await sql<{ count: number }>`
      select count(*) from ${sql.table(table)} where workspace_id = 1`.execute(app.app.db.reader)
    counts[table] = rows[0]?.count ?? 0
  }
  return counts
}

function start(id: string, user: string, attachments: object[] = []) {
  return app.post('/fin/start', {
    conversation_id: id,
    message: { author: 'user', body: 'How do I start the machine?', timestamp: '2026-01-02T03:04:05.000Z' },
    user: { id: user },
    attachments,
  })
}

/** Something in every table. */
async function fill(): Promise<void> {
  await app.post(`${KIT}/seed`, SEED)
  await learnWords(new AbortController().signal)
  const { db } = app.app
  await sql`
    with model as (
      insert into embedding_model (name, description, state, changed_at) values ('m', '{}', 'retired', now())
      returning id)
    insert into chunk_vector (workspace_id, model_id, context_hash, embedding)
    select workspace_id, model.id, context_hash, '[1,2]' from chunk, model
    on conflict do nothing`.execute(db.reader)
  const webhook = {
    workspace_id: 1,
    id: 1,
    family: 'fin_agent_api',
    url: 'https://hooks.example.com',
    topics: [],
    secret: 'secret',
    state: 'paused',
    consecutive_failures: 0,
    consecutive_throttles: 0,
    created_at: new Date(app.clock.now()),
    updated_at: new Date(app.clock.now()),
  }
  await sql`insert into webhook select * from jsonb_populate_record(null::webhook, ${JSON.stringify(webhook)})`.execute(
    db.reader,
  )
  const data = Buffer.from('a note').toString('base64')
  await start('c1', 'ann', [{ type: 'file', name: 'note.txt', content_type: 'text/plain', data }])
  await app.post('/custom_channel_events/notify_new_conversation', {
    event_id: 'e1',
    external_conversation_id: 'x1',
    contact: { type: 'user', external_id: 'bob', name: 'Bob', email: 'bob@example.com' },
  })
  await start('c2', 'carl')
  await app.post(`${KIT}/idle`)
  const { body: conversations } = await app.get('/dorsal/v1/conversations?external_id=c1')
  await app.post(`/dorsal/v1/conversations/${conversations.data[0].id}/close`, { teammate_name: 'Kim' })
  await app.post('/dorsal/v1/answers', { question: 'How do I start the machine?', agent: 'ai_copilot' })
  const range = { start_time: 0, end_time: 1 }
  await app.post('/export/reporting_data/enqueue', { dataset_id: 'call', attribute_ids: ['call_id'], ...range })
  const attribute = { name: 'buyer', data_type: 'reference', target: 'contact' }
  await app.put('/dorsal/v1/object_types/Order', { attributes: [attribute] })
  await app.post('/custom_object_instances/Order', { custom_attributes: { buyer: 1 } })
  const audience_ids = [1]
  const custom = { questions: ['What is for lunch today?'], answer_text: 'Soup.', audience_ids }
  await app.put('/dorsal/v1/custom_answers/lunch', custom)
  await app.put('/dorsal/v1/guidance', { rules: [{ title: 'Lunch', text: 'Be brief.', audience_ids }] })
  await app.put('/dorsal/v1/synonyms', { groups: [['lunch', 'meal']] })
  const { body } = await app.get('/dorsal/v1/contacts?external_id=carl')
  expect((await app.delete(`/dorsal/v1/contacts/${body.data[0].id}`)).status).toBe(200)
}

describe('a reset', () => {
  test('leaves nothing of the workspace but its tokens', async () => {
    await fill()
    await app.post(`${KIT}/faults`, { kind: 'model' })
    const before = await rowsByTable()
    expect(Object.keys(before).length).toBeGreaterThan(18)
    expect(Object.entries(before).filter(([, count]) => count === 0)).toEqual([])

    await reset()
    const after = Object.entries(await rowsByTable()).filter(([, count]) => count > 0)
    expect(after).toEqual([['access_token', before['access_token']]])
    for (const list of ['faults', 'requests']) expect((await app.get(`${KIT}/${list}`)).body.data).toEqual([])
  })

  test('makes the next test like the first: the same ids, the same answers, the clock as it was', async () => {
    const seen = []
    await app.post(`${KIT}/clock`, { advance_seconds: 60 })
    for (let round = 0; round < 3; round++) {
      await reset()
      const { body: seeded } = await app.post(`${KIT}/seed`, SEED)
      const question = { question: 'How do I start the machine?', agent: 'ai_agent' }
      const { answer_id: _id, took_ms: _ms, ...answer } = (await app.post('/dorsal/v1/answers', question)).body
      const { results } = (await app.post('/dorsal/v1/search', { query: 'machine', agent: 'ai_agent' })).body
      const { body: contact } = await start('c1', `user of ${round}`)
      await learnWords(new AbortController().signal)
      const { vocabulary } = await rowsByTable()
      seen.push({ seeded, answer, results, status: contact.status, vocabulary })
    }
    expect(seen[0]?.seeded).toEqual(SEEDED)
    expect(seen[0]?.answer).toMatchObject({ status: 'answered', citations: [{ page_id: '1' }] })
    expect(seen[0]?.vocabulary).toBeGreaterThan(5)
    expect(seen[1]).toEqual(seen[0])
    expect(seen[2]).toEqual(seen[0])
    expect((await app.get(`${KIT}/clock`)).body.offset_seconds).toBeGreaterThanOrEqual(60)
  })

  test('ends open streams, and no address of before opens one of after', async () => {
    await reset()
    await app.post(`${KIT}/faults`, { kind: 'model', times: 1_000 })
    const { body } = await start('c1', 'ann')
    const stream = await EventStream.open(body.sse_subscription_url)
    await reset()
    await stream.all()
    await start('c1', 'ann')
    expect((await fetch(body.sse_subscription_url)).status).toBe(401)
  })

  test('leaves other workspaces alone, and then numbers go on', async () => {
    await reset()
    await app.post(`${KIT}/seed`, SEED)
    const token = 'token-of-workspace-2'
    const now = new Date(app.clock.now())
    await app.app.db.transact(async (tx) => {
      await tx.insertInto('workspace').values({ id: 2, name: 'second', created_at: now }).execute()
      await storeToken(tx, { workspaceId: 2, name: 'second', token, scopes: SCOPES }, now)
    })
    await app.post(`${KIT}/faults`, { kind: 'error', status: 503, times: 9 }, { token })
    await app.delete(`${KIT}/faults`)
    expect((await app.get('/ai/external_pages', { token })).status).toBe(503)
    expect((await app.get('/ai/external_pages')).status).toBe(200)
    await app.delete(`${KIT}/faults`, { token })
    const { body: theirs } = await app.post(`${KIT}/seed`, SEED, { token })
    const paths = async (options: object) =>
      (await app.get(`${KIT}/requests`, options)).body.data.map(({ path }: { path: string }) => path)

    await reset()
    expect((await app.get('/ai/external_pages')).body.total_count).toBe(0)
    expect((await app.get('/ai/external_pages', { token })).body.total_count).toBe(3)
    expect(await paths({})).toEqual(['/ai/external_pages'])
    expect(await paths({ token })).toEqual(['/ai/external_pages', '/ai/external_pages'])
    const { body: again } = await app.post(`${KIT}/seed`, SEED)
    expect(again.sources[0].id).toBeGreaterThan(theirs.sources[1].id)
    expect((await app.post('/ai/external_pages', aPage(theirs.sources[0].id))).status).toBe(404)
  })
})

describe('a seed', () => {
  test('makes what the operations would have made', async () => {
    await reset()
    const { sources } = (await app.post(`${KIT}/seed`, SEED)).body
    expect((await app.get(`/ai/external_pages/${sources[0].pages[0].id}`)).body).toMatchObject({
      ...SEED.sources[0]?.pages[0],
      locale: 'en',
      ai_agent_availability: true,
      ai_copilot_availability: true,
    })
    expect((await app.get(`/ai/external_pages/${sources[0].pages[1].id}`)).body).toMatchObject({
      ai_agent_availability: false,
      ai_copilot_availability: true,
    })
    const { audience_ids: held } = (await app.get(`/ai/content_import_sources/${sources[1].id}`, { version: '2.15' }))
      .body
    expect(held).toHaveLength(2)
    const { body: lunch } = await app.post('/dorsal/v1/search', { query: 'lunch', agent: 'ai_agent' })
    expect(lunch.results).toEqual([])
    expect((await app.get('/dorsal/v1/attributes')).body.data).toEqual(SEED.attributes)
    expect((await app.get('/dorsal/v1/agent')).body).toMatchObject(SEED.agent)
    expect((await app.get('/dorsal/v1/custom_channel')).body).toMatchObject(SEED.custom_channel)
  })

  test('has answers by hand, guidance, synonyms and object types, for the audiences that it names', async () => {
    await reset()
    const { status, body } = await app.post(`${KIT}/seed`, {
      ...SEED,
      custom_answers: [
        { identifier: 'lunch', questions: ['What is for lunch today?'], answer_text: 'Soup.', audiences: ['Staff'] },
        { identifier: 'dinner', questions: ['What is for dinner today?'], answer_text: 'Bread.' },
      ],
      guidance: { tone: 'warm', rules: [{ title: 'Trials', text: 'Be brief.', audiences: ['Trial'] }] },
      synonyms: { groups: [['lunch', 'midday meal']] },
      object_types: [
        { identifier: 'Shop', attributes: [{ name: 'city', data_type: 'text' }] },
        { identifier: 'Order', attributes: [{ name: 'shop', data_type: 'reference', target: 'Shop' }] },
      ],
    })
    expect({ status, body }).toEqual({
      status: 200,
      body: { audiences: expect.anything(), sources: expect.anything() },
    })
    const ask = async (question: string, plan: string) =>
      (await app.post('/dorsal/v1/answers', { question, agent: 'ai_agent', user: { attributes: { plan } } })).body
    expect(await ask('What is the midday meal today?', 'staff')).toMatchObject({ mode: 'custom', body_text: 'Soup.' })
    expect(await ask('What is for lunch today?', 'trial')).toMatchObject({ mode: 'extractive' })
    expect(await ask('What is for dinner today?', 'trial')).toMatchObject({ mode: 'custom', body_text: 'Bread.' })
    const [, trial] = body.audiences
    expect((await app.get('/dorsal/v1/guidance')).body).toMatchObject({
      tone: 'warm',
      rules: [{ title: 'Trials', audience_ids: [trial.id] }],
    })
    expect((await app.get('/dorsal/v1/object_types')).body.total_count).toBe(2)
  })

  const page = SEED.sources[0]?.pages[0]
  const url = 'https://a.example'
  test.each<[object, string, string | undefined]>([
    [[], 'parameter_invalid', undefined],
    [{ sources: [{}] }, 'parameter_not_found', 'sources.0.url'],
    [{ sources: [{ url: 'javascript:alert(1)' }] }, 'parameter_invalid', 'sources.0.url'],
    [{ sources: [{ url, pages: [page, { ...page, title: '' }] }] }, 'parameter_invalid', 'sources.0.pages.1.title'],
    [{ sources: [{ url, audiences: ['Nobody'] }] }, 'parameter_invalid', 'sources.0.audiences'],
    [
      {
        sources: [{ url }],
        custom_answers: [{ identifier: 'a', questions: ['a b'], answer_text: 'c', audiences: ['Nobody'] }],
      },
      'parameter_invalid',
      'custom_answers.0.audiences',
    ],
    [
      { sources: [{ url }], guidance: { rules: [{ title: 'a', text: 'b', audiences: ['Nobody'] }] } },
      'parameter_invalid',
      'guidance.rules.0.audiences',
    ],
    [
      { sources: [{ url }], audiences: [{ name: 'a', rule: { any: [] } }] },
      'parameter_invalid',
      'audiences.0.rule.any',
    ],
    [
      { sources: [{ url }], attributes: [{ model: 'user', name: 'a.b', type: 'string' }] },
      'parameter_invalid',
      'attributes.0.name',
    ],
    [
      { sources: [{ url }], attributes: [{ model: 'user', name: 'email', type: 'string' }] },
      'parameter_invalid',
      'attributes.0.name',
    ],
    [{ sources: [{ url }], agent: { csat: { options: [] } } }, 'parameter_invalid', 'agent.csat.options'],
    [{ sources: [{ url }], custom_channel: { flow: [{ type: 'greet' }] } }, 'parameter_invalid', 'flow.0.body'],
  ])('that is wrong makes nothing: %j', async (body, code, field) => {
    await reset()
    const refused = await app.post(`${KIT}/seed`, body)
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ code, ...(field && { field }) }] } })
    expect((await app.get('/ai/content_import_sources')).body.total_count).toBe(0)
  })
})
