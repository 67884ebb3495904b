import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SCOPES, storeToken, type Scope } from '../../src/http/index.ts'
import { aPage, startTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app[Symbol.asyncDispose]())

async function aToken(scopes: readonly Scope[]): Promise<string> {
  const token = `token with ${scopes.join(' and ') || 'nothing'}`.replaceAll(' ', '-')
  const now = new Date(app.clock.now())
  await app.app.db.transact((tx) => storeToken(tx, { workspaceId: 1, name: token, token, scopes }, now))
  return token
}

const ROUTES: [string, string, unknown, Scope][] = [
  ['GET', '/ai/content_import_sources', undefined, 'read_write_ai_content'],
  ['POST', '/ai/content_import_sources', {}, 'read_write_ai_content'],
  ['GET', '/ai/content_import_sources/1', undefined, 'read_write_ai_content'],
  ['PUT', '/ai/content_import_sources/1', {}, 'read_write_ai_content'],
  ['DELETE', '/ai/content_import_sources/999', undefined, 'read_write_ai_content'],
  ['GET', '/ai/external_pages', undefined, 'read_write_ai_content'],
  ['HEAD', '/ai/external_pages', undefined, 'read_write_ai_content'],
  ['POST', '/ai/external_pages', {}, 'read_write_ai_content'],
  ['GET', '/ai/external_pages/1', undefined, 'read_write_ai_content'],
  ['PUT', '/ai/external_pages/1', {}, 'read_write_ai_content'],
  ['DELETE', '/ai/external_pages/999', undefined, 'read_write_ai_content'],
  ['POST', '/dorsal/v1/external_pages/bulk', undefined, 'read_write_ai_content'],
  ['GET', '/dorsal/v1/external_pages/1', undefined, 'read_write_ai_content'],
  ['GET', '/dorsal/v1/suspicious_passages', undefined, 'read_write_ai_content'],
  ['POST', '/dorsal/v1/search', { query: 'x', agent: 'ai_agent' }, 'ask'],
  ['POST', '/dorsal/v1/answers', { question: 'x', agent: 'ai_agent' }, 'ask'],
  ['GET', '/dorsal/v1/answers/999', undefined, 'admin'],
  ['POST', '/dorsal/v1/answers/999/replay', undefined, 'admin'],
  ['GET', '/dorsal/v1/audiences', undefined, 'admin'],
  ['POST', '/dorsal/v1/audiences', {}, 'admin'],
  ['PUT', '/dorsal/v1/audiences/1', {}, 'admin'],
  ['DELETE', '/dorsal/v1/audiences/999', undefined, 'admin'],
  ['GET', '/dorsal/v1/custom_answers', undefined, 'admin'],
  ['GET', '/dorsal/v1/custom_answers/none', undefined, 'admin'],
  ['PUT', '/dorsal/v1/custom_answers/none', {}, 'admin'],
  ['DELETE', '/dorsal/v1/custom_answers/none', undefined, 'admin'],
  ['GET', '/dorsal/v1/guidance', undefined, 'admin'],
  ['PUT', '/dorsal/v1/guidance', {}, 'admin'],
  ['GET', '/dorsal/v1/synonyms', undefined, 'admin'],
  ['PUT', '/dorsal/v1/synonyms', {}, 'admin'],
  ['GET', '/dorsal/v1/status', undefined, 'admin'],
  ['GET', '/dorsal/v1/embedding', undefined, 'admin'],
  ['POST', '/dorsal/v1/embedding/swap', undefined, 'admin'],
  ['POST', '/dorsal/v1/embedding/drop', undefined, 'admin'],
  ['GET', '/dorsal/v1/webhooks', undefined, 'admin'],
  ['POST', '/dorsal/v1/webhooks', {}, 'admin'],
  ['GET', '/dorsal/v1/webhooks/999', undefined, 'admin'],
  ['PUT', '/dorsal/v1/webhooks/999', {}, 'admin'],
  ['DELETE', '/dorsal/v1/webhooks/999', undefined, 'admin'],
  ['POST', '/dorsal/v1/webhooks/999/rotate_secret', undefined, 'admin'],
  ['POST', '/dorsal/v1/webhooks/999/test', undefined, 'admin'],
  ['POST', '/dorsal/v1/webhooks/999/replay', { since: 0 }, 'admin'],
  ['GET', '/dorsal/v1/deliveries', undefined, 'read_conversations'],
  ['GET', '/dorsal/v1/deliveries/999', undefined, 'read_conversations'],
  ['POST', '/dorsal/v1/deliveries/999/replay', undefined, 'admin'],
  ['POST', '/fin/start', {}, 'write_conversations'],
  ['POST', '/fin/reply', {}, 'write_conversations'],
  ['POST', '/fin/csat', {}, 'write_conversations'],
  ['POST', '/fin/ask', {}, 'write_conversations'],
  ['POST', '/fin/escalate', {}, 'write_conversations'],
  ['GET', '/dorsal/v1/conversations', undefined, 'read_conversations'],
  ['GET', '/dorsal/v1/conversations/999', undefined, 'read_conversations'],
  ['POST', '/dorsal/v1/conversations/999/reply', {}, 'write_conversations'],
  ['POST', '/dorsal/v1/conversations/999/close', {}, 'write_conversations'],
  ['POST', '/dorsal/v1/conversations/999/reopen', {}, 'write_conversations'],
  ['GET', '/dorsal/v1/contacts', undefined, 'read_conversations'],
  ['GET', '/dorsal/v1/contacts/999', undefined, 'read_conversations'],
  ['DELETE', '/dorsal/v1/contacts/999', undefined, 'admin'],
  ['GET', '/dorsal/v1/attributes', undefined, 'admin'],
  ['POST', '/dorsal/v1/attributes', {}, 'admin'],
  ['DELETE', '/dorsal/v1/attributes/user/none', undefined, 'admin'],
  ['GET', '/dorsal/v1/agent', undefined, 'admin'],
  ['PUT', '/dorsal/v1/agent', {}, 'admin'],
  ['POST', '/custom_channel_events/notify_new_conversation', {}, 'write_conversations'],
  ['POST', '/custom_channel_events/notify_new_message', {}, 'write_conversations'],
  ['POST', '/custom_channel_events/notify_quick_reply_selected', {}, 'write_conversations'],
  ['POST', '/custom_channel_events/notify_attribute_collected', {}, 'write_conversations'],
  ['GET', '/dorsal/v1/custom_channel', undefined, 'admin'],
  ['PUT', '/dorsal/v1/custom_channel', {}, 'admin'],
  ['GET', '/export/reporting_data/get_datasets', undefined, 'export_reporting_data'],
  ['POST', '/export/reporting_data/enqueue', {}, 'export_reporting_data'],
  ['GET', '/export/reporting_data/999', undefined, 'export_reporting_data'],
  ['GET', '/download/reporting_data/999', undefined, 'export_reporting_data'],
  ['GET', '/dorsal/v1/object_types', undefined, 'admin'],
  ['GET', '/dorsal/v1/object_types/None', undefined, 'admin'],
  ['PUT', '/dorsal/v1/object_types/None', {}, 'admin'],
  ['DELETE', '/dorsal/v1/object_types/None', undefined, 'admin'],
  ['POST', '/custom_object_instances/None', {}, 'write_custom_object_instances'],
  ['GET', '/custom_object_instances/None?external_id=1', undefined, 'read_custom_object_instances'],
  ['DELETE', '/custom_object_instances/None?external_id=1', undefined, 'write_custom_object_instances'],
  ['GET', '/custom_object_instances/None/1', undefined, 'read_custom_object_instances'],
  ['DELETE', '/custom_object_instances/None/1', undefined, 'write_custom_object_instances'],
  ['GET', '/dorsal/v1/reports/fin', undefined, 'export_reporting_data'],
  ['GET', '/dorsal/v1/reports/content', undefined, 'export_reporting_data'],
  ['GET', '/dorsal/v1/reports/gaps', undefined, 'export_reporting_data'],
]

