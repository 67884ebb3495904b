// A process of its own that serves an in-memory PGlite over TCP; prints its URL, ends with its parent.
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { PGlite } from '@electric-sql/pglite'
import { pg_textsearch } from '@electric-sql/pglite-pg_textsearch'
import { vector } from '@electric-sql/pglite-pgvector'

const SYNC = Uint8Array.of('S'.charCodeAt(0), 0, 0, 0, 4)
const TERMINATE = 'X'.charCodeAt(0)
const READY = 'Z'.charCodeAt(0)
const IDLE = 'I'.charCodeAt(0)

const db = await PGlite.create({ extensions: { vector, pg_textsearch } })

/** The connection that has the one session, until the server is ready for anybody's next query. */
let holder: Socket | undefined
/** Whole messages that were not handed over yet; who asked first is first. */
const waiting = new Map<Socket, Buffer>()
let isBusy = false

/** The length of the whole messages that these bytes begin with; only the first of a connection has no type byte. */
function wholeMessages(bytes: Buffer, isFirst: boolean): number {
  let end = 0
  for (let typeLength = isFirst ? 0 : 1; end + typeLength + 4 <= bytes.length; typeLength = 1) {
    const next = end + typeLength + bytes.readInt32BE(end + typeLength)
    if (next > bytes.length) break
    end = next
  }
  return end
}

/** Whether the last ReadyForQuery of these replies says that no transaction is open. */
function isIdleAfter(replies: Uint8Array): boolean {
  const bytes = Buffer.from(replies.buffer, replies.byteOffset, replies.byteLength)
  let isIdle = false
  for (let at = 0; at < bytes.length; at += 1 + bytes.readInt32BE(at + 1)) {
    if (bytes[at] === READY) isIdle = bytes[at + 5] === IDLE
  }
  return isIdle
}

/** Connections take turns whole sequences long: their unnamed statements and transactions would mix otherwise. */
async function serve(): Promise<void> {
  if (isBusy) return
  isBusy = true
  for (;;) {
    const socket = holder ?? waiting.keys().next().value
    const messages = socket && waiting.get(socket)
    if (socket === undefined || messages === undefined) break
    waiting.delete(socket)
    holder = socket
    const replies = await db.execProtocolRaw(messages)
    if (!socket.destroyed) socket.write(replies)
    if (socket.destroyed) await giveUp(socket)
    else if (isIdleAfter(replies)) holder = undefined
  }
  isBusy = false
}

async function giveUp(socket: Socket): Promise<void> {
  if (holder !== socket) return
  await db.execProtocolRaw(SYNC)
  await db.exec('ROLLBACK')
  holder = undefined
}

const server = createServer((socket) => {
  socket.setNoDelay(true)
  socket.on('error', () => socket.destroy())
  let isFirst = true
  let rest = Buffer.alloc(0)
  socket.on('data', (chunk) => {
    const bytes = Buffer.concat([rest, chunk])
    if (bytes[0] === TERMINATE) return socket.end()
    const end = wholeMessages(bytes, isFirst)
    rest = bytes.subarray(end)
    if (end === 0) return
    isFirst = false
    waiting.set(socket, Buffer.concat([waiting.get(socket) ?? Buffer.alloc(0), bytes.subarray(0, end)]))
    void serve()
  })
  socket.on('close', () => {
    waiting.delete(socket)
    // While its last statement runs, `serve` gives it up.
    if (!isBusy) void giveUp(socket).then(serve)
  })
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.send?.(`postgres://postgres@127.0.0.1:${port}/postgres?sslmode=disable`)
})
process.on('disconnect', () => process.exit())
