import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { makeSafeFetch, parseAllowList, type AllowList } from './index.ts'

const cleanUps: (() => void)[] = []
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp()
})

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanUps.push(() => server.close())
  return (server.address() as AddressInfo).port
}

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  cleanUps.push(() => server.closeAllConnections())
  return listen(server)
}

/** Keeps what came in, and answers with a redirect or the path. */
async function serveRecorder(redirect?: { status: number; location?: string }) {
  const requests: { method: string | undefined; headers: IncomingHttpHeaders; body: string; peerPort: number }[] = []
  const port = await serve(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    requests.push({ method: request.method, headers: request.headers, body, peerPort: request.socket.remotePort ?? 0 })
    if (redirect === undefined) response.end(`at ${request.url}`)
    else
      response.writeHead(redirect.status, redirect.location === undefined ? {} : { location: redirect.location }).end()
  })
  return { requests, port, url: `http://127.0.0.1:${port}` }
}

/** Opens loopback at these ports; names are answered from the table, and never by the system. */
function fetchAt(ports: readonly number[], names: Readonly<Record<string, readonly string[]>> = {}) {
  const allow = parseAllowList(ports.map((port) => `127.0.0.1:${port}`).join(',')) as AllowList
  const fetch = makeSafeFetch({ allow, lookup: async (name) => names[name] ?? [] })
  cleanUps.push(() => void fetch.close())
  return fetch
}

const get = { method: 'GET', headers: {}, timeoutMs: 5_000, maxResponseBytes: 1_000 } as const
const post = { ...get, method: 'POST', body: '{"hello":1}' } as const

test('the answer comes as it is: status, headers in lower case, bytes', async () => {
  const compressed = gzipSync('x'.repeat(100_000))
  let asked: IncomingHttpHeaders = {}
  const port = await serve((request, response) => {
    asked = request.headers
    response.writeHead(418, { 'X-Kind': ['tea', 'pot'], 'Content-Encoding': 'gzip' }).end(compressed)
  })
  const response = await fetchAt([port])(`http://127.0.0.1:${port}/a?b#c`, { ...get, headers: { 'X-One': '1' } })
  expect(response).toMatchObject({
    status: 418,
    headers: { 'x-kind': 'tea, pot' },
    url: `http://127.0.0.1:${port}/a?b#c`,
  })
  expect(Buffer.compare(response.body, compressed)).toBe(0)
  expect(asked).toMatchObject({ 'x-one': '1', 'accept-encoding': 'identity' })
})

test('HEAD and POST with bytes arrive', async () => {
  const { requests, url, port } = await serveRecorder()
  const fetch = fetchAt([port])
  expect((await fetch(url, { ...get, method: 'HEAD' })).body).toHaveLength(0)
  await fetch(url, { ...post, body: new TextEncoder().encode('bytes') })
  expect(requests).toMatchObject([{ method: 'HEAD' }, { method: 'POST', body: 'bytes' }])
})

test('a connection goes to the address that was checked, is used again, and a new one is checked again', async () => {
  const { requests, port } = await serveRecorder()
  const answers = ['127.0.0.1', '10.0.0.1', '127.0.0.1']
  let lookups = 0
  const allow = parseAllowList(`127.0.0.1:${port}`) as AllowList
  const fetch = makeSafeFetch({ allow, lookup: async () => [answers[lookups++] ?? ''] })
  cleanUps.push(() => void fetch.close())
  const url = `http://receiver.test:${port}/`

  await fetch(url, post)
  // A connection is free again one turn after its answer.
  await setImmediate()
  await fetch(url, post)
  expect(lookups).toBe(1)
  expect(requests[0]?.headers.host).toBe(`receiver.test:${port}`)
  expect(requests[1]?.peerPort).toBe(requests[0]?.peerPort)

  // HEAD ends the connection; the name leads elsewhere now.
  await setImmediate()
  await fetch(url, { ...get, method: 'HEAD' })
  await expect(fetch(url, post)).rejects.toMatchObject({ reason: 'refused' })
  expect(lookups).toBe(2)
  expect(requests).toHaveLength(3)
})

test('https is pinned to the checked address too, with the name for its certificate', async () => {
  const { promise: hello, resolve } = Promise.withResolvers<Buffer>()
  const port = await listen(
    createTcpServer((socket) => {
      socket.once('data', (data) => {
        resolve(data)
        socket.destroy()
      })
    }),
  )
  const fetch = fetchAt([port], { 'receiver.test': ['127.0.0.1'] })
  await expect(fetch(`https://receiver.test:${port}/`, post)).rejects.toMatchObject({ reason: 'failed' })
  expect((await hello).includes('receiver.test')).toBe(true)
})

