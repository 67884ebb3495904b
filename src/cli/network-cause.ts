const EXPLANATIONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there; is the server running? (npm start)',
  ENOTFOUND: 'the name is not known',
  EAI_AGAIN: 'the name could not be looked up',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_CONNECT_TIMEOUT: 'no connection within ten seconds',
  UND_ERR_HEADERS_TIMEOUT: 'no answer within a minute',
  UND_ERR_BODY_TIMEOUT: 'the answer broke off',
}

/** Why a request got no answer, in words. */
export function describeNetworkCause(error: unknown): string {
  for (let next = error; next instanceof Error; next = next.cause) {
    const inner: unknown = next instanceof AggregateError ? next.errors[0] : next
    const code = inner instanceof Error ? (inner as NodeJS.ErrnoException).code : undefined
    if (typeof code === 'string')
      return EXPLANATIONS[code] ?? `${inner instanceof Error ? inner.message : ''} (${code})`
  }
  return error instanceof Error ? error.message : String(error)
}
