import type { InputItem, PageToSend } from './page-to-send.ts'
import { hashPage } from './page-to-send.ts'
import type { Totals } from './progress.ts'
import type { Sender } from './sender.ts'
import type { StateFile } from './state-file.ts'

export interface ImportDeps {
  readonly sender: Sender
  readonly state: Pick<StateFile, 'has' | 'add'>
  /** Requests at once, at most. */
  readonly concurrency: number
  /** After every page, with the counts so far. */
  readonly onProgress: (totals: Readonly<Totals>) => void
  /** A page that failed alone. */
  readonly onFault: (origin: string, reason: string) => void
  /** Stops the import; what was acknowledged until then stays acknowledged. */
  readonly signal: AbortSignal
}

/** A request stays below this size, unless a single page is larger. */
const MAX_REQUEST_CHARACTERS = 4_000_000

/**
 * Sends the pages that the server has not acknowledged yet. A page that fails does not stop the others.
 * @param totals is counted up, so that the caller knows the counts even when this throws
 * @throws the signal's reason, or what makes the server useless for all pages
 */
export async function importPages(items: AsyncIterable<InputItem>, totals: Totals, deps: ImportDeps): Promise<void> {
  const { sender, state, concurrency, onProgress, onFault } = deps
  const stopped = new AbortController()
  const signal = AbortSignal.any([deps.signal, stopped.signal])
  const running = new Set<Promise<void>>()
  const firstOrigins = new Map<string, string>()
  const hashes = new Map<PageToSend, string>()
  let batch: PageToSend[] = []
  let batchCharacters = 0

  function fail(origin: string, reason: string): void {
    totals.failed++
    onFault(origin, reason)
    onProgress(totals)
  }

  async function flush(): Promise<void> {
    if (batch.length === 0) return
    const pages = batch
    batch = []
    batchCharacters = 0
    while (running.size >= concurrency) await Promise.race(running)
    signal.throwIfAborted()
    const task: Promise<void> = sender
      .send(
        pages,
        (item, outcome) => {
          const hash = hashes.get(item) ?? ''
          hashes.delete(item)
          if (outcome.kind === 'failed') return fail(item.origin, outcome.reason)
          state.add(item.page.external_id, hash)
          totals[outcome.kind]++
          onProgress(totals)
        },
        signal,
      )
      .catch((error: unknown) => stopped.abort(error))
      .finally(() => running.delete(task))
    running.add(task)
  }

  try {
    for await (const item of items) {
      signal.throwIfAborted()
      if ('fault' in item) {
        fail(item.origin, item.fault)
        continue
      }
      const { external_id: id, html } = item.page
      const first = firstOrigins.get(id)
      if (first !== undefined) {
        fail(item.origin, `external_id ${JSON.stringify(id)} was already used (${first})`)
        continue
      }
      firstOrigins.set(id, item.origin)
      const hash = hashPage(item.page)
      if (state.has(id, hash)) {
        totals.unchanged++
        onProgress(totals)
        continue
      }
      if (batchCharacters + html.length > MAX_REQUEST_CHARACTERS) await flush()
      hashes.set(item, hash)
      batch.push(item)
      batchCharacters += html.length
      if (batch.length >= sender.maxPages) await flush()
    }
    await flush()
    await Promise.all(running)
    signal.throwIfAborted()
  } catch (error) {
    // Acknowledgements that are on their way are still remembered, and nothing goes on after this ends.
    stopped.abort(error)
    await Promise.all(running)
    throw error
  }
}
