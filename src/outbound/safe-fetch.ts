import { lookup as systemLookup } from 'node:dns/promises'
import type { AllowList } from './allow-list.ts'
import { Connections, type Header } from './connections.ts'
import { checkedLookup, parseDestination, type Lookup } from './destination.ts'
import {
  OutgoingRequestError,
  type OutgoingRequest,
  type OutgoingResponse,
  type SafeFetch,
  type SafeStream,
  type StreamedResponse,
} from './outgoing-request.ts'

export interface SafeFetchOptions {
  /** What may be asked besides public addresses by https. */
  readonly allow: AllowList
  /** The system's, with its hosts file, unless told. */
  readonly lookup?: Lookup
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])
/** These keep the method and the body; the others turn a POST into a GET, which its receiver did not ask for. */
const REDIRECTS_OF_POST = new Set([307, 308])
/** What another origin may know; the rest may be a secret of the first one, signatures included. */
const HEADERS_FOR_ANYONE = new Set(['accept', 'content-type', 'user-agent'])

/**
 * The one way out of the program, safe for URLs that come from data: it asks public addresses by https, and what
 * `allow` opens, nothing else. Every redirect is held to the same rules. `close` ends requests that are under way.
 */
export function makeSafeFetch({ allow, lookup = lookupAll }: SafeFetchOptions): SafeFetch & {
  readonly stream: SafeStream
  close(): Promise<void>
} {
  const connections = new Connections((origin) => checkedLookup(origin, allow, lookup))

  async function stream(url: string, request: OutgoingRequest): Promise<StreamedResponse> {
    const { timeoutMs, maxRedirects = 0, signal: calledOff } = request
    let destination = parseDestination(url, undefined, allow)
    let headers: Header[] = Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value])
    const timeout = AbortSignal.timeout(timeoutMs)
    const signal = calledOff === undefined ? timeout : AbortSignal.any([timeout, calledOff])
    const explain = (cause: unknown) => explainFailure(cause, destination, { timeout, signal })
    try {
      for (let redirects = 0; ; redirects++) {
        const response = await connections.send(destination, { ...request, headers, signal })
        if (!REDIRECTS.has(response.status)) return { ...response, body: explained(response.body, explain) }
        await readAll(response.body)
        const next = parseDestination(locationOf(response, request, redirects < maxRedirects), destination.href, allow)
        if (next.origin !== destination.origin) headers = headers.filter(([name]) => HEADERS_FOR_ANYONE.has(name))
        destination = next
      }
    } catch (cause) {
      throw explain(cause)
    }
  }

  async function fetch(url: string, request: OutgoingRequest): Promise<OutgoingResponse> {
    const { body, ...response } = await stream(url, request)
    return { ...response, body: await readAll(body) }
  }

  return Object.assign(fetch, { stream, close: () => connections.close() })
}

async function readAll(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function* explained(
  body: AsyncIterable<Uint8Array>,
  explain: (cause: unknown) => OutgoingRequestError,
): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } catch (cause) {
    throw explain(cause)
  }
}

function explainFailure(
  cause: unknown,
  { host }: URL,
  { timeout, signal }: { readonly timeout: AbortSignal; readonly signal: AbortSignal },
): OutgoingRequestError {
  if (cause instanceof OutgoingRequestError) return cause
  if (timeout.aborted || codeOf(cause) === 'UND_ERR_CONNECT_TIMEOUT') {
    return new OutgoingRequestError('timeout', `${host} did not answer in time`, { cause })
  }
  const why = signal.aborted ? 'called off' : (codeOf(cause) ?? 'no valid answer')
  return new OutgoingRequestError('failed', `the request to ${host} failed: ${why}`, { cause })
}

function locationOf(
  { status, headers, url }: StreamedResponse,
  { method }: OutgoingRequest,
  mayFollow: boolean,
): string {
  const { host } = new URL(url)
  if (!mayFollow) throw new OutgoingRequestError('redirect', `${host} answered with one redirect too many (${status})`)
  if (headers['location'] === undefined || (method === 'POST' && !REDIRECTS_OF_POST.has(status))) {
    throw new OutgoingRequestError('redirect', `${host} answered with a redirect that can not be followed (${status})`)
  }
  return headers['location']
}

async function lookupAll(hostname: string): Promise<string[]> {
  return (await systemLookup(hostname, { all: true })).map(({ address }) => address)
}

/** Such as ENOTFOUND or CERT_HAS_EXPIRED: unlike messages, codes are never written by the other side. */
function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
}
