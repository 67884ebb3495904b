import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCli, startCli } from '../support/run-cli.ts'
import { aSource, startTestApp } from '../support/test-app.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dorsal-cli-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const line = (id: number | string, text = `Content of page ${id}`) =>
  JSON.stringify({ external_id: String(id), title: `Page ${id}`, html: `<p>${text}</p>` })

function importing(url: string, args: readonly string[], input?: string) {
  const env = { DORSAL_URL: url, XDG_STATE_HOME: join(folder, 'state') }
  return startCli(['import', ...args], { env, ...(input === undefined ? {} : { input }) })
}

test('a folder becomes pages with urls, and a second run sends only what changed', async () => {
  await using app = await startTestApp()
  const docs = join(folder, 'docs')
  mkdirSync(join(docs, 'billing'), { recursive: true })
  writeFileSync(join(docs, 'index.md'), '# Welcome\n\nHello.')
  writeFileSync(join(docs, 'billing', 'refunds.md'), '---\ntitle: Refunds\n---\nRefunds take five **working** days.')
  writeFileSync(join(docs, 'legal.html'), '<title>Legal notice</title><p>Nothing is guaranteed.</p>')
  const args = [
    docs,
    '--source-url',
    'https://help.example.com',
    '--url-base',
    'https://help.example.com/a',
    '--no-copilot',
  ]

  const first = await importing(app.url, args).done
  expect(first).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^3 created, 0 updated, 0 unchanged, 0 failed in/),
  })
  const { body } = await app.get('/ai/external_pages')
  expect(body.data.map((page: any) => [page.external_id, page.title, page.url]).toSorted()).toEqual([
    ['billing/refunds.md', 'Refunds', 'https://help.example.com/a/billing/refunds'],
    ['index.md', 'Welcome', 'https://help.example.com/a'],
    ['legal.html', 'Legal notice', 'https://help.example.com/a/legal.html'],
  ])
  expect(body.data[0]).toMatchObject({ ai_agent_availability: true, ai_copilot_availability: false })

  writeFileSync(join(docs, 'index.md'), '# Welcome\n\nHello again.')
  const second = await importing(app.url, args).done
  expect(second.stdout).toMatch(/^0 created, 1 updated, 2 unchanged, 0 failed in/)
  expect((await app.get('/ai/content_import_sources')).body.total_count).toBe(1)
})

test('bad lines fail alone, each with its number and reason', async () => {
  await using app = await startTestApp()
  const source = await aSource(app)
  const long = JSON.stringify({ external_id: 'long', title: 'x'.repeat(256), html: '' })
  const input = [line(1), '{"external_id":', line(2), long, '', line(1), line(3)].join('\n')
  const { code, stdout, stderr } = await importing(app.url, ['-', '--source', String(source)], input).done
  expect(code).toBe(1)
  expect(stdout).toMatch(/^3 created, 0 updated, 0 unchanged, 3 failed in/)
  expect(stderr).toContain('failed line 2: not valid JSON')
  expect(stderr).toMatch(/failed line 4: title must /)
  expect(stderr).toContain('failed line 6: external_id "1" was already used (line 1)')
})

test('an import that is killed goes on where it ended', async () => {
  await using app = await startTestApp()
  const source = await aSource(app)
  const file = join(folder, 'pages.ndjson')
  const total = 1_000
  writeFileSync(file, Array.from({ length: total }, (_, id) => line(id)).join('\n'))
  const args = [file, '--source', String(source), '--concurrency', '1']

  const first = importing(app.url, args)
  const count = async () => (await app.get('/dorsal/v1/status')).body.pages as number
  await expect.poll(count, { timeout: 20_000, interval: 5 }).toBeGreaterThan(200)
  first.child.kill('SIGKILL')
  await first.done
  const stored = await count()
  expect(stored).toBeLessThan(total)

  const second = await importing(app.url, args).done
  expect(second.code).toBe(0)
  const [created = 0, updated, unchanged = 0, failed] = (second.stdout.match(/\d+/g) ?? []).map(Number)
  expect({ updated, failed, sum: created + unchanged }).toEqual({ updated: 0, failed: 0, sum: total })
  expect(unchanged).toBeGreaterThanOrEqual(200)
  expect(await count()).toBe(total)
})

interface Call {
  readonly method: string
  readonly path: string
  readonly version: string | undefined
  readonly body: any
}

