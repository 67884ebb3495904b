import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { makeSafeFetch, OutgoingRequestError } from './index.ts'

const running: ReturnType<typeof createServer>[] = []

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  running.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

afterEach(() => {
  for (const server of running.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

const request = { method: 'GET', headers: {}, timeoutMs: 5_000, maxResponseBytes: 1_000 } as const

test('an allowed origin is asked and its answer is given as it is', async () => {
  const origin = await serve((_request, response) => response.writeHead(418).end('short and stout'))
  const fetch = makeSafeFetch({ allowedOrigins: [`${origin}/v1`] })
  expect(await fetch(`${origin}/v1/embeddings`, request)).toEqual({ status: 418, body: 'short and stout' })
})

test('any other origin is not asked, another port of the same host included', async () => {
  let asked = 0
  const other = await serve((_request, response) => {
    asked++
    response.end()
  })
  const fetch = makeSafeFetch({ allowedOrigins: ['http://127.0.0.1:1'] })
  await expect(fetch(other, request)).rejects.toThrow(OutgoingRequestError)
  expect(asked).toBe(0)
})

test('a redirect is not followed, wherever it leads', async () => {
  let asked = 0
  const target = await serve((_request, response) => {
    asked++
    response.end('secret')
  })
  const origin = await serve((_request, response) => response.writeHead(302, { location: target }).end())
  const fetch = makeSafeFetch({ allowedOrigins: [origin, target] })
  await expect(fetch(origin, request)).rejects.toThrow('redirect')
  expect(asked).toBe(0)
})

test('an answer that is too long is cut off with an error', async () => {
  const origin = await serve((_request, response) => response.end('x'.repeat(1_001)))
  const fetch = makeSafeFetch({ allowedOrigins: [origin] })
  await expect(fetch(origin, request)).rejects.toThrow('more than 1000 bytes')
})

test('an answer that does not come ends by the time limit', async () => {
  const origin = await serve(() => {})
  const fetch = makeSafeFetch({ allowedOrigins: [origin] })
  await expect(fetch(origin, { ...request, timeoutMs: 50 })).rejects.toThrow('failed')
})
