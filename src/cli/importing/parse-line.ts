import type { Availability, PageBody } from './page-to-send.ts'

/** Why a line is no page. */
export class LineFault extends Error {
  override readonly name = 'LineFault'
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Reads one line of an NDJSON file: the fields of an external page, as Intercom names them. Fields that the server
 * gives (`id`, `created_at`, ...) are left out, so that lines of an export can be imported; so is `source_id`, because
 * the command line names the source.
 * @throws LineFault
 */
export function parseLine(bytes: Uint8Array, availability: Availability): PageBody {
  const value = parseJson(bytes)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new LineFault('not a JSON object')
  const line = value as Record<string, unknown>
  const url = optional(line, 'url', 'string')
  if (url !== undefined && !/^https?:\/\/[^\s/?#]/i.test(url)) throw new LineFault('url must be an http or https URL')
  const fin = optional(line, 'fin_availability', 'boolean')
  const sales = optional(line, 'ai_sales_agent_availability', 'boolean')
  return {
    external_id: required(line, 'external_id'),
    title: required(line, 'title'),
    html: required(line, 'html', { mayBeEmpty: true }),
    ...(url === undefined ? {} : { url }),
    locale: optional(line, 'locale', 'string') ?? 'en',
    ai_agent_availability: availability.agent ?? optional(line, 'ai_agent_availability', 'boolean') ?? fin ?? true,
    ai_copilot_availability:
      availability.copilot ?? optional(line, 'ai_copilot_availability', 'boolean') ?? fin ?? true,
    ...(sales === undefined ? {} : { ai_sales_agent_availability: sales }),
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes))
  } catch (error) {
    throw new LineFault(error instanceof SyntaxError ? 'not valid JSON' : 'not valid UTF-8', { cause: error })
  }
}

function required(line: Record<string, unknown>, field: string, { mayBeEmpty = false } = {}): string {
  const value = line[field]
  if (value === undefined || value === null) throw new LineFault(`${field} is missing`)
  if (typeof value !== 'string') throw new LineFault(`${field} must be a string`)
  if (value === '' && !mayBeEmpty) throw new LineFault(`${field} must not be empty`)
  return value
}

function optional<K extends 'string' | 'boolean'>(
  line: Record<string, unknown>,
  field: string,
  kind: K,
): (K extends 'string' ? string : boolean) | undefined {
  const value = line[field]
  if (value === undefined || value === null) return undefined
  if (typeof value !== kind) throw new LineFault(`${field} must be a ${kind}`)
  return value as K extends 'string' ? string : boolean
}
