import { UnreachableError, type ApiClient } from '../api-client.ts'
import { Retries } from '../retry.ts'
import type { PageToSend } from './page-to-send.ts'
import type { Outcome, Sender, Settle } from './sender.ts'
import { waitToRetry } from './wait-to-retry.ts'

/** One result line of Dorsal's bulk request. */
interface WireResult {
  readonly line: number
  readonly status: 'created' | 'updated' | 'unchanged' | 'rejected'
  readonly errors?: readonly { readonly message: string }[]
}

/** Dorsal's own way: some hundred pages in a request, acknowledged one by one while it runs. */
export function makeBulkSender(client: ApiClient, sourceId: number): Sender {
  return {
    maxPages: 200,
    defaultConcurrency: 2,
    async send(pages, settle, signal) {
      const retries = new Retries()
      const left = new Set(pages)
      const settleOne: Settle = (page, outcome) => {
        left.delete(page)
        settle(page, outcome)
      }
      while (left.size > 0) {
        const before = left.size
        try {
          await sendOnce(client, sourceId, [...left], settleOne, signal)
          if (left.size > 0) throw new UnreachableError(`${client.baseUrl} did not acknowledge all pages`)
        } catch (error) {
          if (left.size < before) retries.progressed()
          await waitToRetry(error, retries, signal)
        }
      }
    },
  }
}

async function sendOnce(
  client: ApiClient,
  sourceId: number,
  pages: readonly PageToSend[],
  settle: Settle,
  signal: AbortSignal,
): Promise<void> {
  const lines = pages.map(({ page }) => JSON.stringify({ ...page, source_id: sourceId })).join('\n')
  const response = await client.open('POST', '/dorsal/v1/external_pages/bulk', { lines, signal })
  for await (const line of client.lines(response, signal)) {
    const result = JSON.parse(line) as WireResult
    const page = pages[result.line - 1]
    if (page !== undefined) settle(page, toOutcome(result))
  }
}

function toOutcome({ status, errors }: WireResult): Outcome {
  if (status !== 'rejected') return { kind: status }
  return { kind: 'failed', reason: errors?.[0]?.message ?? 'the server refused it' }
}
