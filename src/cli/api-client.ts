import { Agent, fetch, type Response } from 'undici'
import { VERSION } from '../app/version.ts'
import { CommandError } from './command.ts'
import { describeNetworkCause } from './network-cause.ts'
import { readRetryAfter } from './retry.ts'

/** The server answered, but not what was asked for. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly origin: string
  readonly status: number
  readonly code: string | undefined
  readonly field: string | undefined
  /** How long the server wants us to wait. */
  readonly retryAfterMs: number | undefined

  constructor(
    message: string,
    details: Pick<ApiError, 'origin' | 'status'> & Partial<Pick<ApiError, 'code' | 'field' | 'retryAfterMs'>>,
  ) {
    super(message)
    this.origin = details.origin
    this.status = details.status
    this.code = details.code
    this.field = details.field
    this.retryAfterMs = details.retryAfterMs
  }
}

/** No answer came, or only part of one. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError'
}

export interface ApiRequest {
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as NDJSON, instead of `body`. */
  readonly lines?: string
  readonly signal?: AbortSignal | undefined
}

const API_VERSION = '2.14'
const CONNECT_TIMEOUT_MS = 10_000
/** Silence of this length, before the answer or in the middle of it, ends a request. */
const SILENCE_TIMEOUT_MS = 60_000

/** Speaks to one server, the one that the person named, and follows it nowhere else. */
export class ApiClient {
  readonly baseUrl: string
  readonly #token: string
  readonly #dispatcher = new Agent({
    connect: { timeout: CONNECT_TIMEOUT_MS },
    headersTimeout: SILENCE_TIMEOUT_MS,
    bodyTimeout: SILENCE_TIMEOUT_MS,
  })

  constructor(baseUrl: string, token: string) {
    this.baseUrl = baseUrl
    this.#token = token
  }

  /**
   * Sends one request, once.
   * @throws ApiError for any status but 2xx; UnreachableError without an answer
   */
  async open(method: string, path: string, { body, lines, signal }: ApiRequest = {}): Promise<Response> {
    const content = lines ?? (body === undefined ? undefined : JSON.stringify(body))
    let response: Response
    try {
      response = await fetch(`${this.baseUrl}${path}`, {
        method,
        redirect: 'manual',
        dispatcher: this.#dispatcher,
        headers: {
          authorization: `Bearer ${this.#token}`,
          accept: 'application/json',
          'intercom-version': API_VERSION,
          'user-agent': `dorsal/${VERSION}`,
          ...(content === undefined
            ? {}
            : { 'content-type': lines === undefined ? 'application/json' : 'application/x-ndjson' }),
        },
        ...(content === undefined ? {} : { body: content }),
        ...(signal === undefined ? {} : { signal }),
      })
    } catch (cause) {
      throw this.#unreachable(cause, signal)
    }
    if (response.ok) return response
    throw await this.#toError(response)
  }

  /** Sends one request and reads its JSON answer. @throws as `open` */
  async json<T>(method: string, path: string, request: ApiRequest = {}): Promise<T> {
    const response = await this.open(method, path, request)
    try {
      const text = await response.text()
      return (text === '' ? undefined : JSON.parse(text)) as T
    } catch (cause) {
      if (cause instanceof SyntaxError)
        throw new UnreachableError(`${this.baseUrl} did not answer with JSON`, { cause })
      throw this.#unreachable(cause, request.signal)
    }
  }

  /** The body of an answer, as UTF-8 lines. @throws UnreachableError when it breaks off */
  async *lines(response: Response, signal?: AbortSignal): AsyncGenerator<string> {
    const decoder = new TextDecoder()
    let rest = ''
    try {
      for await (const chunk of response.body ?? []) {
        const parts = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n')
        rest = parts.pop() ?? ''
        yield* parts
      }
    } catch (cause) {
      throw this.#unreachable(cause, signal)
    }
    if (rest !== '') yield rest
  }

  #unreachable(cause: unknown, signal: AbortSignal | undefined): unknown {
    if (signal?.aborted === true) return signal.reason
    return new UnreachableError(`can't reach ${this.baseUrl}: ${describeNetworkCause(cause)}`, { cause })
  }

  async #toError(response: Response): Promise<ApiError> {
    const { status } = response
    const origin = this.baseUrl
    if (status >= 300 && status < 400) {
      await response.body?.cancel()
      const target = response.headers.get('location') ?? 'another address'
      return new ApiError(`it redirects to ${target}; name that server if you trust it`, { origin, status })
    }
    const retryAfterMs = readRetryAfter(response, Date.now())
    const details = { origin, status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }
    const item = await readErrorItem(response)
    if (item === undefined) return new ApiError('no explanation was given', details)
    return new ApiError(item.message ?? item.code ?? 'no explanation was given', { ...details, ...item })
  }
}

/** The first error of Intercom's error list. */
async function readErrorItem(
  response: Response,
): Promise<{ code?: string; message?: string; field?: string } | undefined> {
  try {
    const body = (await response.json()) as { errors?: { code?: string; message?: string; field?: string }[] }
    return body.errors?.[0]
  } catch {
    return undefined // not JSON: a proxy's page, or nothing
  }
}

/** The base URL that clients put paths behind. @throws CommandError */
export function toBaseUrl(raw: string): string {
  const url = URL.parse(raw)
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new CommandError(`the server's URL must start with http:// or https://, not ${JSON.stringify(raw)}`)
  }
  return raw.replace(/[?#].*$/, '').replace(/\/+$/, '')
}
