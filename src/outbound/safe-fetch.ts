import { fetch } from 'undici'

/** Where the program may send requests: the origins that its operator configured, and no others. */
export interface SafeFetchOptions {
  readonly allowedOrigins: readonly string[]
}

export interface OutgoingRequest {
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly timeoutMs: number
  /** A longer response is cut off with an error. */
  readonly maxResponseBytes: number
}

export interface OutgoingResponse {
  readonly status: number
  readonly body: string
}

export type SafeFetch = (url: string, request: OutgoingRequest) => Promise<OutgoingResponse>

/** A request that was refused or failed; nothing of the response is used. */
export class OutgoingRequestError extends Error {
  override readonly name = 'OutgoingRequestError'
}

/**
 * The one way out of the program. Redirects are not followed: an allowed host must not lead elsewhere. Time covers the
 * whole exchange.
 * @throws OutgoingRequestError
 */
export function makeSafeFetch({ allowedOrigins }: SafeFetchOptions): SafeFetch {
  const allowed = new Set(allowedOrigins.map((origin) => new URL(origin).origin))
  return async (url, { timeoutMs, maxResponseBytes, ...request }) => {
    const { origin } = new URL(url)
    if (!allowed.has(origin)) throw new OutgoingRequestError(`requests to ${origin} are not allowed`)
    try {
      const response = await fetch(url, {
        ...request,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      })
      if (response.status >= 300 && response.status < 400) {
        throw new OutgoingRequestError(`${origin} answered with a redirect`)
      }
      return { status: response.status, body: await readBody(response.body, maxResponseBytes, origin) }
    } catch (cause) {
      if (cause instanceof OutgoingRequestError) throw cause
      throw new OutgoingRequestError(`the request to ${origin} failed`, { cause })
    }
  }
}

async function readBody(body: AsyncIterable<Uint8Array> | null, limit: number, origin: string): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > limit) throw new OutgoingRequestError(`${origin} answered with more than ${limit} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
