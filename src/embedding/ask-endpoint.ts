import { parseRetryAfter } from '../kernel/index.ts'
import { OutgoingRequestError, type SafeFetch } from '../outbound/index.ts'
import { ModelError } from './embedding-model.ts'

/** A server with models on it. */
export interface Endpoint {
  /** Without a trailing slash. */
  readonly baseUrl: string
  readonly apiKey: string | undefined
  readonly fetch: SafeFetch
}

const TIMEOUT_MS = 30_000
const MAX_RESPONSE_BYTES = 64 * 1024 * 1024
/** Models read a few hundred words at most; some endpoints refuse more instead of cutting. */
const MAX_CHARACTERS = 6_000

/** A text as an endpoint may get it. */
export function fitText(text: string): string {
  return text.slice(0, MAX_CHARACTERS).toWellFormed()
}

/**
 * Posts JSON to an endpoint, once.
 * @returns the answer's JSON, unchecked
 * @throws ModelError
 */
export async function askEndpoint(
  { baseUrl, apiKey, fetch }: Endpoint,
  path: string,
  body: object,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const response = await fetch(`${baseUrl}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
    },
    body: JSON.stringify(body),
    timeoutMs: TIMEOUT_MS,
    maxResponseBytes: MAX_RESPONSE_BYTES,
    ...(signal === undefined ? {} : { signal }),
  }).catch((cause: unknown) => {
    if (!(cause instanceof OutgoingRequestError)) throw cause
    throw new ModelError('unavailable', cause.message, { cause })
  })
  if (response.status !== 200) throw failureOf(response.status, response.headers['retry-after'])
  try {
    return JSON.parse(new TextDecoder().decode(response.body))
  } catch {
    throw unknownForm()
  }
}

export function unknownForm(): ModelError {
  return new ModelError('unavailable', 'the endpoint answered in an unknown form')
}

/** Statuses by which servers say that a batch is too large, or that a text is. */
const UNACCEPTABLE = new Set([400, 413, 422])

function failureOf(status: number, retryAfter: string | undefined): ModelError {
  const message = `the endpoint answered ${status}`
  if (UNACCEPTABLE.has(status)) return new ModelError('unacceptable', message)
  if (status === 408 || status === 429 || status >= 500) {
    const retryAfterMs = retryAfter === undefined ? undefined : parseRetryAfter(retryAfter, Date.now())
    return new ModelError('unavailable', message, retryAfterMs === undefined ? {} : { retryAfterMs })
  }
  return new ModelError('refused', message)
}
