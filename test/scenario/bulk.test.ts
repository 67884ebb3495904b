import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { RawConnection, parseReply } from '../contract/raw-http.ts'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'

const PATH = '/dorsal/v1/external_pages/bulk'
const LINE_LIMIT = 4_096

let app: TestApp
let sourceId: number

beforeAll(async () => {
  app = await startTestApp({ DORSAL_BODY_LIMIT_BYTES: String(LINE_LIMIT), DORSAL_REQUESTS_PER_MINUTE: '1000000' })
})
afterAll(() => app[Symbol.asyncDispose]())
beforeEach(async () => {
  sourceId = await aSource(app)
})

function line(external_id: string, fields: Record<string, unknown> = {}): string {
  return JSON.stringify(aPage(sourceId, { external_id, title: external_id, ...fields }))
}

interface Result {
  line: number
  status: 'created' | 'updated' | 'unchanged' | 'rejected'
  id?: string
  source_id?: number
  external_id?: string
  errors?: { code: string; message: string; field?: string }[]
}

async function bulk(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  const response = await fetch(`${app.url}${PATH}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${app.token}`, 'content-type': 'application/x-ndjson', ...headers },
    body,
  })
  const text = await response.text()
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
  return parse(text)
}

function parse(text: string): Result[] {
  expect(text === '' || text.endsWith('\n')).toBe(true)
  return text
    .split('\n')
    .slice(0, -1)
    .map((each) => JSON.parse(each))
}

async function storedIds(): Promise<Map<string, { id: string; title: string }>> {
  const { rows } = await sql<{ external_id: string; id: number; title: string }>`
    select external_id, id, title from page where source_id = ${sourceId}`.execute(app.app.db.reader)
  return new Map(rows.map(({ external_id, id, title }) => [external_id, { id: String(id), title }]))
}

/** The head of a bulk request whose body the test writes itself. */
function head(token = app.token): string {
  return (
    `POST ${PATH} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n` +
    'Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n'
  )
}

