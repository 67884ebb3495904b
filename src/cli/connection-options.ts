import { ApiClient, toBaseUrl } from './api-client.ts'
import { CommandError } from './command.ts'

/** Options of every command that talks to a server, for `parseArgs`. */
export const CONNECTION_OPTIONS = {
  url: { type: 'string' },
  token: { type: 'string' },
} as const

export const CONNECTION_HELP = `\
  --url URL             server (default: DORSAL_URL, else http://127.0.0.1:4141)
  --token TOKEN         access token (default: DORSAL_ACCESS_TOKEN, else INTERCOM_ACCESS_TOKEN)`

export const DEFAULT_URL = 'http://127.0.0.1:4141'

type Environment = Readonly<Record<string, string | undefined>>

/** @throws CommandError without a token, or for something that is no URL */
export function connect(values: { url?: string; token?: string }, env: Environment): ApiClient {
  const token = findToken(values, env)
  if (token === undefined) {
    throw new CommandError('no access token: give --token, or set DORSAL_ACCESS_TOKEN to what the server printed')
  }
  return new ApiClient(toBaseUrl(values.url ?? nonEmpty(env['DORSAL_URL']) ?? DEFAULT_URL), token)
}

export function findToken(values: { token?: string }, env: Environment): string | undefined {
  return nonEmpty(values.token) ?? nonEmpty(env['DORSAL_ACCESS_TOKEN']) ?? nonEmpty(env['INTERCOM_ACCESS_TOKEN'])
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === '' ? undefined : value
}
