import { ApiError } from './api-client.ts'
import { UsageError } from './command.ts'

/** Errors whose message is made for people; by name, so that explaining one does not load the module that throws it. */
const EXPECTED = new Set([
  'CommandError',
  'ConfigError',
  'DataDirectoryLockedError',
  'NewerSchemaError',
  'UnsupportedDatabaseError',
  'UnreachableError',
])

/** What to tell about an error that is nobody's bug, as lines; undefined for any other. */
export function explainFailure(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if (EXPECTED.has(error.name)) return error.message
  if (error instanceof ApiError) return explainApiError(error)
  const { code, address, port, path } = firstSystemError(error)
  switch (code) {
    case 'EADDRINUSE':
      return `${address}:${port} is in use; stop the other program, or set PORT to another port`
    case 'EADDRNOTAVAIL':
      return `this machine has no address ${address}; set HOST to one that it has`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return path === undefined ? `not allowed: ${error.message}` : `not allowed to write or read ${path}`
    case 'ENOSPC':
      return 'the disk is full'
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
      return `the database of DATABASE_URL can't be reached (${code})`
    case '28P01':
    case '28000':
    case '3D000':
      return `the database of DATABASE_URL refused the connection: ${error.message}`
    default:
      return undefined
  }
}

/** What to tell about a call with wrong arguments; undefined for any other error. */
export function explainMisuse(error: unknown): string | undefined {
  if (error instanceof UsageError) return error.message
  if (!(error instanceof TypeError) || !String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS_')) {
    return undefined
  }
  // Node's message goes on with advice about positional arguments.
  const sentence = /^.*?(?=\. |$)/.exec(error.message)?.[0] ?? error.message
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
}

function explainApiError(error: ApiError): string {
  switch (error.status) {
    case 401:
      return `${error.origin} refused the access token; give another with --token or DORSAL_ACCESS_TOKEN`
    case 403:
      return `${error.origin} does not allow this with that access token: ${error.message}`
    case 429:
      return `${error.origin} limits the number of requests: ${error.message}; try again later`
    default:
      return `${error.origin} answered ${error.status}: ${error.message}`
  }
}

interface SystemError extends NodeJS.ErrnoException {
  readonly address?: string
  readonly port?: number
}

/** Node and `pg` wrap what the system said in causes and, for names with several addresses, in AggregateErrors. */
function firstSystemError(error: Error): SystemError {
  for (let next: unknown = error; next instanceof Error; next = next.cause) {
    if ((next as SystemError).code !== undefined) return next
    const [inner] = next instanceof AggregateError ? (next.errors as unknown[]) : []
    if (inner instanceof Error && (inner as SystemError).code !== undefined) return inner
  }
  return error
}