test('a redirect is followed only when it was asked for, and as often as it was', async () => {
  const end = await serveRecorder()
  const second = await serveRecorder({ status: 307, location: `${end.url}/end` })
  const first = await serveRecorder({ status: 302, location: `${second.url}/second` })
  const fetch = fetchAt([first.port, second.port, end.port])

  await expect(fetch(first.url, get)).rejects.toMatchObject({ reason: 'redirect' })
  expect(second.requests).toEqual([])
  await expect(fetch(first.url, { ...get, maxRedirects: 1 })).rejects.toMatchObject({ reason: 'redirect' })
  expect(end.requests).toEqual([])
  const response = await fetch(first.url, { ...get, maxRedirects: 2 })
  expect(Buffer.from(response.body).toString()).toBe('at /end')
  expect(response.url).toBe(`${end.url}/end`)
})

test('a POST follows 307 and 308 with its body, and no other redirect', async () => {
  const end = await serveRecorder()
  for (const status of [301, 302, 303, 307, 308]) {
    const start = await serveRecorder({ status, location: end.url })
    const answer = fetchAt([start.port, end.port])(start.url, { ...post, maxRedirects: 5 })
    if (status >= 307) expect((await answer).status).toBe(200)
    else await expect(answer).rejects.toMatchObject({ reason: 'redirect' })
  }
  expect(end.requests).toMatchObject([{ body: post.body }, { body: post.body }])
})

test('a redirect leads to nothing that could not be asked itself', async () => {
  const closed = await serveRecorder()
  for (const location of [
    closed.url,
    'https://127.0.0.1/',
    'https://10.0.0.1/',
    'https://[fd00:ec2::254]/',
    'https://metadata.test/',
    'http://user:password@127.0.0.1/',
    'file:///etc/passwd',
  ]) {
    const start = await serveRecorder({ status: 302, location })
    const fetch = fetchAt([start.port], { 'metadata.test': ['169.254.169.254'] })
    await expect(fetch(start.url, { ...get, maxRedirects: 5 })).rejects.toMatchObject({ reason: 'refused' })
    expect(start.requests).toHaveLength(1)
  }
  expect(closed.requests).toEqual([])

  const nowhere = await serveRecorder({ status: 302 })
  await expect(fetchAt([nowhere.port])(nowhere.url, { ...get, maxRedirects: 5 })).rejects.toMatchObject({
    reason: 'redirect',
  })
})

test('another origin gets no header that could be a secret, the same origin gets all', async () => {
  const headers = {
    Authorization: 'Bearer secret',
    'X-Hub-Signature': 'sha1=secret',
    Cookie: 'a=secret',
    'Content-Type': 'application/json',
    'User-Agent': 'dorsal',
  }
  const end = await serveRecorder()
  const back = await serveRecorder({ status: 308, location: end.url })
  const start = await serveRecorder({ status: 308, location: back.url })
  await fetchAt([start.port, back.port, end.port])(start.url, { ...post, headers, maxRedirects: 2 })
  expect(start.requests[0]?.headers).toMatchObject({ authorization: 'Bearer secret', 'x-hub-signature': 'sha1=secret' })
  for (const { requests } of [back, end]) {
    expect(requests[0]?.headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'dorsal' })
    expect(JSON.stringify(requests[0]?.headers)).not.toContain('secret')
  }

  const paths: (string | undefined)[] = []
  const same = await serve((request, response) => {
    paths.push(request.headers.authorization)
    response.writeHead(request.url === '/' ? 308 : 200, { location: '/next' }).end()
  })
  await fetchAt([same])(`http://127.0.0.1:${same}/`, { ...post, headers, maxRedirects: 1 })
  expect(paths).toEqual(['Bearer secret', 'Bearer secret'])
})

test('an answer of the largest length is read, a byte more is not, a redirect that drags on neither', async () => {
  const port = await serve((request, response) => {
    if (request.url === '/endless') response.writeHead(302, { location: '/' }).write('x'.repeat(2_000))
    else response.end('x'.repeat(1_000))
  })
  const fetch = fetchAt([port])
  const url = `http://127.0.0.1:${port}`
  expect((await fetch(url, get)).body).toHaveLength(1_000)
  await expect(fetch(url, { ...get, maxResponseBytes: 999 })).rejects.toMatchObject({ reason: 'too_large' })
  await expect(fetch(`${url}/endless`, { ...get, maxRedirects: 1 })).rejects.toMatchObject({ reason: 'too_large' })
})

