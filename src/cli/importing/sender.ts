import type { PageToSend } from './page-to-send.ts'

/** What the server made of a page. */
export type Outcome =
  | { readonly kind: 'created' | 'updated' | 'unchanged' }
  | { readonly kind: 'failed'; readonly reason: string }

export type Settle = (page: PageToSend, outcome: Outcome) => void

/** One way of bringing pages to a server. */
export interface Sender {
  /** Pages that go into one request, at most. */
  readonly maxPages: number
  readonly defaultConcurrency: number
  /**
   * Sends the pages and settles each as its acknowledgement arrives.
   * @throws what stops the whole import: the server is gone, or does not let us in
   */
  send(pages: readonly PageToSend[], settle: Settle, signal: AbortSignal): Promise<void>
}
