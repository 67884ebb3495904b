import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'
import { sendRaw, type RawReply } from './raw-http.ts'

let app: TestApp
let sourceId: number

beforeAll(async () => {
  app = await startTestApp()
  sourceId = await aSource(app)
  for (const external_id of ['a', 'b', 'c']) await app.post('/ai/external_pages', aPage(sourceId, { external_id }))
})
afterAll(() => app[Symbol.asyncDispose]())

/** A request as a client writes it on the wire. */
function wire(method: string, target: string, headers: Record<string, string>, body = ''): Promise<RawReply> {
  const all = {
    Host: new URL(app.url).host,
    Authorization: `Bearer ${app.token}`,
    Connection: 'close',
    ...(body === '' ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }),
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return sendRaw(app, `${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n${body}`)
}

const RUBY = {
  Accept: 'application/vnd.intercom.3+json',
  'Accept-Encoding': 'gzip, deflate',
  'User-Agent': 'Intercom-Ruby/4.2.2',
}
const RUBY_BODY = { ...RUBY, 'Content-Type': 'application/json' }
const PYTHON = { Accept: '*/*', 'Accept-Encoding': 'gzip, deflate', 'User-Agent': 'python-intercom/5.0.1' }
const PHP = { Accept: 'application/json', 'User-Agent': 'Intercom-PHP/4.4.0' }

describe('the Python client', () => {
  test('sends no version and takes anything: it is answered as 2.14', async () => {
    const { status, text } = await wire('GET', '/ai/external_pages', PYTHON)
    expect(status).toBe(200)
    expect(JSON.parse(text).data[0]).not.toHaveProperty('ai_sales_agent_availability')
  })

  test('sends an empty body as no body at all: the error is JSON', async () => {
    const { status, text } = await wire('POST', '/ai/external_pages', { ...PYTHON, 'Content-Length': '0' })
    expect(status).toBe(400)
    expect(JSON.parse(text)).toMatchObject({ type: 'error.list', errors: [{ code: 'parameter_invalid' }] })
  })
})

describe('the Ruby client', () => {
  test('is not refused for its Accept, and gets a body that it can decode', async () => {
    const { status, headers } = await wire('GET', '/ai/external_pages', RUBY)
    expect(status).toBe(200)
    expect([undefined, 'gzip']).toContain(headers['content-encoding'])
  })

  test('follows pages.next verbatim as its request target, to the last page', async () => {
    const ids: string[] = []
    let target: string | undefined = '/ai/external_pages?per_page=1'
    while (target !== undefined) {
      const { status, text }: RawReply = await wire('GET', target, RUBY)
      expect(status).toBe(200)
      const { data, pages } = JSON.parse(text)
      ids.push(...data.map(({ id }: { id: string }) => id))
      target = pages.next
      if (target !== undefined) expect(target).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/ai\/external_pages\?/)
    }
    expect(ids).toHaveLength(3)
    expect(new Set(ids).size).toBe(3)
  })

  test('sends a JSON body with DELETE', async () => {
    const pushed = await app.post('/ai/external_pages', aPage(sourceId, { external_id: 'ruby' }))
    const target = `/ai/external_pages/${pushed.body.id}`
    for (const body of ['{}', `{"id":"${pushed.body.id}"}`, 'null']) {
      const { status, text } = await wire('DELETE', target, RUBY_BODY, body)
      expect([200, 404]).toContain(status)
      if (status === 200) expect(JSON.parse(text).html).toBe('')
    }
    expect((await app.get(target)).status).toBe(404)

    const source = await aSource(app)
    const deleted = await wire('DELETE', `/ai/content_import_sources/${source}`, RUBY_BODY, '{}')
    expect(deleted).toMatchObject({ status: 204, text: '' })
  })

  test('names the content type of DELETE even without a body', async () => {
    const source = await aSource(app)
    const { status } = await wire('DELETE', `/ai/content_import_sources/${source}`, RUBY_BODY)
    expect(status).toBe(204)
  })

  test('sends an absolute target for every method', async () => {
    const page = aPage(sourceId, { external_id: 'absolute' })
    const posted = await wire('POST', `${app.url}/ai/external_pages`, RUBY_BODY, JSON.stringify(page))
    expect(posted.status).toBe(200)
    const target = `${app.url}/ai/external_pages/${JSON.parse(posted.text).id}`
    expect((await wire('PUT', target, RUBY_BODY, JSON.stringify(page))).status).toBe(200)
    expect((await wire('GET', `${target}/`, RUBY)).status).toBe(200)
    expect((await wire('DELETE', target, RUBY_BODY, '{}')).status).toBe(200)
    expect((await wire('GET', new URL(app.url).origin, RUBY)).status).toBe(404)
  })
})

