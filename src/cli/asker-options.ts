import { AGENTS, type Agent } from '../retrieval/index.ts'
import { positiveInteger, UsageError } from './command.ts'

/** Options that say who asks, for `parseArgs`. */
export const ASKER_OPTIONS = {
  agent: { type: 'string', default: 'ai_agent' },
  attribute: { type: 'string', multiple: true, default: [] as string[] },
  source: { type: 'string', multiple: true, default: [] as string[] },
} as const

export const ASKER_HELP = `\
  --agent NAME          ai_agent answers customers (default), ai_copilot answers teammates
  --attribute KEY=VALUE attribute of the person who asks; may be repeated. Numbers, true and false are read as such
                        ('"5"' is the text 5); a dot in KEY leads into a nested object
  --source ID           only pages of this source; may be repeated`

interface AskerValues {
  readonly agent: string
  readonly attribute: readonly string[]
  readonly source: readonly string[]
}

/** The fields of a search or a question that say who asks. @throws UsageError */
export function toAskerFields(values: AskerValues) {
  const agent = AGENTS.find((known): known is Agent => known === values.agent)
  if (agent === undefined) throw new UsageError(`--agent must be one of ${AGENTS.join(', ')}`)
  const sourceIds = values.source.map((id) => positiveInteger('--source', id))
  return {
    agent,
    ...(values.attribute.length === 0 ? {} : { user: { attributes: parseAttributes(values.attribute) } }),
    ...(sourceIds.length === 0 ? {} : { source_ids: sourceIds }),
  }
}

/** `plan.tier=gold` becomes `{ plan: { tier: 'gold' } }`. @throws UsageError */
export function parseAttributes(pairs: readonly string[]): Record<string, unknown> {
  const attributes: Record<string, unknown> = {}
  for (const pair of pairs) {
    const separator = pair.indexOf('=')
    const keys = pair.slice(0, separator).split('.')
    if (separator < 1 || keys.some((key) => key === '' || key === '__proto__')) {
      throw new UsageError(`--attribute must look like KEY=VALUE, not ${JSON.stringify(pair)}`)
    }
    let target = attributes
    for (const key of keys.slice(0, -1)) {
      const nested = target[key] ?? {}
      if (typeof nested !== 'object')
        throw new UsageError(`--attribute ${key} is given both as a value and as an object`)
      target[key] = nested
      target = nested as Record<string, unknown>
    }
    target[keys.at(-1) ?? ''] = parseValue(pair.slice(separator + 1))
  }
  return attributes
}

/** Numbers, booleans and quoted text as JSON has them; anything else is text as it stands. */
function parseValue(raw: string): unknown {
  if (!/^(true|false|-?\d+(\.\d+)?|".*")$/s.test(raw)) return raw
  try {
    return JSON.parse(raw)
  } catch {
    return raw // 007 and the like
  }
}
