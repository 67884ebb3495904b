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
  let deepest = error
  for (let next = error; next instanceof Error; next = next.cause) {
    deepest = next instanceof AggregateError ? (next.errors as unknown[])[0] : next
    const code = deepest instanceof Error ? (deepest as NodeJS.ErrnoException).code : undefined
    const known = code === undefined ? undefined : EXPLANATIONS[code]
    if (known !== undefined) return known
  }
  return deepest instanceof Error ? deepest.message : String(deepest)
}