describe('the PHP client', () => {
  test('reads the rate limit from every answer and follows pages.next', async () => {
    const { status, headers, text } = await wire('GET', '/ai/external_pages?per_page=2', PHP)
    expect(status).toBe(200)
    for (const name of ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset']) {
      expect(Number(headers[name])).toBeGreaterThan(0)
    }
    const next = await wire('GET', JSON.parse(text).pages.next, PHP)
    expect(JSON.parse(next.text).data.length).toBeGreaterThan(0)
  })
})

describe('any client', () => {
  test.each(['*/*', 'application/*', 'application/json', 'application/vnd.intercom.2.14+json', 'text/html', ''])(
    'may accept "%s"',
    async (Accept) => {
      const { status, headers } = await wire('GET', '/ai/external_pages', { Accept })
      expect(status).toBe(200)
      expect(headers['content-type']).toBe('application/json; charset=utf-8')
    },
  )

  test.each(['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/vnd.intercom.3+json'])(
    'may call its body %s',
    async (contentType) => {
      const body = JSON.stringify(aPage(sourceId, { external_id: 'typed' }))
      const { status } = await wire('POST', '/ai/external_pages', { 'Content-Type': contentType }, body)
      expect(status).toBe(200)
    },
  )

  test('may end a path with a slash', async () => {
    const { body } = await app.post('/ai/external_pages/', aPage(sourceId, { external_id: 'slash' }))
    expect((await app.get(`/ai/external_pages/${body.id}/`)).body.id).toBe(body.id)
    expect((await app.get('/ai/external_pages/?per_page=1')).status).toBe(200)
    expect(
      (await app.put(`/ai/content_import_sources/${sourceId}/`, { sync_behavior: 'api', url: 'https://a.example' }))
        .status,
    ).toBe(200)
    expect((await app.delete(`/ai/external_pages/${body.id}/`)).status).toBe(200)
  })

  test('may ask with HEAD: the headers of GET, no body, and nothing changes', async () => {
    const { status, headers, text } = await wire('HEAD', '/ai/external_pages', {})
    const got = await wire('GET', '/ai/external_pages', {})
    expect({ status, text }).toEqual({ status: 200, text: '' })
    expect(headers['content-length']).toBe(got.headers['content-length'])
    expect((await wire('HEAD', '/ai/external_pages/0', {})).status).toBe(404)
    expect((await wire('HEAD', '/ai/external_pages', { Authorization: 'Bearer nobody' })).status).toBe(401)
  })

  test('may send its body in chunks', async () => {
    const body = JSON.stringify(aPage(sourceId, { external_id: 'chunked' }))
    const chunks = [body.slice(0, 10), body.slice(10)].map((part) => `${part.length.toString(16)}\r\n${part}\r\n`)
    const headers = `Host: a\r\nAuthorization: Bearer ${app.token}\r\nConnection: close\r\n`
    const framing = 'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n'
    const request = `POST /ai/external_pages HTTP/1.1\r\n${headers}${framing}\r\n${chunks.join('')}0\r\n\r\n`
    expect((await sendRaw(app, request)).status).toBe(200)
  })
})
