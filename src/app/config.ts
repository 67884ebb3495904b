import { resolve } from 'node:path'
import { parseAllowList, type AllowList } from '../outbound/index.ts'
import { readModelSettings, type ModelSettings } from './model-settings.ts'

/** Every setting, read once at start. All are optional. */
export interface Config {
  readonly host: string
  readonly port: number
  readonly dataDir: string
  /** Undefined: the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | undefined
  /** Token of the default workspace; undefined: one is generated and shown once. */
  readonly accessToken: string | undefined
  /** Where clients reach this server, without a trailing slash; undefined: where it listens. */
  readonly publicUrl: string | undefined
  readonly models: ModelSettings
  /** Undefined: answers are extractive. */
  readonly model: ModelConfig | undefined
  /** What requests to URLs from data may reach besides public addresses by https. */
  readonly outgoingAllow: AllowList
  /** IANA name; reports and exports tell times and days in it. */
  readonly timeZone: string
  /** How long answers are kept for replay; 0 stores none. */
  readonly answerDays: number
  readonly bodyLimitBytes: number
  readonly requestsPerMinute: number
  readonly logLevel: LogLevel
  /** Lets admin tokens move the clock, inject faults and empty the workspace: for tests of clients. */
  readonly testKit: boolean
}

/** The language model that words answers. */
export interface ModelConfig {
  /** OpenAI-compatible base, for example `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string
  readonly model: string
  readonly apiKey: string | undefined
  /** For a million tokens, in any currency; undefined: answers have no cost. */
  readonly prices: { readonly input: number; readonly output: number } | undefined
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

const SWITCH: ReadonlyMap<string, boolean> = new Map([
  ['1', true],
  ['true', true],
  ['0', false],
  ['false', false],
])

/** All bad settings at once, each with its name, so that one start is enough to mend them. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * Reads the settings; an empty variable counts as unset.
 * @throws ConfigError that names every bad one.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = []
  const text = (name: string) => (env[name] === '' ? undefined : env[name])

  function parse<T>(name: string, fallback: T, convert: (raw: string) => T | undefined, expected: string): T {
    const raw = text(name)
    if (raw === undefined) return fallback
    const value = convert(raw)
    if (value === undefined) problems.push(`${name} must be ${expected}, not ${JSON.stringify(raw)}`)
    return value ?? fallback
  }

  const httpUrl = (name: string) =>
    parse<string | undefined>(
      name,
      undefined,
      (raw) => (isUrl(raw, ['http:', 'https:']) ? raw.replace(/\/+$/, '') : undefined),
      'an http or https URL',
    )

  const config: Config = {
    host: text('HOST') ?? '127.0.0.1',
    port: parse('PORT', 4141, integer(0, 65_535), 'a port number from 0 to 65535'),
    dataDir: resolve(text('DORSAL_DATA_DIR') ?? './data'),
    databaseUrl: parse<string | undefined>(
      'DATABASE_URL',
      undefined,
      (raw) => (isUrl(raw, ['postgres:', 'postgresql:']) ? raw : undefined),
      'a postgres:// URL',
    ),
    accessToken: parse<string | undefined>(
      'DORSAL_ACCESS_TOKEN',
      undefined,
      (raw) => (/^\S{8,512}$/.test(raw) ? raw : undefined),
      'at least 8 characters without spaces',
    ),
    publicUrl: httpUrl('DORSAL_PUBLIC_URL'),
    models: readModelSettings({ text, httpUrl, parse, problem: (message) => problems.push(message) }),
    model: readModel(),
    outgoingAllow: readOutgoingAllow(),
    timeZone: parse('DORSAL_TIME_ZONE', 'UTC', timeZone, 'an IANA time zone such as Europe/Berlin'),
    answerDays: parse('DORSAL_ANSWER_DAYS', 30, integer(0, 3_650), 'a number of days from 0 to 3650'),
    bodyLimitBytes: parse(
      'DORSAL_BODY_LIMIT_BYTES',
      10 * 1024 * 1024,
      integer(1_024, 1_073_741_824),
      'a number of bytes from 1024 to 1073741824',
    ),
    requestsPerMinute: parse('DORSAL_REQUESTS_PER_MINUTE', 10_000, integer(1, 1_000_000_000), 'a number from 1'),
    logLevel: parse<LogLevel>(
      'LOG_LEVEL',
      'info',
      (raw) => LOG_LEVELS.find((level) => level === raw),
      `one of ${LOG_LEVELS.join(', ')}`,
    ),
    testKit: parse('DORSAL_TEST_KIT', false, (raw) => SWITCH.get(raw), `one of ${[...SWITCH.keys()].join(', ')}`),
  }

  function readModel(): ModelConfig | undefined {
    const baseUrl = httpUrl('DORSAL_LLM_BASE_URL')
    const model = text('DORSAL_LLM_MODEL')
    const input = price('DORSAL_LLM_INPUT_PRICE')
    const output = price('DORSAL_LLM_OUTPUT_PRICE')
    requireBeside('DORSAL_LLM_INPUT_PRICE', 'DORSAL_LLM_OUTPUT_PRICE')
    if (baseUrl === undefined && model === undefined) return undefined
    requireBeside('DORSAL_LLM_BASE_URL', 'DORSAL_LLM_MODEL')
    const prices = input === undefined || output === undefined ? undefined : { input, output }
    return { baseUrl: baseUrl ?? '', model: model ?? '', apiKey: text('DORSAL_LLM_API_KEY'), prices }
  }

  function price(name: string): number | undefined {
    return parse<number | undefined>(name, undefined, decimal, 'a price such as 0.15')
  }

  /** Both or none. */
  function requireBeside(one: string, other: string): void {
    if (text(one) === undefined && text(other) !== undefined) problems.push(`${one} is needed beside ${other}`)
    if (text(other) === undefined && text(one) !== undefined) problems.push(`${other} is needed beside ${one}`)
  }

  function readOutgoingAllow(): AllowList {
    const allow = parseAllowList(text('DORSAL_OUTGOING_ALLOW') ?? '')
    if (!('badEntry' in allow)) return allow
    const entry = JSON.stringify(allow.badEntry)
    problems.push(`DORSAL_OUTGOING_ALLOW must be hosts, addresses and CIDR ranges between commas; ${entry} is none`)
    return []
  }

  if (problems.length > 0) throw new ConfigError(problems.join('\n'))
  return config
}

function integer(minimum: number, maximum: number) {
  return (raw: string): number | undefined => {
    const value = Number(raw)
    return /^[0-9]+$/.test(raw) && value >= minimum && value <= maximum ? value : undefined
  }
}

function decimal(raw: string): number | undefined {
  return /^[0-9]{1,9}(\.[0-9]{1,9})?$/.test(raw) ? Number(raw) : undefined
}

function isUrl(raw: string, protocols: readonly string[]): boolean {
  return URL.canParse(raw) && protocols.includes(new URL(raw).protocol)
}

function timeZone(raw: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: raw }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}