test('time is limited in every part: name, headers, body, and all redirects together', async () => {
  let answered = 0
  const port = await serve((request, response) => {
    if (request.url === '/slow-body') response.writeHead(200).write('x')
    else if (request.url === '/redirects') {
      answered++
      response.writeHead(302, { location: '/redirects' }).end()
    }
  })
  const allow = parseAllowList(`127.0.0.1:${port}`) as AllowList
  const fetch = makeSafeFetch({ allow, lookup: () => new Promise(() => {}) })
  cleanUps.push(() => void fetch.close())
  const url = `http://127.0.0.1:${port}`
  const request = { ...get, timeoutMs: 200, maxRedirects: Infinity }
  for (const target of [`http://hangs.test:${port}/`, `${url}/slow-headers`, `${url}/slow-body`, `${url}/redirects`]) {
    await expect(fetch(target, request)).rejects.toMatchObject({ reason: 'timeout' })
  }
  expect(answered).toBeGreaterThan(1)
})

test('a request that is called off, before or while it runs, ends at once', async () => {
  const { promise: arrived, resolve } = Promise.withResolvers<void>()
  const port = await serve(() => resolve())
  const fetch = fetchAt([port])
  const calledOff = { reason: 'failed', message: expect.stringContaining('called off') }
  // This name has no address, which would be the error if it were looked up.
  const before = fetch('https://unknown.test', { ...get, signal: AbortSignal.abort() })
  await expect(before).rejects.toMatchObject(calledOff)

  const caller = new AbortController()
  const running = fetch(`http://127.0.0.1:${port}`, { ...get, signal: caller.signal })
  await arrived
  caller.abort()
  await expect(running).rejects.toMatchObject(calledOff)
})

test('a streamed answer comes piece by piece, and breaks off with a reason at the end of its size, its time or its sender', async () => {
  const gates = { second: Promise.withResolvers<void>(), left: Promise.withResolvers<void>() }
  const port = await serve(async (request, response) => {
    response.writeHead(200).write('first')
    if (request.url === '/leave') return void response.once('close', gates.left.resolve)
    if (request.url === '/hang') return
    await gates.second.promise
    if (request.url === '/break') response.destroy()
    else response.end('second')
  })
  const { stream } = fetchAt([port])
  const url = `http://127.0.0.1:${port}`
  const open = async (path: string, fields: object = {}) => {
    const { body } = await stream(`${url}${path}`, { ...get, ...fields })
    const pieces = body[Symbol.asyncIterator]()
    expect(Buffer.from((await pieces.next()).value).toString()).toBe('first')
    return pieces
  }

  const whole = await open('/')
  const tooLarge = await open('/', { maxResponseBytes: 10 })
  const broken = await open('/break')
  const slow = await open('/hang', { timeoutMs: 200 })
  const caller = new AbortController()
  const calledOff = await open('/hang', { signal: caller.signal })
  gates.second.resolve()
  expect(Buffer.from((await whole.next()).value).toString()).toBe('second')
  expect((await whole.next()).done).toBe(true)
  await expect(tooLarge.next()).rejects.toMatchObject({ reason: 'too_large' })
  await expect(broken.next()).rejects.toMatchObject({ reason: 'failed' })
  await expect(slow.next()).rejects.toMatchObject({ reason: 'timeout' })
  caller.abort()
  await expect(calledOff.next()).rejects.toMatchObject({
    reason: 'failed',
    message: expect.stringContaining('called off'),
  })

  await (await open('/leave')).return?.()
  await gates.left.promise
})

test('errors say what is wrong with the host and keep the path, the query and the answer to themselves', async () => {
  const port = await listen(createTcpServer((socket) => socket.end('nonsense with a secret\r\n\r\n')))
  const fetch = fetchAt([port])
  for (const target of [
    `http://127.0.0.1:${port}`,
    'https://10.0.0.1',
    'https://unknown.test',
    'https://user:secret@a.test',
  ]) {
    const error = await fetch(`${target}/secret?key=secret`, get).catch((cause: unknown) => cause)
    expect(error).toMatchObject({ message: expect.stringContaining(new URL(target).host) })
    expect((error as Error).message).not.toContain('secret')
  }
  await expect(fetch('https://unknown.test', get)).rejects.toMatchObject({ reason: 'failed' })
})

test('closing ends what is under way', async () => {
  const { promise: arrived, resolve } = Promise.withResolvers<void>()
  const port = await serve(() => resolve())
  const fetch = fetchAt([port])
  const running = fetch(`http://127.0.0.1:${port}`, get)
  await arrived
  await Promise.all([fetch.close(), expect(running).rejects.toMatchObject({ reason: 'failed' })])
})
