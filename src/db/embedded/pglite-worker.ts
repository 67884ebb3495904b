import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { pg_textsearch } from '@electric-sql/pglite-pg_textsearch'
import { vector } from '@electric-sql/pglite-pgvector'
import { DurableFileSystem } from './durable-file-system.ts'
import type { FromWorker, ToWorker, WorkerOptions } from './worker-protocol.ts'

const TERMINATE = 'X'.charCodeAt(0)

if (parentPort === null) throw new Error('pglite-worker runs as a worker thread only')
const port = parentPort
const options = workerData as WorkerOptions
const syncs = new Int32Array(options.syncCounter)

function post(message: FromWorker): void {
  port.postMessage(message)
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

/** One session serves all connections in turn, so that what one leaves behind must not reach the next. */
async function resetSession(): Promise<void> {
  await db.exec('ROLLBACK')
  await db.exec('DISCARD ALL')
}

async function handle(message: ToWorker): Promise<void> {
  switch (message.kind) {
    case 'bytes': {
      if (message.bytes[0] === TERMINATE) return resetSession()
      const reply = await db.runExclusive(() => db.execProtocolRaw(message.bytes, { syncToFs: false }))
      return post({ kind: 'bytes', connection: message.connection, bytes: reply })
    }
    case 'close': {
      await db.close()
      post({ kind: 'closed' })
      return port.close()
    }
    default:
      return message satisfies never
  }
}

// Messages are handled strictly one after the other: the wire protocol's order is the order of arrival.
let last: Promise<void> = Promise.resolve()
port.on('message', (message: ToWorker) => {
  last = last
    .then(() => handle(message))
    .catch((error: unknown) => post({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }))
})
post({ kind: 'ready' })
