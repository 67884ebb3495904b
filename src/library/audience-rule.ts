import { parameterInvalid } from '../kernel/index.ts'

/** A condition on one user attribute. A user who lacks the attribute never matches, except `not_exists`. */
export interface Predicate {
  /** Name of the attribute; a dot leads into a nested object. */
  readonly attribute: string
  readonly comparison: Comparison
  readonly value?: Scalar | readonly Scalar[]
}

export type AudienceRule =
  | Predicate
  | { readonly all: readonly AudienceRule[] }
  | { readonly any: readonly AudienceRule[] }

type Scalar = string | number | boolean
export type Comparison = keyof typeof COMPARISONS

/** Each comparison with the value it takes. The database decides matches: `audience_matches` in the migrations. */
export const COMPARISONS = {
  eq: 'scalar',
  ne: 'scalar',
  in: 'list',
  not_in: 'list',
  gt: 'ordered',
  gte: 'ordered',
  lt: 'ordered',
  lte: 'ordered',
  contains: 'string',
  starts_with: 'string',
  exists: 'none',
  not_exists: 'none',
} as const

const MAX_DEPTH = 6
const MAX_PREDICATES = 200
const MAX_LIST = 1_000

/**
 * Checks a rule that came from outside and returns it with nothing but its known fields.
 * @param field where it stands in the request
 * @throws `parameter_invalid` whose field leads to the fault, for example `rule.all.0.comparison`.
 */
export function parseAudienceRule(input: unknown, field = 'rule'): AudienceRule {
  let predicates = 0

  function parse(value: unknown, path: string, depth: number): AudienceRule {
    if (depth > MAX_DEPTH) throw parameterInvalid(path, `A rule can be nested ${MAX_DEPTH} levels deep`)
    if (!isObject(value)) throw parameterInvalid(path, `${path} must be an object`)
    if ('all' in value) return { all: parseGroup(value['all'], `${path}.all`, depth) }
    if ('any' in value) return { any: parseGroup(value['any'], `${path}.any`, depth) }
    if (++predicates > MAX_PREDICATES) throw parameterInvalid(path, `A rule can have ${MAX_PREDICATES} conditions`)
    return parsePredicate(value, path)
  }

  function parseGroup(value: unknown, path: string, depth: number): AudienceRule[] {
    if (!Array.isArray(value) || value.length === 0) throw parameterInvalid(path, `${path} must be a non-empty list`)
    return value.map((part, index) => parse(part, `${path}.${index}`, depth + 1))
  }

  return parse(input, field, 1)
}

function parsePredicate(value: Record<string, unknown>, path: string): Predicate {
  const { attribute, comparison } = value
  if (typeof attribute !== 'string' || attribute === '' || attribute.length > 255) {
    throw parameterInvalid(`${path}.attribute`, `${path}.attribute must be the name of a user attribute`)
  }
  if (typeof comparison !== 'string' || !Object.hasOwn(COMPARISONS, comparison)) {
    throw parameterInvalid(
      `${path}.comparison`,
      `${path}.comparison must be one of ${Object.keys(COMPARISONS).join(', ')}`,
    )
  }
  const kind = COMPARISONS[comparison as Comparison]
  const predicate = { attribute, comparison: comparison as Comparison }
  if (kind === 'none') return predicate
  const expected = value['value']
  if (!isExpected(kind, expected)) {
    throw parameterInvalid(`${path}.value`, `${path}.value must be ${EXPECTED[kind]} for ${comparison}`)
  }
  return { ...predicate, value: expected }
}

const EXPECTED = {
  scalar: 'a string, a number or a boolean',
  ordered: 'a string or a number',
  string: 'a non-empty string',
  list: `a list of 1 to ${MAX_LIST} strings, numbers or booleans`,
} as const

function isExpected(kind: keyof typeof EXPECTED, value: unknown): value is Scalar | Scalar[] {
  switch (kind) {
    case 'scalar':
      return isScalar(value)
    case 'ordered':
      return isScalar(value) && typeof value !== 'boolean'
    case 'string':
      return typeof value === 'string' && value !== ''
    case 'list':
      return Array.isArray(value) && value.length > 0 && value.length <= MAX_LIST && value.every(isScalar)
    default:
      return kind satisfies never
  }
}

function isScalar(value: unknown): value is Scalar {
  return (
    typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