describe('a token', () => {
  test('is stored as its hash alone', async () => {
    const token = await aToken(['ask'])
    const { rows } = await sql<{ row: string }>`select row_to_json(t)::text as row from access_token t`.execute(
      app.app.db.reader,
    )
    const stored = rows.map(({ row }) => row).join('\n')
    // The name is what the test gave it; nothing else may tell the token.
    expect(stored.replaceAll(`"name":"${token}"`, '')).not.toContain(token)
    for (const spelling of ['utf8', 'hex', 'base64'] as const) {
      expect(stored).not.toContain(Buffer.from(app.token).toString(spelling))
    }
  })

  test.each(ROUTES)('opens %s %s only with its scope', async (method, path, body, scope) => {
    const without = await aToken(SCOPES.filter((each) => each !== scope))
    const refused = await app.request(method, path, body, { token: without })
    expect(refused.status).toBe(403)
    if (method !== 'HEAD') {
      expect(refused.body.errors).toEqual([
        { code: 'forbidden', message: `You do not have the required scope (${scope}) to access this resource` },
      ])
    }
    const allowed = await app.request(method, path, body, { token: await aToken([scope]) })
    expect([200, 400, 404, 409, 422]).toContain(allowed.status)
    expect((await app.request(method, path, body, { token: await aToken([]) })).status).toBe(403)
  })

  test('explains a search only to an admin', async () => {
    const body = { query: 'machine', agent: 'ai_agent' }
    const asker = await aToken(['ask'])
    for (const explain of [true, {}, { page_ids: ['1'] }]) {
      const refused = await app.post('/dorsal/v1/search', { ...body, explain }, { token: asker })
      expect(refused).toMatchObject({ status: 403, body: { errors: [{ code: 'forbidden' }] } })
      expect(refused.body).not.toHaveProperty('results')
      const admin = await aToken(['ask', 'admin'])
      expect((await app.post('/dorsal/v1/search', { ...body, explain }, { token: admin })).status).toBe(200)
    }
    const plain = await app.post('/dorsal/v1/search', { ...body, explain: false }, { token: asker })
    expect(plain.status).toBe(200)
    expect(plain.body).not.toHaveProperty('explain')
  })

  test('that was revoked is refused within seconds', async () => {
    const token = await aToken(['ask', 'read_write_ai_content'])
    expect((await app.get('/ai/external_pages', { token })).status).toBe(200)
    await sql`delete from access_token where name = ${token}`.execute(app.app.db.reader)
    app.clock.advance(5_000)
    expect((await app.get('/ai/external_pages', { token })).status).toBe(401)
  })

  test('may be written with the scheme in any case', async () => {
    for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
      const headers = { authorization: `${scheme} ${app.token}` }
      expect((await app.get('/ai/external_pages', { token: null, headers })).status).toBe(200)
    }
  })

  test('is never needed for health', async () => {
    for (const path of ['/healthz', '/readyz']) expect((await app.get(path, { token: null })).status).toBe(200)
    expect((await app.post('/ai/external_pages', aPage(1), { token: null })).status).toBe(401)
  })
})
