import { MAX_ATTACHMENT_BYTES } from './attachment.ts'

/** The part of the safe fetch that attachments need. */
export type FetchFile = (
  url: string,
  request: {
    readonly method: 'GET'
    readonly headers: Readonly<Record<string, string>>
    readonly timeoutMs: number
    readonly maxResponseBytes: number
    readonly maxRedirects: number
  },
) => Promise<{
  readonly status: number
  /** Names are lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}>

export type FetchedFile =
  | { readonly kind: 'fetched'; readonly data: Uint8Array; readonly contentType: string | undefined }
  | { readonly kind: 'failed'; readonly fault: string }

const TIMEOUT_MS = 10_000
const MAX_REDIRECTS = 3

const FAULTS = new Map<unknown, string>([
  ['refused', 'its address is not allowed'],
  ['timeout', 'its address did not answer in time'],
  ['too_large', 'it is too large'],
  ['redirect', 'its address redirects too often'],
  ['failed', 'its address could not be reached'],
])

/** Gets the file behind an address of a stranger; what goes wrong on the way is a result. */
export async function fetchFile(url: string, fetch: FetchFile): Promise<FetchedFile> {
  try {
    const { status, headers, body } = await fetch(url, {
      method: 'GET',
      headers: { accept: '*/*' },
      timeoutMs: TIMEOUT_MS,
      maxResponseBytes: MAX_ATTACHMENT_BYTES,
      maxRedirects: MAX_REDIRECTS,
    })
    if (status !== 200) return { kind: 'failed', fault: `its address answered with status ${status}` }
    return { kind: 'fetched', data: body, contentType: headers['content-type'] }
  } catch (error) {
    const fault = error instanceof Error && 'reason' in error ? FAULTS.get(error.reason) : undefined
    if (fault === undefined) throw error // no failure of the request: a bug
    return { kind: 'failed', fault }
  }
}
