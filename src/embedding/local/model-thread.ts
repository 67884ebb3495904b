import { Worker } from 'node:worker_threads'
import type { FromWorker, ModelInput, ModelRecipe, ToWorker } from './worker-protocol.ts'

/** So few that what is urgent does not wait long for those at work. */
const INPUTS_PER_REQUEST = 8

interface Waiting {
  readonly request: ToWorker
  resolve(values: Float32Array): void
  reject(error: unknown): void
}

export interface RunOptions {
  /** Goes before everything that is not: somebody waits for an answer. */
  readonly isUrgent: boolean
  readonly signal?: AbortSignal | undefined
}

/**
 * Runs models in one worker thread, so that the server goes on serving meanwhile. The thread starts at the first use,
 * and again at the next use after it died; the process may end while it has nothing to do.
 */
export class ModelThread {
  readonly #start: () => Worker
  readonly #urgent: Waiting[] = []
  readonly #patient: Waiting[] = []
  #running: Waiting | undefined
  #worker: Worker | undefined
  #members = 0

  constructor(start = () => new Worker(new URL('./model-worker.ts', import.meta.url))) {
    this.#start = start
  }

  /** Whoever uses the thread joins it. @returns leaves it; when the last one leaves, the thread ends */
  join(): () => Promise<void> {
    let isMember = true
    this.#members += 1
    return async () => {
      if (!isMember) return
      isMember = false
      this.#members -= 1
      if (this.#members === 0) await this.#end()
    }
  }

  /**
   * @returns a row for each input, in order
   * @throws when the model can't be loaded or fails; others are not affected
   */
  async run(recipe: ModelRecipe, inputs: readonly ModelInput[], options: RunOptions): Promise<Float32Array[]> {
    const rows: Float32Array[] = []
    // Texts of similar lengths together, so that little has to be filled up.
    const sorted = inputs
      .map((input, index) => ({ input, index }))
      .toSorted((a, b) => length(a.input) - length(b.input))
    for (let start = 0; start < sorted.length; start += INPUTS_PER_REQUEST) {
      const part = sorted.slice(start, start + INPUTS_PER_REQUEST)
      const values = await this.#request({ recipe, inputs: part.map(({ input }) => input) }, options)
      const width = values.length / part.length
      part.forEach(({ index }, row) => {
        rows[index] = values.subarray(row * width, (row + 1) * width)
      })
    }
    return rows
  }

  async #request(request: ToWorker, { isUrgent, signal }: RunOptions): Promise<Float32Array> {
    signal?.throwIfAborted()
    const { promise, resolve, reject } = Promise.withResolvers<Float32Array>()
    const waiting: Waiting = { request, resolve, reject }
    const queue = isUrgent ? this.#urgent : this.#patient
    const abort = () => {
      const place = queue.indexOf(waiting)
      if (place !== -1) queue.splice(place, 1)
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', abort)
    queue.push(waiting)
    this.#next()
    try {
      return await promise
    } finally {
      signal?.removeEventListener('abort', abort)
    }
  }

  #next(): void {
    if (this.#running !== undefined) return
    this.#running = this.#urgent.shift() ?? this.#patient.shift()
    if (this.#running === undefined) {
      this.#worker?.unref()
      return
    }
    this.#worker ??= this.#begin()
    this.#worker.ref()
    this.#worker.postMessage(this.#running.request)
  }

  #begin(): Worker {
    const worker = this.#start()
    worker.on('message', (reply: FromWorker) => {
      if (this.#worker !== worker) return
      this.#settle((running) =>
        reply.kind === 'done' ? running.resolve(reply.values) : running.reject(new Error(reply.reason)),
      )
    })
    const die = (error: Error) => {
      if (this.#worker !== worker) return
      this.#worker = undefined
      this.#settle((running) => running.reject(error))
    }
    worker.on('error', die)
    worker.on('exit', () => die(new Error('the model thread ended')))
    return worker
  }

  #settle(settle: (running: Waiting) => void): void {
    if (this.#running !== undefined) settle(this.#running)
    this.#running = undefined
    this.#next()
  }

  async #end(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    const isAtWork = this.#running !== undefined
    const unanswered = [this.#running, ...this.#urgent.splice(0), ...this.#patient.splice(0)]
    this.#running = undefined
    for (const waiting of unanswered) waiting?.reject(new Error('the model was closed'))
    // The native runtime takes the whole process with it when its thread is ended while it computes.
    if (isAtWork && worker !== undefined) await nextReply(worker)
    await worker?.terminate()
  }
}

function nextReply(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    for (const event of ['message', 'error', 'exit']) worker.once(event, () => resolve())
  })
}

function length({ text, passage }: ModelInput): number {
  return text.length + (passage?.length ?? 0)
}

/** All local models share it, so that they never take more than one processor. */
export const modelThread = new ModelThread()
