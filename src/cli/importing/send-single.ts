import { ApiError, type ApiClient } from '../api-client.ts'
import { Retries } from '../retry.ts'
import type { Outcome, Sender } from './sender.ts'
import { waitToRetry } from './wait-to-retry.ts'

/** What Intercom tells of a stored page, as far as it says whether the page is new. */
interface WirePage {
  readonly created_at?: number
  readonly updated_at?: number
}

/** Pages whose server fails again and again, one after the other, until the whole import is stopped. */
const MAX_FAILED_IN_A_ROW = 5

/** Intercom's way: one request for each page. `isKnown` tells which pages the server had before. */
export function makeSingleSender(
  client: ApiClient,
  sourceId: number,
  isKnown: (externalId: string) => boolean,
): Sender {
  let failedInARow = 0
  return {
    maxPages: 1,
    defaultConcurrency: 4,
    async send(pages, settle, signal) {
      for (const item of pages) {
        const body = { ...item.page, source_id: sourceId }
        const retries = new Retries()
        let outcome: Outcome | undefined
        while (outcome === undefined) {
          try {
            const stored = await client.json<WirePage | undefined>('POST', '/ai/external_pages', { body, signal })
            outcome = { kind: isKnown(item.page.external_id) || !isNew(stored) ? 'updated' : 'created' }
            failedInARow = 0
          } catch (error) {
            try {
              await waitToRetry(error, retries, signal)
            } catch (final) {
              if (final !== error || !(error instanceof ApiError) || concernsAllPages(error)) throw final
              if (error.status >= 500 && ++failedInARow >= MAX_FAILED_IN_A_ROW) throw error
              outcome = { kind: 'failed', reason: `${error.status}: ${error.message}` }
            }
          }
        }
        settle(item, outcome)
      }
    },
  }
}

function isNew(stored: WirePage | undefined): boolean {
  return stored?.created_at === stored?.updated_at
}

/** The token, the plan or the limit: the next page would fail alike. */
function concernsAllPages({ status }: ApiError): boolean {
  return status === 401 || status === 402 || status === 403 || status === 429 || (status >= 300 && status < 400)
}
