import type { CorpusPage } from '../../evaluation/index.ts'
import type { ApiClient } from '../api-client.ts'
import { deleteSource, findOrCreateSource, findSource } from '../importing/find-source.ts'
import { importPages } from '../importing/import-pages.ts'
import type { InputItem } from '../importing/page-to-send.ts'
import type { Totals } from '../importing/progress.ts'
import { makeBulkSender } from '../importing/send-bulk.ts'
import { pause } from '../retry.ts'

/** Pages without a URL would be answered from and not cited. */
const URL_BASE = 'https://evaluation.example'
const LONGEST_TITLE = 255
const INDEX_CHECK_MS = 250

/** The pages of a dataset on a server, in a source of their own. */
export interface LoadedCorpus {
  readonly sourceId: number
  /** Where and why, for each page that the server did not take. */
  readonly faults: readonly string[]
  /** Takes source and pages away again. */
  remove(): Promise<void>
}

export interface LoadOptions {
  readonly onProgress: (done: number) => void
  readonly signal: AbortSignal
  /** Called when all pages are stored; without it their words are learned within a minute. */
  readonly learnWords?: (() => Promise<void>) | undefined
}

/**
 * Pushes the pages by the bulk upload and waits until all of them are indexed and their words learned, so that the first
 * question is understood like the last. @throws the signal's reason
 */
export async function loadCorpus(
  client: ApiClient,
  name: string,
  pages: readonly CorpusPage[],
  { onProgress, signal, learnWords }: LoadOptions,
): Promise<LoadedCorpus> {
  const url = `${URL_BASE}/${encodeURIComponent(name)}`
  // Left over by a run that was killed.
  const earlier = await findSource(client, url)
  if (earlier !== undefined) await deleteSource(client, earlier.id)
  const { id: sourceId } = await findOrCreateSource(client, url)
  const remove = () => deleteSource(client, sourceId)

  const faults: string[] = []
  const totals: Totals = { created: 0, updated: 0, unchanged: 0, failed: 0 }
  const sender = makeBulkSender(client, sourceId)
  try {
    await importPages(toItems(pages, url), totals, {
      sender,
      state: { has: () => false, add() {} },
      concurrency: sender.defaultConcurrency,
      onProgress: ({ created }) => onProgress(created),
      onFault: (origin, reason) => faults.push(`${origin}: the server does not take this page: ${reason}`),
      signal,
    })
    await learnWords?.()
    await waitForIndex(client, signal)
  } catch (error) {
    await remove()
    throw error
  }
  return { sourceId, faults, remove }
}

async function* toItems(pages: readonly CorpusPage[], urlBase: string): AsyncGenerator<InputItem> {
  for (const { id, title, text, html, url, origin } of pages) {
    yield {
      origin,
      page: {
        external_id: id,
        title: title?.trim().slice(0, LONGEST_TITLE) || id.slice(0, LONGEST_TITLE),
        html: html ?? toParagraphs(text ?? ''),
        url: url || `${urlBase}/${encodeURIComponent(id)}`,
        locale: 'en',
        ai_agent_availability: true,
        ai_copilot_availability: true,
      },
    }
  }
}

function toParagraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('\n')
}

interface WireStatus {
  readonly index: { readonly state: string }
  readonly vocabulary?: { readonly unread_chunks: number }
  readonly embedding?: { readonly pending?: number }
}

async function waitForIndex(client: ApiClient, signal: AbortSignal): Promise<void> {
  for (;;) {
    const { index, vocabulary, embedding } = await client.json<WireStatus>('GET', '/dorsal/v1/status', { signal })
    const waiting = (vocabulary?.unread_chunks ?? 0) + (embedding?.pending ?? 0)
    if (index.state === 'ready' && waiting === 0) return
    await pause(INDEX_CHECK_MS, signal)
  }
}
