import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { DorsalError } from '../kernel/index.ts'

export function useErrorHandler(app: FastifyInstance): void {
  app.setErrorHandler(handleError)
  // Unknown routes are answered without looking at the credential, and so is a known path with another method
  // (facts §2.4, §9).
  app.setNotFoundHandler((request, reply) =>
    sendError(request, reply, new DorsalError('not_found', 'Resource Not Found')),
  )
}

/** The only place where errors become responses. A bug tells the caller nothing and is logged once. */
export function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = toDorsalError(error)
  if (known === undefined) {
    request.log.error({ err: error }, 'request failed')
    return sendError(request, reply, new DorsalError('server_error', 'An internal error occurred'))
  }
  return sendError(request, reply, known)
}

export function sendError(request: FastifyRequest, reply: FastifyReply, error: DorsalError): FastifyReply {
  return reply.code(error.status).type(JSON_TYPE).send(presentError(error, request.id))
}

/** Answers what could not be read as HTTP, and closes the connection: nothing after it can be understood. */
export function handleClientError(cause: Error & { code?: string }, socket: Socket, log: Logger): void {
  if (cause.code === 'ECONNRESET' || socket.destroyed) return
  const error = toHttpError(cause.code)
  const id = randomUUID()
  log.info({ request_id: id, status: error.status, reason: cause.code }, 'request that is no HTTP')
  const body = JSON.stringify(presentError(error, id))
  if (socket.writable) {
    socket.write(
      `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status]}\r\nContent-Type: ${JSON_TYPE}\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\nX-Request-Id: ${id}\r\nConnection: close\r\n\r\n${body}`,
    )
  }
  socket.destroySoon()
}

function toHttpError(code: string | undefined): DorsalError {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return new DorsalError('bad_request', 'The request headers are too large', { status: 431 })
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new DorsalError('request_timeout', 'The request took too long to arrive')
    default:
      return new DorsalError('bad_request', 'The request could not be read')
  }
}

const JSON_TYPE = 'application/json; charset=utf-8'

/** Intercom's error envelope (facts §2.1). */
function presentError(error: DorsalError, requestId: string) {
  return { type: 'error.list' as const, request_id: requestId, errors: [presentErrorItem(error)] }
}

export function presentErrorItem({ code, message, field }: DorsalError) {
  return { code, message, ...(field === undefined ? {} : { field }) }
}

function toDorsalError(error: unknown): DorsalError | undefined {
  if (error instanceof DorsalError) return error
  const { code, statusCode } = error as Partial<FastifyError>
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new DorsalError('payload_too_large', 'The request body is too large')
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new DorsalError('unsupported', 'Content-Type must be application/json', { field: 'Content-Type' })
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new DorsalError('bad_request', 'The request body does not match its Content-Length')
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new DorsalError('not_found', 'Resource Not Found')
    default:
      // What else the framework blames on the client, such as an aborted upload.
      return statusCode !== undefined && statusCode >= 400 && statusCode < 500
        ? new DorsalError('bad_request', 'The request could not be read')
        : undefined
  }
}
