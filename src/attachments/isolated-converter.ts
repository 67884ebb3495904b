import { Worker } from 'node:worker_threads'
import type { Conversion, ConversionInput } from './conversion.ts'
import { untilAborted } from './until-aborted.ts'

export interface ConverterLimits {
  /** Of one conversion, from the start of its thread. */
  readonly timeoutMs: number
  readonly maxMemoryBytes: number
  /** Threads at once; more conversions wait. */
  readonly maxAtOnce: number
}

/** @throws the signal's reason; whatever the document does is a result */
export type Converter = (input: ConversionInput, signal: AbortSignal) => Promise<Conversion>

/** How often the memory of a thread is looked at. */
const WATCH_MS = 50

/**
 * Converts each document in a thread of its own, which is ended afterwards: a hostile one may loop for ever or unfold a
 * kilobyte into gigabytes.
 */
export function makeIsolatedConverter(limits: ConverterLimits): Converter {
  const running = new Set<Promise<void>>()
  return async (input, signal) => {
    while (running.size >= limits.maxAtOnce) await untilAborted(Promise.race(running), signal)
    signal.throwIfAborted()
    const conversion = convertInThread(input, limits, signal)
    const ended: Promise<void> = conversion.then(forget, forget).finally(() => running.delete(ended))
    running.add(ended)
    return conversion
  }
}

async function convertInThread(
  input: ConversionInput,
  { timeoutMs, maxMemoryBytes }: ConverterLimits,
  signal: AbortSignal,
): Promise<Conversion> {
  const { promise: conversion, resolve } = Promise.withResolvers<Conversion>()
  const fail = (fault: string) => resolve({ kind: 'failed', fault })
  const worker = new Worker(new URL('./document-worker.ts', import.meta.url), {
    workerData: input,
    env: {}, // it needs no setting and shall see no secret
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(maxMemoryBytes / 2 ** 20) },
  })
  worker.once('message', resolve)
  worker.once('error', (error: NodeJS.ErrnoException) => {
    fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_MUCH_MEMORY : 'the file could not be read')
  })
  worker.once('exit', () => fail('the file could not be read'))
  const timeout = setTimeout(() => fail('the file takes too long to read'), timeoutMs)
  const watch = setInterval(() => void watchMemory(), WATCH_MS)

  /** Buffers are outside of the heap, where the thread's own limits do not reach. */
  async function watchMemory(): Promise<void> {
    try {
      const { external_memory: buffers, total_heap_size: heap } = await worker.getHeapStatistics()
      if (buffers + heap > maxMemoryBytes) fail(TOO_MUCH_MEMORY)
    } catch {
      // The thread has ended, which is noticed elsewhere.
    }
  }

  try {
    return await untilAborted(conversion, signal)
  } finally {
    clearTimeout(timeout)
    clearInterval(watch)
    await worker.terminate()
  }
}

function forget(): void {}

const TOO_MUCH_MEMORY = 'the file takes too much memory to read'
