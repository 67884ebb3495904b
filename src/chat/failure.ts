import { OutgoingRequestError } from '../outbound/index.ts'
import { ChatModelError } from './chat-model.ts'

/** Parameters that not every endpoint knows. They are left out once it has refused them and answered without them. */
const OPTIONAL_PARAMETERS = ['stream_options', 'temperature', 'max_tokens'] as const
export type OptionalParameter = (typeof OPTIONAL_PARAMETERS)[number]

export interface Failure {
  readonly error: ChatModelError
  /** The same request may succeed a moment later. */
  readonly mayPass: boolean
  /** How long the endpoint wants to be left alone. */
  readonly retryAfterMs: number | undefined
}

/** What the client throws, and what it has from our way out, in the words of a chat model. */
export function toFailure(cause: unknown): Failure {
  if (cause instanceof ChatModelError) return failure(cause)
  const { status, headers } = statusOf(cause)
  if (status !== undefined) {
    const error = new ChatModelError('status', `the model endpoint answered ${status}`, status)
    return failure(error, status === 429 || status >= 500, readRetryAfter(headers))
  }
  const outgoing = outgoingCause(cause)
  if (outgoing === undefined) {
    return failure(new ChatModelError('broken', 'the model endpoint answered in an unknown form'))
  }
  const { reason, message } = outgoing
  switch (reason) {
    case 'timeout':
      return failure(new ChatModelError('timeout', message))
    case 'too_large':
      return failure(new ChatModelError('broken', message))
    case 'failed':
    case 'refused':
    case 'redirect':
      return failure(new ChatModelError('unreachable', message), reason === 'failed')
    default:
      return reason satisfies never
  }
}

function failure(error: ChatModelError, mayPass = false, retryAfterMs?: number): Failure {
  return { error, mayPass, retryAfterMs }
}

/** What the endpoint says that it does not take. */
export function parametersRefused(cause: unknown): OptionalParameter[] {
  const { status, message } = statusOf(cause)
  if (status !== 400 && status !== 422) return []
  return OPTIONAL_PARAMETERS.filter((name) => message.includes(name))
}

/** The client's own errors are told by their status: its classes would have to be loaded for this. */
function statusOf(cause: unknown) {
  const {
    status,
    headers,
    message = '',
  } = cause as {
    readonly status?: unknown
    readonly headers?: unknown
    readonly message?: string
  }
  return { status: typeof status === 'number' ? status : undefined, headers, message }
}

/** In whole seconds; dates, which the header may hold as well, are not used by model endpoints. */
function readRetryAfter(headers: unknown): number | undefined {
  const value = headers instanceof Headers ? headers.get('retry-after') : null
  return value !== null && /^\d{1,6}$/.test(value.trim()) ? Number(value) * 1_000 : undefined
}

function outgoingCause(cause: unknown): OutgoingRequestError | undefined {
  for (let error = cause; error instanceof Error; error = error.cause) {
    if (error instanceof OutgoingRequestError) return error
  }
  return undefined
}
