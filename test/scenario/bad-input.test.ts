import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ERROR_STATUS } from '../../src/kernel/index.ts'
import { sendRaw } from '../contract/raw-http.ts'
import { aPage, aSource, startTestApp, type Reply, type RequestOptions, type TestApp } from '../support/test-app.ts'
import { readableLog } from './log-lines.ts'

const BODY_LIMIT = 1_000_000
const SEED = 20_260_102
const { log, lines } = readableLog()
let app: TestApp
let sourceId: number
let pageId: string

beforeAll(async () => {
  const env = { DORSAL_BODY_LIMIT_BYTES: String(BODY_LIMIT), DORSAL_REQUESTS_PER_MINUTE: '1000000' }
  app = await startTestApp(env, { log })
  sourceId = await aSource(app)
  pageId = (await app.post('/ai/external_pages', aPage(sourceId))).body.id
})
afterAll(() => app[Symbol.asyncDispose]())

/** Everything that a refused request must leave as it was. */
async function stored(): Promise<unknown> {
  const { rows } = await sql`
    select
      (select json_agg(s order by s.id) from source s) as sources,
      (select json_agg(json_build_array(p.id, p.external_id, p.revision, p.updated_at, p.title) order by p.id) from page p) as pages,
      (select count(*) from chunk) as chunks,
      (select json_agg(a order by a.id) from audience a) as audiences,
      (select count(*) from source_audience) as links
  `.execute(app.app.db.reader)
  return rows
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The one error of a refusal, after the envelope, the request id and the log have been checked. */
function refusal({ status, headers, body }: Reply<any>): {
  status: number
  code: string
  message: string
  field?: string
} {
  expect(Object.keys(body).toSorted()).toEqual(['errors', 'request_id', 'type'])
  expect(body.type).toBe('error.list')
  expect(body.request_id).toMatch(UUID)
  expect(headers.get('x-request-id')).toBe(body.request_id)
  expect(lines.some((line) => line['request_id'] === body.request_id && line['status'] === status)).toBe(true)
  expect(body.errors).toHaveLength(1)
  const [error] = body.errors
  expect(ERROR_STATUS).toHaveProperty(error.code)
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
  expect(error.message).toMatch(/\S/)
  return { status, ...error }
}

interface Refused {
  readonly name: string
  readonly method?: string
  readonly path: string
  readonly body?: unknown
  readonly options?: RequestOptions
  readonly expected: object
}

function invalid(field: string): object {
  return { status: 400, code: 'parameter_invalid', field }
}

function missing(field: string): object {
  return { status: 400, code: 'parameter_not_found', field, message: `${field} is a required parameter` }
}

async function expectRefusals(cases: readonly Refused[]): Promise<void> {
  const before = await stored()
  for (const { name, method = 'POST', path, body, options, expected } of cases) {
    const reply = await app.request(method, path, body, options)
    expect(refusal(reply), `${method} ${path}: ${name}`).toMatchObject(expected)
  }
  expect(await stored()).toEqual(before)
}

/** Each write operation with a body that it takes. */
function writes() {
  const source = { sync_behavior: 'api', url: 'https://a.example' }
  return [
    { method: 'POST', path: '/ai/content_import_sources', body: source },
    { method: 'PUT', path: `/ai/content_import_sources/${sourceId}`, body: source },
    { method: 'POST', path: '/ai/external_pages', body: aPage(sourceId, { external_id: 'bad input' }) },
    { method: 'PUT', path: `/ai/external_pages/${pageId}`, body: aPage(sourceId) },
    {
      method: 'POST',
      path: '/dorsal/v1/audiences',
      body: { name: 'Staff', rule: { attribute: 'plan', comparison: 'exists' } },
    },
    { method: 'POST', path: '/dorsal/v1/search', body: { query: 'machine', agent: 'ai_agent' } },
    { method: 'POST', path: '/dorsal/v1/answers', body: { question: 'machine', agent: 'ai_agent' } },
  ] as { method: string; path: string; body: Record<string, unknown> }[]
}

describe('a body that is no JSON object', () => {
  test.each([
    ['broken JSON', '{"title":'],
    ['two values', '{} {}'],
    ['a trailing comma', '{"a":1,}'],
    ['NaN', '{"source_id":NaN}'],
    ['a comment', '{/* */}'],
    ['a bare word', 'hello'],
  ])('%s is not valid JSON', async (_name, body) => {
    const expected = { status: 400, code: 'parameter_invalid', message: 'Request body is not valid JSON' }
    await expectRefusals(writes().map(({ method, path }) => ({ name: body, method, path, body, expected })))
  })

  test.each(['[]', '[{}]', 'null', '"text"', '1', 'true'])('%s is refused', async (body) => {
    const expected = { status: 400, code: 'parameter_invalid', message: 'Body is required and must be a JSON object' }
    await expectRefusals(writes().map(({ method, path }) => ({ name: body, method, path, body, expected })))
  })

  test('no body at all is refused', async () => {
    const expected = { status: 400, code: 'parameter_invalid', message: 'Body is required and must be a JSON object' }
    await expectRefusals(writes().map(({ method, path }) => ({ name: 'none', method, path, expected })))
  })

  test('bytes that are not UTF-8 are refused, lone surrogates in UTF-8 disguise too', async () => {
    const before = await stored()
    for (const bytes of [[0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80]]) {
      const body = Buffer.concat([
        Buffer.from(`{"source_id":${sourceId},"external_id":"x","locale":"en","html":"","title":"`),
        Buffer.from(bytes),
        Buffer.from('"}'),
      ])
      const reply = await sendRaw(
        app,
        `POST /ai/external_pages HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${app.token}\r\nConnection: close\r\n` +
          `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
        body,
      )
      const headers = new Headers(reply.headers)
      expect(refusal({ status: reply.status, headers, body: JSON.parse(reply.text) })).toMatchObject({
        status: 400,
        message: 'Request body is not valid JSON',
      })
    }
    expect(await stored()).toEqual(before)
  })

  test('keys that would reach a prototype are refused', async () => {
    const keys = ['{"__proto__":{"a":1}}', '{"constructor":{"prototype":{"a":1}}}', '{"x":[{"__proto__":1}]}']
    const expected = { status: 400, code: 'parameter_invalid' }
    for (const body of [...keys, '{"\\u005f_proto__":1}']) {
      await expectRefusals(writes().map(({ method, path }) => ({ name: body, method, path, body, expected })))
    }
    expect(({} as Record<string, unknown>)['a']).toBeUndefined()
  })

  test('nesting without end is refused wherever it stands', async () => {
    for (const depth of [200, 5_000, 100_000]) {
      const deep = '['.repeat(depth) + ']'.repeat(depth)
      const objects = '{"a":'.repeat(depth) + '1' + '}'.repeat(depth)
      const before = await stored()
      for (const { method, path, body } of writes()) {
        for (const [name, value] of [
          ['unknown_field', deep],
          ['user', `{"attributes":{"a":${deep}}}`],
          ['user', `{"attributes":${objects}}`],
          ['rule', objects],
        ]) {
          const { [name as string]: _replaced, ...rest } = body
          const text = `${JSON.stringify(rest).slice(0, -1)},"${name}":${value}}`
          const reply = await app.request(method, path, text)
          expect(refusal(reply), `${method} ${path} ${name} ${depth}`).toMatchObject({
            status: 400,
            code: 'parameter_invalid',
          })
        }
      }
      expect(await stored()).toEqual(before)
    }
  })
})

describe('a wrong value', () => {
  const WRONG: Record<string, readonly unknown[]> = {
    title: [null, 1, true, [], {}, '', ' \t\n', 'x'.repeat(256)],
    html: [null, 1, false, [], {}],
    url: [
      1,
      [],
      {},
      '',
      'help.example.com',
      'ftp://a.example',
      'javascript:alert(1)',
      'https://',
      'https://a b',
      `https://a.example/${'x'.repeat(2_048)}`,
    ],
    locale: [null, 1, '', 'fr', 'EN', ['en']],
    source_id: [null, '1', 1.5, true, [], {}],
    external_id: [null, 1, [], {}, '', '  ', 'x'.repeat(513)],
    ai_agent_availability: [null, 'true', 0, []],
    ai_copilot_availability: [null, 'false', 1, {}],
    fin_availability: [null, 'true', 1],
  }

  test.each(Object.keys(WRONG))('of a page: %s', async (field) => {
    const cases = (WRONG[field] ?? []).flatMap((value) =>
      [
        { method: 'POST', path: '/ai/external_pages' },
        { method: 'PUT', path: `/ai/external_pages/${pageId}` },
      ].map((target) => ({
        name: `${field} = ${JSON.stringify(value)}`.slice(0, 60),
        ...target,
        body: aPage(sourceId, { [field]: value }),
        expected: invalid(field),
      })),
    )
    await expectRefusals(cases)
  })

  test('of a page that is missing', async () => {
    const cases = ['title', 'html', 'locale', 'source_id', 'external_id'].map((field) => ({
      name: field,
      path: '/ai/external_pages',
      body: aPage(sourceId, { [field]: undefined }),
      expected: missing(field),
    }))
    await expectRefusals(cases)
    const updates = ['title', 'html', 'locale', 'source_id'].map((field) => ({
      name: field,
      method: 'PUT',
      path: `/ai/external_pages/${pageId}`,
      body: aPage(sourceId, { [field]: undefined }),
      expected: missing(field),
    }))
    await expectRefusals(updates)
  })

  test('of a source', async () => {
    const good = { sync_behavior: 'api', url: 'https://a.example' }
    const wrong: [string, unknown][] = [
      ['sync_behavior', null],
      ['sync_behavior', 'API'],
      ['sync_behavior', 1],
      ['url', null],
      ['url', 'nowhere'],
      ['url', 'file:///etc/passwd'],
      ['url', 7],
      ['status', null],
      ['status', 'paused'],
      ['status', true],
    ]
    const targets = [
      { method: 'POST', path: '/ai/content_import_sources' },
      { method: 'PUT', path: `/ai/content_import_sources/${sourceId}` },
    ]
    await expectRefusals(
      targets.flatMap((target) => [
        ...wrong.map(([field, value]) => ({
          name: `${field} = ${JSON.stringify(value)}`,
          ...target,
          body: { ...good, [field]: value },
          expected: invalid(field),
        })),
        { name: 'no url', ...target, body: { sync_behavior: 'api' }, expected: missing('url') },
        { name: 'no behavior', ...target, body: { url: good.url }, expected: missing('sync_behavior') },
      ]),
    )
    for (const sync_behavior of ['automatic', 'automated', 'manual']) {
      await expectRefusals([
        {
          name: sync_behavior,
          path: '/ai/content_import_sources',
          body: { ...good, sync_behavior },
          expected: invalid('sync_behavior'),
        },
      ])
    }
  })

  test('is explained in words that its sender knows', async () => {
    const messages: [object, string][] = [
      [aPage(sourceId, { url: 'ftp://a.example' }), 'url must be an http or https URL'],
      [aPage(sourceId, { title: ' ' }), 'title must not be blank'],
      [aPage(sourceId, { locale: 'fr' }), 'locale must be one of en'],
    ]
    for (const [body, message] of messages) {
      expect(refusal(await app.post('/ai/external_pages', body)).message).toBe(message)
    }
  })

  test('of a source id that no source can have is an unknown source', async () => {
    const ids = [-1, 0, -0, 2 ** 31, 2 ** 32 + sourceId, 2 ** 53, -(2 ** 53), 1e300]
    await expectRefusals(
      ids.flatMap((source_id) =>
        [
          { method: 'POST', path: '/ai/external_pages' },
          { method: 'PUT', path: `/ai/external_pages/${pageId}` },
        ].map((target) => ({
          name: String(source_id),
          ...target,
          body: aPage(source_id),
          expected: { status: 404, code: 'not_found', field: 'source_id' },
        })),
      ),
    )
    const tooLarge = JSON.stringify(aPage(1)).replace('"source_id":1', '"source_id":1e400')
    await expectRefusals([
      { name: '1e400', path: '/ai/external_pages', body: tooLarge, expected: invalid('source_id') },
    ])
  })

  test('NUL and lone surrogates are refused with the path of the text', async () => {
    const bad = ['\u0000', 'a\u0000b', '\uD800', '\uDC00x', 'x\uD83D']
    const cases = bad.flatMap((text) => [
      ...['title', 'html', 'url', 'external_id'].map((field) => ({
        name: `${field} ${JSON.stringify(text)}`,
        path: '/ai/external_pages',
        body: aPage(sourceId, { [field]: text }),
        expected: invalid(field),
      })),
      {
        name: `attribute ${JSON.stringify(text)}`,
        path: '/dorsal/v1/search',
        body: { query: 'x', agent: 'ai_agent', user: { attributes: { plan: [text] } } },
        expected: invalid('user.attributes.plan.0'),
      },
      {
        name: `attribute name ${JSON.stringify(text)}`,
        path: '/dorsal/v1/answers',
        body: { question: 'x', agent: 'ai_agent', user: { attributes: { [text]: 1 } } },
        expected: invalid('user.attributes'),
      },
    ])
    await expectRefusals(cases)
  })
})

describe('an id in the path', () => {
  const IDS = [
    '0',
    '-1',
    '1.0',
    '+1',
    '01',
    '1e3',
    '0x1',
    'abc',
    '1a',
    '2147483647',
    '2147483648',
    '9007199254740993',
    '9'.repeat(300),
    '9'.repeat(2_000),
    '%31%00',
    '%00',
    '%20',
    '1%20',
    '%F0%9F%98%80',
    '%D9%A1',
    '%zz',
    '%',
    '%C3%28',
    'null',
    '__proto__',
    '..%2F..%2Fhealthz',
    "1'--",
  ]
  test.each(IDS)('%s is unknown', async (id) => {
    const expected = { status: 404, code: 'not_found' }
    const cases = ['/ai/external_pages', '/ai/content_import_sources', '/dorsal/v1/audiences'].flatMap((path) => [
      ...(path.startsWith('/ai') ? [{ name: id, method: 'GET', path: `${path}/${id}`, expected }] : []),
      { name: id, method: 'DELETE', path: `${path}/${id}`, expected },
    ])
    const bodies = writes()
    await expectRefusals([
      ...cases,
      { name: id, method: 'GET', path: `/dorsal/v1/external_pages/${id}`, expected },
      { name: id, method: 'PUT', path: `/ai/external_pages/${id}`, body: bodies[3]?.body, expected },
      { name: id, method: 'PUT', path: `/ai/content_import_sources/${id}`, body: bodies[1]?.body, expected },
      { name: id, method: 'PUT', path: `/dorsal/v1/audiences/${id}`, body: bodies[4]?.body, expected },
    ])
  })
})

describe('a request as such', () => {
  test.each([
    '/nowhere',
    '/ai',
    '/ai/external_page',
    '/ai/external_pages/1/2',
    '/dorsal/v1',
    '/AI/external_pages',
    '/',
  ])('%s is unknown, whoever asks', async (path) => {
    for (const token of [null, 'nobody', app.token]) {
      await expectRefusals(
        ['GET', 'POST', 'DELETE'].map((method) => ({
          name: 'unknown',
          method,
          path,
          options: { token },
          expected: { status: 404, code: 'not_found', message: 'Resource Not Found' },
        })),
      )
    }
  })

  test('another method on a known path is unknown too', async () => {
    const cases: [string, string][] = [
      ['PATCH', '/ai/external_pages'],
      ['PUT', '/ai/external_pages'],
      ['DELETE', '/ai/content_import_sources'],
      ['POST', `/ai/external_pages/${pageId}`],
      ['PATCH', `/ai/content_import_sources/${sourceId}`],
      ['GET', '/dorsal/v1/search'],
      ['OPTIONS', '/ai/external_pages'],
    ]
    await expectRefusals(
      cases.flatMap(([method, path]) =>
        [null, app.token].map((token) => ({
          name: 'method',
          method,
          path,
          options: { token },
          expected: { status: 404, code: 'not_found' },
        })),
      ),
    )
  })

  test('without a good token is refused before anything else is looked at', async () => {
    const credentials: [Record<string, string>, object][] = [
      [{}, { code: 'missing_authorization', message: 'No authorization was provided' }],
      [{ authorization: '' }, { code: 'missing_authorization' }],
      [{ authorization: app.token }, { code: 'unauthorized', message: 'Access Token Invalid' }],
      [{ authorization: `Basic ${btoa(`${app.token}:`)}` }, { code: 'unauthorized' }],
      [{ authorization: `Token ${app.token}` }, { code: 'unauthorized' }],
      [{ authorization: 'Bearer' }, { code: 'unauthorized' }],
      [{ authorization: 'Bearer ' }, { code: 'unauthorized' }],
      [{ authorization: `Bearer ${app.token}x` }, { code: 'unauthorized' }],
      [{ authorization: `Bearer ${app.token} x` }, { code: 'unauthorized' }],
      [{ authorization: `Bearer ${app.token.toUpperCase()}` }, { code: 'unauthorized' }],
      [{ authorization: `Bearer ${'x'.repeat(8_000)}` }, { code: 'unauthorized' }],
    ]
    const before = await stored()
    for (const [headers, expected] of credentials) {
      for (const { method, path } of writes()) {
        const reply = await app.request(method, path, '{', {
          token: null,
          headers: { ...headers, 'intercom-version': '9' },
        })
        expect(refusal(reply)).toMatchObject({ status: 401, ...expected })
        expect(reply.headers.get('x-ratelimit-limit')).toBeNull()
      }
    }
    expect(await stored()).toEqual(before)
  })

  test('with another content type is unsupported', async () => {
    const types = [
      'text/plain',
      'application/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'json',
      'application/jsonx',
    ]
    const expected = { status: 415, code: 'unsupported', field: 'Content-Type' }
    await expectRefusals(
      types.flatMap((type) =>
        writes().map(({ method, path, body }) => ({
          name: type,
          method,
          path,
          body: JSON.stringify(body),
          options: { headers: { 'content-type': type } },
          expected,
        })),
      ),
    )
  })

  test('with a body over the limit is too large; one at the limit is not', async () => {
    const { method, path, body } = writes()[2] ?? { method: '', path: '', body: {} }
    const base = JSON.stringify({ ...body, html: '' }).length
    const over = JSON.stringify({ ...body, html: 'x'.repeat(BODY_LIMIT - base + 1) })
    await expectRefusals([
      { name: 'over', method, path, body: over, expected: { status: 413, code: 'payload_too_large' } },
    ])
    const atLimit = JSON.stringify({ ...body, html: ' '.repeat(BODY_LIMIT - base) })
    const { status } = await app.request(method, path, atLimit)
    expect(status).toBe(200)
  })

  test('that is not HTTP is answered in the same envelope', async () => {
    const requests: [string, number, string][] = [
      ['NONSENSE\r\n\r\n', 400, 'bad_request'],
      ['GET / HTTP/1.1\r\nBad Header: x\r\n\r\n', 400, 'bad_request'],
      [`GET / HTTP/1.1\r\nHost: a\r\nX-Large: ${'x'.repeat(40_000)}\r\n\r\n`, 431, 'bad_request'],
    ]
    for (const [request, status, code] of requests) {
      const reply = await sendRaw(app, request)
      expect(reply.status).toBe(status)
      expect(reply.headers['content-type']).toBe('application/json; charset=utf-8')
      expect(JSON.parse(reply.text)).toMatchObject({ type: 'error.list', errors: [{ code }] })
      expect(reply.headers['x-request-id']).toBe(JSON.parse(reply.text).request_id)
    }
  })

  test('with a list query out of range names the parameter', async () => {
    const queries: [string, string][] = [
      ['page=0', 'page'],
      ['page=-1', 'page'],
      ['page=1.5', 'page'],
      ['page=x', 'page'],
      ['page=', 'page'],
      ['page=1&page=2', 'page'],
      ['page=99999999999999999999', 'page'],
      ['per_page=0', 'per_page'],
      ['per_page=151', 'per_page'],
      ['per_page=all', 'per_page'],
      ['per_page=NaN', 'per_page'],
      ['per_page=%00', 'per_page'],
    ]
    await expectRefusals(
      ['/ai/external_pages', '/ai/content_import_sources'].flatMap((path) =>
        queries.map(([query, field]) => ({
          name: query,
          method: 'GET',
          path: `${path}?${query}`,
          expected: invalid(field),
        })),
      ),
    )
  })
})

describe('generated input', () => {
  const json = fc.jsonValue({ depthSize: 'medium', maxDepth: 6, noUnicodeString: false })
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('', ' ', '\0', '\uD800'),
  )
  const anyValue = fc.oneof(json, anyText, fc.integer(), fc.double(), fc.boolean(), fc.constant(null))

  /** A good body in which some fields are replaced, removed or added. */
  function damaged(good: Record<string, unknown>) {
    return fc
      .dictionary(
        fc.oneof(fc.constantFrom(...Object.keys(good)), fc.string()),
        fc.option(anyValue, { nil: undefined }),
        {
          maxKeys: 3,
        },
      )
      .map((changes) => JSON.stringify({ ...good, ...changes }))
  }

  test('never gives 5xx, and what is refused changes nothing', async () => {
    let refused = 0
    const bodies = writes()
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bodies.length - 1).chain((index) =>
          fc.record({
            index: fc.constant(index),
            body: fc.oneof(
              { weight: 4, arbitrary: damaged(bodies[index]?.body ?? {}) },
              json.map((value) => JSON.stringify(value)),
              anyText,
            ),
          }),
        ),
        async ({ index, body }) => {
          const { method, path } = bodies[index] ?? { method: '', path: '' }
          const reply = await app.request(method, path, body)
          expect(reply.status).toBeLessThan(500)
          if (reply.status === 200) return
          refusal(reply)
          refused++
        },
      ),
      { seed: SEED, numRuns: 400 },
    )
    expect(refused).toBeGreaterThan(100)
    expect((await app.get('/readyz')).status).toBe(200)
  })

  test('as paths, queries and headers never gives 5xx', async () => {
    const header = fc.string({ unit: fc.constantFrom(...'abcXYZ019 .,;=-_/"\'%é') })
    await fc.assert(
      fc.asyncProperty(
        fc.webPath(),
        fc.webQueryParameters(),
        fc.constantFrom('/ai/external_pages', '/ai/content_import_sources', '/dorsal/v1/audiences', ''),
        fc.constantFrom('GET', 'DELETE', 'PUT', 'POST', 'PATCH'),
        header,
        async (path, query, prefix, method, value) => {
          // Deleting what exists is no bad input.
          fc.pre(!/^\/[1-9]/.test(path))
          const headers = { 'intercom-version': value, 'x-other': value, accept: value }
          const reply = await app.request(method, `${prefix}${path}?${query}`, undefined, { headers })
          expect(reply.status).toBeLessThan(500)
        },
      ),
      { seed: SEED, numRuns: 200 },
    )
  })
})
