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
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  const streams = new Map<number, ConnectionStream>()
  let nextConnection = 0
  let closing = false
  let death: Error | undefined

  const die = (error: Error) => {
    if (death !== undefined) return
    death = error
    for (const stream of streams.values()) stream.destroy(closing ? undefined : error)
    void worker.terminate()
    if (!closing) options.onFatal(error)
  }

  await new Promise<void>((opened, failed) => {
    let isOpen = false
    const broken = (error: Error) => {
      if (isOpen) return die(error)
      void worker.terminate()
      failed(error)
    }
    worker.on('error', broken)
    worker.on('exit', () => broken(new Error('the database thread ended')))
    worker.on('message', (message: FromWorker) => {
      switch (message.kind) {
        case 'ready':
          isOpen = true
          return opened()
        case 'bytes':
          return streams.get(message.connection)?.receive(message.bytes)
        case 'failed':
          return broken(new Error(`the database thread failed: ${message.reason}`))
        default:
          return message satisfies never
      }
    })
  })

  return {
    stream() {
      const connection = nextConnection++
      const stream = new ConnectionStream((bytes) => {
        const message: ToWorker = { kind: 'bytes', connection, bytes }
        worker.postMessage(message, [bytes.buffer])
      })
      streams.set(connection, stream)
      stream.once('close', () => streams.delete(connection))
      if (death !== undefined) stream.destroy(death)
      return stream
    },
    syncCount: () => Atomics.load(new Int32Array(syncCounter), 0),
    async close() {
      if (closing) return exited
      closing = true
      const message: ToWorker = { kind: 'close' }
      worker.postMessage(message)
      // A statement that does not end is cut off, as by a crash: what was acknowledged is on the disk.
      const cutOff = setTimeout(() => void worker.terminate(), CLOSE_TIMEOUT_MS)
      await exited
      clearTimeout(cutOff)
    },
  }
}

const CLOSE_TIMEOUT_MS = 1_000
const TERMINATE = 'X'.charCodeAt(0)

/** The client's end of one connection; has the few socket methods that `pg` calls. */
class ConnectionStream extends Duplex {
  readonly #send: (bytes: Uint8Array<ArrayBuffer>) => void

  constructor(send: (bytes: Uint8Array<ArrayBuffer>) => void) {
    super()
    this.#send = send
  }

  connect(): this {
    queueMicrotask(() => this.emit('connect'))
    return this
  }

  receive(bytes: Uint8Array): void {
    // After the goodbye nobody listens any more.
    if (!this.writableEnded && !this.destroyed) this.push(bytes)
  }

  override _read(): void {
    // The worker pushes; there is nothing to ask for.
  }

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: () => void): void {
    // The session is shared: a goodbye must not end it. The next connection finds it reset.
    if (chunk[0] !== TERMINATE) this.#send(new Uint8Array(chunk))
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