function chunk(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`
}

const END = '0\r\n\r\n'

/** Result lines that have arrived so far. */
function resultsIn(received: string): Result[] {
  return received.match(/\{.*\}(?=\n)/g)?.map((text) => JSON.parse(text)) ?? []
}

describe('POST /dorsal/v1/external_pages/bulk', () => {
  test('gives one result a line, in order, with the ids that are stored', async () => {
    const keys = Array.from({ length: 200 }, (_, index) => `page ${index}`)
    const results = await bulk(keys.map((key) => line(key)).join('\n'))
    expect(results.map(({ external_id }) => external_id)).toEqual(keys)
    expect(results.map((result) => result.line)).toEqual(keys.map((_, index) => index + 1))
    const stored = await storedIds()
    for (const result of results) {
      expect(result).toMatchObject({ status: 'created', source_id: sourceId })
      expect(stored.get(result.external_id ?? '')?.id).toBe(result.id)
    }
    expect(stored.size).toBe(200)
    const again = await bulk(keys.map((key) => line(key, key === 'page 7' ? { title: 'New' } : {})).join('\n'))
    expect(again.map(({ id }) => id)).toEqual(results.map(({ id }) => id))
    expect(again.filter(({ status }) => status === 'updated').map((result) => result.line)).toEqual([8])
    expect(again.filter(({ status }) => status === 'unchanged')).toHaveLength(199)
  })

  test('refuses a bad line alone, as its request would be refused', async () => {
    const lines: [string, object][] = [
      [line('good 1'), { status: 'created' }],
      ['{"title":', { errors: [{ code: 'parameter_invalid', message: 'Request body is not valid JSON' }] }],
      ['[]', { errors: [{ code: 'parameter_invalid' }] }],
      [line('no title', { title: undefined }), { errors: [{ code: 'parameter_not_found', field: 'title' }] }],
      [line('bad url', { url: 'nowhere' }), { errors: [{ code: 'parameter_invalid', field: 'url' }] }],
      [line('NUL', { html: '\0' }), { errors: [{ code: 'parameter_invalid', field: 'html' }] }],
      ['{"__proto__":{}}', { errors: [{ code: 'parameter_invalid' }] }],
      [`{"x":${'['.repeat(1_000)}${']'.repeat(1_000)}}`, { errors: [{ code: 'parameter_invalid' }] }],
      [line('no source', { source_id: 2_000_000_000 }), { errors: [{ code: 'not_found', field: 'source_id' }] }],
      [line('large', { html: 'x'.repeat(LINE_LIMIT) }), { errors: [{ code: 'payload_too_large' }] }],
      [line('good 2'), { status: 'created' }],
    ]
    const results = await bulk(lines.map(([text]) => text).join('\n'))
    expect(results).toHaveLength(lines.length)
    for (const [index, [, expected]] of lines.entries()) {
      expect(results[index]).toMatchObject({ line: index + 1, status: 'rejected', ...expected })
    }
    expect([...(await storedIds()).keys()].toSorted()).toEqual(['good 1', 'good 2'])
  })

  test('refuses a line that is not UTF-8 alone', async () => {
    const bad = Buffer.concat([Buffer.from(line('bad').slice(0, -1)), Buffer.from([0xff, 0x7d])])
    const body = Buffer.concat([Buffer.from(`${line('a')}\n`), bad, Buffer.from(`\n${line('b')}`)])
    expect((await bulk(body)).map(({ status }) => status)).toEqual(['created', 'rejected', 'created'])
  })

  test('skips blank lines but counts them, takes CRLF, a byte order mark, and a last line without an end', async () => {
    const body = `\uFEFF${line('a')}\r\n\r\n\n  \t\n${line('b')}\r\n${line('c')}`
    expect((await bulk(body)).map((result) => [result.line, result.external_id, result.status])).toEqual([
      [1, 'a', 'created'],
      [5, 'b', 'created'],
      [6, 'c', 'created'],
    ])
    expect(await bulk(`${line('d')}\n`)).toMatchObject([{ line: 1, external_id: 'd' }])
  })

  test.each(['', '\n', ' \r\n\n'])('gives nothing for %j', async (body) => {
    expect(await bulk(body)).toEqual([])
  })

  test('takes any content type, and none', async () => {
    for (const type of ['application/json', 'text/plain', 'application/octet-stream']) {
      expect(await bulk(line(type), { 'content-type': type })).toMatchObject([{ status: 'created' }])
    }
    expect(await bulk(new Uint8Array(Buffer.from(line('none'))), {})).toMatchObject([{ status: 'created' }])
  })

  test('lets a line be as long as the limit, and a request be longer by far', async () => {
    const base = Buffer.byteLength(line('exact', { html: '' }))
    const exact = line('exact', { html: 'x'.repeat(LINE_LIMIT - base) })
    const over = line('exact', { html: 'x'.repeat(LINE_LIMIT - base + 1) })
    const results = await bulk([exact, over, exact, 'x'.repeat(10 * LINE_LIMIT), exact].join('\n'))
    expect(results.map(({ status }) => status)).toEqual(['created', 'rejected', 'unchanged', 'rejected', 'unchanged'])
  })

  test('lets the last of several lines for one page win, whatever stands between them', async () => {
    const filler = (count: number, name: string) =>
      Array.from({ length: count }, (_, index) => line(`${name} ${index}`, { html: `<p>${'word '.repeat(700)}</p>` }))
    for (const [round, count] of [0, 1, 5, 31, 40].entries()) {
      const key = `twin ${round}`
      const versions = ['first', 'second', 'third']
      const body = versions.flatMap((title) => [...filler(count, `${round} ${title}`), line(key, { title })])
      const results = (await bulk(body.join('\n'))).filter(({ external_id }) => external_id === key)
      expect(results.map(({ status }) => status)).toEqual(['created', 'updated', 'updated'])
      expect(new Set(results.map(({ id }) => id)).size).toBe(1)
      expect((await storedIds()).get(key)?.title).toBe('third')
    }
  })

  test('answers each line while the client waits before it sends the next', async () => {
    const connection = new RawConnection(app)
    connection.write(head())
    for (let sent = 1; sent <= 3; sent++) {
      connection.write(chunk(`${line(`slow ${sent}`)}\n`))
      const received = await connection.until((text) => resultsIn(text).length >= sent)
      expect(resultsIn(received).at(-1)).toMatchObject({ line: sent, status: 'created', external_id: `slow ${sent}` })
    }
    connection.write(END)
    await connection.closed
    expect(parse(parseReply(connection.received).text)).toHaveLength(3)
  })

  test('streams 5,000 lines: results arrive before the request ends', async () => {
    const connection = new RawConnection(app)
    connection.write(head())
    const count = 5_000
    const batch = 500
    for (let from = 0; from < count; from += batch) {
      const lines = Array.from(
        { length: batch },
        (_, index) => `${line(`${from + index}`, { html: `<p>${from + index}</p>` })}\n`,
      )
      connection.write(chunk(lines.join('')))
      // Were they kept until the end, this would never come.
      await connection.until((text) => resultsIn(text.slice(-4_000)).some((result) => result.line > from))
    }
    connection.write(END)
    await connection.closed
    const results = parse(parseReply(connection.received).text)
    expect(results.map((result) => result.line)).toEqual(Array.from({ length: count }, (_, index) => index + 1))
    expect(results.every(({ status }) => status === 'created')).toBe(true)
    expect((await storedIds()).size).toBe(count)
  }, 60_000)

  test('keeps what it acknowledged when the client goes away', async () => {
    const connection = new RawConnection(app)
    connection.write(head())
    const lines = Array.from({ length: 300 }, (_, index) => `${line(`kept ${index}`)}\n`)
    connection.write(chunk(lines.join('')))
    const received = await connection.until((text) => resultsIn(text).length >= 100)
    connection.write(`fff\r\n${line('cut off').slice(0, 50)}`)
    connection.socket.destroy()
    await connection.closed
    const stored = await storedIds()
    for (const { external_id, id } of resultsIn(received)) expect(stored.get(external_id ?? '')?.id).toBe(id)
    expect(stored.has('cut off')).toBe(false)
    expect(await bulk(line('after'))).toMatchObject([{ status: 'created' }])
  })

  test('refuses a wrong token before it reads anything', async () => {
    const connection = new RawConnection(app)
    connection.write(head('nobody'))
    const received = await connection.until((text) => text.includes('\r\n\r\n'))
    expect(received).toMatch(/^HTTP\/1\.1 401 /)
    connection.socket.destroy()
    expect((await storedIds()).size).toBe(0)
  })
})