/** A server that knows Intercom's paths and nothing of Dorsal's. */
async function startStub(answer: (call: Call, reply: ServerResponse) => void) {
  const calls: Call[] = []
  const server = createServer((request: IncomingMessage, reply) => {
    void (async () => {
      const { method = '', url: path = '' } = request
      const body = method === 'POST' ? await json(request) : undefined
      const call = { method, path, version: request.headers['intercom-version'] as string | undefined, body }
      calls.push(call)
      reply.setHeader('content-type', 'application/json')
      if (path === '/ai/content_import_sources/7') {
        reply.end(JSON.stringify({ id: 7, url: 'https://h.example', sync_behavior: 'api', created_at: 1 }))
      } else if (path === '/ai/external_pages') answer(call, reply)
      else reply.writeHead(404).end(JSON.stringify({ type: 'error.list', errors: [{ code: 'not_found' }] }))
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pushes: () => calls.filter(({ method }) => method === 'POST'),
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => void server.close(() => resolve()).closeAllConnections()),
  }
}

test('Intercom gets one request a page, and its limits and failures are waited out', async () => {
  const tries = new Map<string, number>()
  await using stub = await startStub(({ body }, reply) => {
    const attempt = (tries.get(body.external_id) ?? 0) + 1
    tries.set(body.external_id, attempt)
    if (body.external_id === '1' && attempt === 1) {
      reply.writeHead(429, { 'retry-after': '0' }).end('{"errors":[{"code":"rate_limit_exceeded"}]}')
    } else if (body.external_id === '2' && attempt === 1) {
      const reset = String(Math.floor(Date.now() / 1_000))
      reply.writeHead(429, { 'x-ratelimit-reset': reset }).end('{"errors":[{"code":"rate_limit_exceeded"}]}')
    } else if (body.external_id === '3' && attempt === 1) reply.writeHead(503).end('busy')
    else if (body.external_id === '4') reply.writeHead(422).end('{"errors":[{"code":"data_invalid","message":"no"}]}')
    else reply.end(JSON.stringify({ created_at: 5, updated_at: body.external_id === '5' ? 9 : 5 }))
  })
  const input = [1, 2, 3, 4, 5].map((id) => line(id)).join('\n')
  const { code, stdout, stderr } = await importing(stub.url, ['-', '--source', '7'], input).done
  expect(code).toBe(1)
  expect(stdout).toMatch(/^3 created, 1 updated, 0 unchanged, 1 failed in/)
  expect(stderr).toContain('failed line 4: 422: no')
  expect(Object.fromEntries(tries)).toEqual({ 1: 2, 2: 2, 3: 2, 4: 1, 5: 1 })
  expect(stub.pushes().every(({ version, path }) => version === '2.14' && path === '/ai/external_pages')).toBe(true)
  expect(stub.pushes()[0]?.body).toEqual({
    source_id: 7,
    external_id: '1',
    title: 'Page 1',
    html: '<p>Content of page 1</p>',
    locale: 'en',
    ai_agent_availability: true,
    ai_copilot_availability: true,
  })
})

test('Ctrl-C ends with a summary, and the next run sends only the rest', async () => {
  let isHanging = true
  await using stub = await startStub(({ body }, reply) => {
    if (body.external_id !== '3' || !isHanging) reply.end('{"created_at":5,"updated_at":5}')
  })
  const input = [1, 2, 3, 4].map((id) => line(id)).join('\n')
  const args = ['-', '--source', '7', '--concurrency', '1']
  const { child, done } = importing(stub.url, args, input)
  await expect.poll(() => stub.pushes().length, { timeout: 20_000 }).toBe(3)
  child.kill('SIGINT')
  const { code, stdout, stderr } = await done
  expect(code).toBe(130)
  expect(stdout).toMatch(/^2 created, 0 updated, 0 unchanged, 0 failed in/)
  expect(stderr).toContain('the same command goes on where this one ended')

  isHanging = false
  expect((await importing(stub.url, args, input).done).stdout).toMatch(/^2 created, 0 updated, 2 unchanged, 0 failed/)
})

test('a token that is refused in the middle stops the import', async () => {
  let pushes = 0
  await using stub = await startStub((_call, reply) => {
    if (++pushes <= 2) reply.end('{"created_at":5,"updated_at":5}')
    else reply.writeHead(401).end('{"errors":[{"code":"unauthorized"}]}')
  })
  const input = Array.from({ length: 50 }, (_, id) => line(id)).join('\n')
  const { code, stdout, stderr } = await importing(stub.url, ['-', '--source', '7', '--concurrency', '1'], input).done
  expect(code).toBe(1)
  expect(stdout).toMatch(/^2 created, 0 updated, 0 unchanged, 0 failed in/)
  expect(stderr).toContain('refused the access token')
  expect(pushes).toBe(3)
})

test('a dry run shows the pages and sends nothing', async () => {
  writeFileSync(join(folder, 'a.md'), '# First page\n\ntext')
  const args = ['import', folder, '--dry-run', '--url-base', 'https://h.example', '--url', 'http://127.0.0.1:1']
  const { code, stdout } = await runCli(args)
  expect(stdout).toBe('a.md  "First page"  https://h.example/a\n1 page would be sent, 0 failed\n')
  expect(code).toBe(0)
})
