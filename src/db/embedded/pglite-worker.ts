import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { pg_textsearch } from '@electric-sql/pglite-pg_textsearch'
import { vector } from '@electric-sql/pglite-pgvector'
import { DurableFileSystem } from './durable-file-system.ts'
import type { FromWorker, ToWorker, WorkerOptions } from './worker-protocol.ts'

if (parentPort === null) throw new Error('pglite-worker runs as a worker thread only')
const port = parentPort
const options = workerData as WorkerOptions
const syncs = new Int32Array(options.syncCounter)

function post(message: FromWorker, given: ArrayBuffer[] = []): void {
  port.postMessage(message, given)
}

/** PostgreSQL's own durable settings; PGlite starts with -F (fsync off) unless told otherwise. */
function startParams(): string[] {
  const settings = ['fsync=on', 'wal_sync_method=fsync', `shared_buffers=${options.sharedBuffers}`]
  return [...PGlite.defaultStartParams.filter((param) => param !== '-F'), ...settings.flatMap((s) => ['-c', s])]
}

const db = await PGlite.create({
  fs: new DurableFileSystem(options.directory, () => Atomics.add(syncs, 0, 1)),
  extensions: { ...(options.vector ? { vector } : {}), ...(options.textSearch ? { pg_textsearch } : {}) },
  startParams: startParams(),
})

const SYNC = Uint8Array.of('S'.charCodeAt(0), 0, 0, 0, 4)

/** One session serves all connections in turn, so that what one leaves behind must not reach the next. */
async function resetSession(): Promise<void> {
  // A connection that was cut off in the middle of a message sequence may have left the session waiting for this.
  await exchange(SYNC)
  await db.exec('ROLLBACK')
  await db.exec('DISCARD ALL')
}

/**
 * What the database replies, as it stands. PGlite's `execProtocolRaw` would also read each message and keep it for a caller
 * of other methods, for good.
 */
async function exchange(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  // They are views of memory that the database writes to again.
  const onRawData = (part: Uint8Array) => void parts.push(part.slice())
  await db.execProtocolRawStream(bytes, { syncToFs: false, onRawData })
  const reply = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let end = 0
  for (const part of parts) {
    reply.set(part, end)
    end += part.length
  }
  return reply
}

let current = 0

async function handle(message: ToWorker): Promise<void> {
  switch (message.kind) {
    case 'bytes': {
      if (message.connection < current) return // the rest of a connection that was given up
      if (message.connection > current) {
        await resetSession()
        current = message.connection
      }
      const reply = await exchange(message.bytes)
      return post({ kind: 'bytes', connection: message.connection, bytes: reply }, [reply.buffer])
    }
    case 'close': {
      await db.close()
      return port.close()
    }
    default:
      return message satisfies never
  }
}

/** Messages are handled strictly one after the other: the wire protocol's order is the order of arrival. */
let last: Promise<void> = Promise.resolve()
port.on('message', (message: ToWorker) => {
  last = last
    .then(() => handle(message))
    .catch((error: unknown) => {
      // A failed query is an answer like any other; what arrives here is a database that can't go on.
      post({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
      port.close()
    })
})
post({ kind: 'ready' })
