export interface OutgoingRequest {
  readonly method: 'GET' | 'HEAD' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** For the whole exchange: names, connections, redirects and the answer's last byte. */
  readonly timeoutMs: number
  /** A longer answer is cut off with an error. */
  readonly maxResponseBytes: number
  /** 0 unless told: then a redirect is an error. */
  readonly maxRedirects?: number
  /** Calls the request off. */
  readonly signal?: AbortSignal
}

export interface OutgoingResponse {
  readonly status: number
  /** Names in lower case; values that came under one name are joined by commas. */
  readonly headers: Readonly<Record<string, string>>
  /** As it was sent. Compression is not asked for, and none is undone: a small answer can't become a large one. */
  readonly body: Uint8Array
  /** Where the answer came from, after redirects. */
  readonly url: string
}

/** An answer whose body comes as it arrives. The limits of the request hold until its last byte. */
export interface StreamedResponse extends Omit<OutgoingResponse, 'body'> {
  /** To be read once; leaving it early ends the request. Throws OutgoingRequestError when it breaks off. */
  readonly body: AsyncIterable<Uint8Array>
}

/** @throws OutgoingRequestError */
export type SafeFetch = (url: string, request: OutgoingRequest) => Promise<OutgoingResponse>

/** As `SafeFetch`, for answers that are worth reading before they are complete. @throws OutgoingRequestError */
export type SafeStream = (url: string, request: OutgoingRequest) => Promise<StreamedResponse>

/**
 * - `refused`: the URL, or an address that its host has, is not one to ask; nothing was sent to it.
 * - `timeout`: the answer was not complete in time.
 * - `too_large`: the answer is longer than it may be.
 * - `redirect`: one too many, or one that can't be followed.
 * - `failed`: name, connection, TLS or protocol; or the request was called off.
 */
export type OutgoingFailure = 'refused' | 'timeout' | 'too_large' | 'redirect' | 'failed'

/**
 * A request without a usable answer. The message is fit for an operator: it names hosts and addresses, and neither
 * paths and queries, which may hold secrets, nor anything that the other side said.
 */
export class OutgoingRequestError extends Error {
  override readonly name = 'OutgoingRequestError'
  readonly reason: OutgoingFailure

  constructor(reason: OutgoingFailure, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}
