/**
 * The closed catalogue of errors. Codes are Intercom's (facts §2.2, §2.3) wherever it has one; the HTTP status follows
 * from the code alone, so that the same mistake is answered alike everywhere.
 */
export const ERROR_STATUS = {
  parameter_invalid: 400,
  parameter_not_found: 400,
  bad_request: 400,
  intercom_version_invalid: 400,
  unauthorized: 401,
  missing_authorization: 401,
  forbidden: 403,
  not_found: 404,
  request_timeout: 408,
  conflict: 409,
  resource_conflict: 409,
  payload_too_large: 413,
  unsupported: 415,
  data_invalid: 422,
  rate_limit_exceeded: 429,
  server_error: 500,
  service_unavailable: 503,
} as const

export type ErrorCode = keyof typeof ERROR_STATUS

export interface ErrorDetails {
  /** The request field or parameter at fault, dotted when nested. */
  readonly field?: string | undefined
  /** Only where Intercom answers this code with another status than usual. */
  readonly status?: number
  readonly cause?: unknown
}

/** An error whose message may be shown to the caller. Anything else that is thrown is a bug and is answered as 500. */
export class DorsalError extends Error {
  override readonly name = 'DorsalError'
  readonly code: ErrorCode
  readonly field: string | undefined
  readonly status: number

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = code
    this.field = details.field
    this.status = details.status ?? ERROR_STATUS[code]
  }
}

/** A missing object: 404 `not_found`; `field` names the parameter that held its id, when that was in the body. */
export function notFound(what: string, field?: string): DorsalError {
  return new DorsalError('not_found', `${what} not found`, { field })
}

export function parameterInvalid(field: string, message: string): DorsalError {
  return new DorsalError('parameter_invalid', message, { field })
}
