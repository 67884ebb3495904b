import { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'
import type { FromWorker, ToWorker, WorkerOptions } from './worker-protocol.ts'

/**
 * PostgreSQL in a worker thread of this process. `stream()` gives a connection that speaks the wire protocol, so that
 * the ordinary `pg` driver serves the embedded database and a server alike, without a socket that others could open.
 */
export interface EmbeddedPostgres {
  stream(): Duplex
  /** How many times data was forced to disk since opening. */
  syncCount(): number
  close(): Promise<void>
}

export interface EmbeddedOptions {
  /** The PostgreSQL data directory; created on first use. */
  readonly directory: string
  readonly extensions: { readonly vector: boolean; readonly textSearch: boolean }
  /** Called once when the database thread dies; nothing can be read or written any more. */
  readonly onFatal: (error: Error) => void
}

/** Opens (and on first use creates) the database; about a second, several on first use. */
export async function openEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const syncCounter = new SharedArrayBuffer(4)
  const workerData: WorkerOptions = {
    directory: options.directory,
    ...options.extensions,
    // WASM memory cannot be given back, and the operating system caches the files anyway.
    sharedBuffers: '64MB',
    syncCounter,
  }
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData })
  const streams = new Map<number, ConnectionStream>()
  let nextConnection = 0
  let closing = false

  const send = (message: ToWorker) => worker.postMessage(message)
  const fatal = (error: Error) => {
    for (const stream of streams.values()) stream.destroy(error)
    if (!closing) options.onFatal(error)
    closing = true
  }

  await new Promise<void>((opened, failed) => {
    let isOpen = false
    const broken = (error: Error) => (isOpen ? fatal(error) : failed(error))
    worker.on('error', broken)
    worker.on('exit', () => broken(new Error('the database thread ended')))
    worker.on('message', (message: FromWorker) => {
      switch (message.kind) {
        case 'ready':
          isOpen = true
          return opened()
        case 'bytes':
          return void streams.get(message.connection)?.push(message.bytes)
        case 'failed':
          return broken(new Error(`the database thread failed: ${message.reason}`))
        case 'closed':
          return undefined
        default:
          return message satisfies never
      }
    })
  })

  return {
    stream() {
      const connection = nextConnection++
      const stream = new ConnectionStream((bytes) => send({ kind: 'bytes', connection, bytes }))
      streams.set(connection, stream)
      stream.once('close', () => streams.delete(connection))
      return stream
    },
    syncCount: () => Atomics.load(new Int32Array(syncCounter), 0),
    async close() {
      closing = true
      const exited = new Promise((resolve) => worker.once('exit', resolve))
      send({ kind: 'close' })
      await exited
    },
  }
}

/** The client's end of one connection; has the few socket methods that `pg` calls. */
class ConnectionStream extends Duplex {
  readonly #send: (bytes: Uint8Array) => void

  constructor(send: (bytes: Uint8Array) => void) {
    super()
    this.#send = send
  }

  connect(): this {
    queueMicrotask(() => this.emit('connect'))
    return this
  }

  override _read(): void {
    // The worker pushes; there is nothing to ask for.
  }

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: () => void): void {
    this.#send(new Uint8Array(chunk))
    done()
  }

  override _writev(chunks: { chunk: Uint8Array }[], done: () => void): void {
    this.#send(new Uint8Array(Buffer.concat(chunks.map(({ chunk }) => chunk))))
    done()
  }

  override _final(done: () => void): void {
    done()
    this.push(null)
  }

  setNoDelay(): this {
    return this
  }

  setKeepAlive(): this {
    return this
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }
}
