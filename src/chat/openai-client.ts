import type OpenAI from 'openai'
import type { SafeStream } from '../outbound/index.ts'

export interface ClientOptions {
  readonly baseUrl: string
  readonly apiKey: string | undefined
  readonly stream: SafeStream
  /** For one exchange, its last byte included. */
  readonly answerMs: number
}

/** Some four bytes a token, in a frame of some three hundred: more than any answer needs. */
const MAX_RESPONSE_BYTES = 8 * 1024 * 1024
/** Statuses whose answers have no body; a `Response` accepts none. */
const WITHOUT_BODY = new Set([204, 205, 304])

/** The npm client, whose requests all go through the one way out. It is loaded when it is first needed: it is large. */
export async function openClient(options: ClientOptions): Promise<OpenAI> {
  const { default: Client } = await import('openai')
  return new Client({
    baseURL: options.baseUrl,
    // It insists on a key; see below for where there is none. The rest is told so that it is not read elsewhere.
    apiKey: options.apiKey ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    // Ours know what may be tried again.
    maxRetries: 0,
    timeout: options.answerMs * 2,
    // It would write to the console, what the endpoint said included.
    logLevel: 'off',
    fetch: fetchThrough(options),
  })
}

function fetchThrough({ stream, apiKey, answerMs }: ClientOptions) {
  return async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const headers = Object.fromEntries(
      // What runs here is nobody's business.
      [...new Headers(init.headers)].filter(([name]) => !name.startsWith('x-stainless-') && name !== 'user-agent'),
    )
    if (apiKey === undefined) delete headers['authorization']
    const {
      status,
      headers: answered,
      body,
    } = await stream(url instanceof Request ? url.url : String(url), {
      method: 'POST',
      headers,
      body: String(init.body),
      timeoutMs: answerMs,
      maxResponseBytes: MAX_RESPONSE_BYTES,
      ...(init.signal ? { signal: init.signal } : {}),
    })
    return new Response(WITHOUT_BODY.has(status) ? null : ReadableStream.from(body), { status, headers: answered })
  }
}
