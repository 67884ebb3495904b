import type { Question, Subject, Timed } from '../../evaluation/index.ts'
import { ApiError, type ApiClient } from '../api-client.ts'
import { waitToRetry } from '../importing/wait-to-retry.ts'
import { Retries } from '../retry.ts'

interface WireResults {
  readonly results: readonly { readonly external_id: string; readonly score: number }[]
}

interface WireAnswer {
  readonly status: 'answered' | 'refused'
  readonly mode: string
  readonly body_text: string
  readonly confidence: number
  readonly citations: readonly {
    readonly page_id: string
    readonly quote: string
    readonly start: number
    readonly end: number
  }[]
}

/**
 * A server as its clients see it.
 * @param asker fields of every request that say who asks
 */
export function makeHttpSubject(client: ApiClient, asker: object, signal: AbortSignal): Subject {
  /** Tries again where that is worth it; the time is that of the try that was answered. */
  async function send<T>(method: string, path: string, body?: object): Promise<Timed<T>> {
    const retries = new Retries()
    for (;;) {
      const startedAt = performance.now()
      try {
        const value = await client.json<T>(method, path, { body, signal })
        return { value, tookMs: Math.round((performance.now() - startedAt) * 100) / 100 }
      } catch (error) {
        await waitToRetry(error, retries, signal)
      }
    }
  }

  return {
    async search(question, limit) {
      const body = {
        query: question.text,
        limit,
        ...historyOf(question),
        ...asker,
      }
      const { value, tookMs } = await send<WireResults>('POST', '/dorsal/v1/search', body)
      return { tookMs, value: value.results.map(({ external_id: externalId, score }) => ({ externalId, score })) }
    },
    async answer(question) {
      const body = { question: question.text, ...historyOf(question), ...asker }
      const { value, tookMs } = await send<WireAnswer>('POST', '/dorsal/v1/answers', body)
      const { status, mode, body_text: text, confidence, citations } = value
      return {
        tookMs,
        value: {
          status,
          mode,
          text,
          confidence,
          citations: citations.map(({ page_id: pageId, quote, start, end }) => ({ pageId, quote, start, end })),
        },
      }
    },
    async readPage(pageId) {
      try {
        const id = encodeURIComponent(pageId)
        const page = await send<{ external_id: string }>('GET', `/ai/external_pages/${id}`)
        const indexed = await send<{ text: string }>('GET', `/dorsal/v1/external_pages/${id}`)
        return { externalId: page.value.external_id, text: indexed.value.text }
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return undefined
        throw error
      }
    },
  }
}

function historyOf({ history }: Question) {
  return history.length === 0 ? {} : { history }
}
