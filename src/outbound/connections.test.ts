import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Connections } from './connections.ts'
import { checkedLookup } from './destination.ts'

test('an origin is forgotten when its last connection was cut off, so that dead hosts do not pile up', async () => {
  let socket: Socket | undefined
  const server = createServer((request, response) => {
    socket = request.socket
    if (request.url === '/hangs') server.emit('hangs')
    else response.end('answered')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  let made = 0
  const connections = new Connections((origin) => {
    made++
    return checkedLookup(origin, [{ kind: 'host', host: 'a.test', subdomains: false, port }], async () => ['127.0.0.1'])
  })
  const send = async (path: string, signal = new AbortController().signal) => {
    const url = new URL(`http://a.test:${port}${path}`)
    const { body } = await connections.send(url, { method: 'POST', headers: [], maxResponseBytes: 9, signal })
    const pieces = body[Symbol.asyncIterator]()
    while ((await pieces.next()).done !== true);
  }

  const caller = new AbortController()
  const hanging = send('/hangs', caller.signal)
  await once(server, 'hangs')
  caller.abort()
  await expect(hanging).rejects.toThrow('aborted')
  if (socket?.destroyed === false) await once(socket, 'close')
  await setImmediate()
  await send('/')
  expect(made).toBe(2)
  await connections.close()
  server.close()
})
