import * as fc from 'fast-check'

/** Audience rules as a test understands them: written for it alone, so that it can contradict the program. */
export type Rule = { attribute: string; comparison: string; value?: unknown } | { all: Rule[] } | { any: Rule[] }

export type Attributes = Record<string, unknown>

/** Whether a user with these attributes is in the audience. */
export function isIn(rule: Rule, attributes: Attributes): boolean {
  if ('all' in rule) return rule.all.every((part) => isIn(part, attributes))
  if ('any' in rule) return rule.any.some((part) => isIn(part, attributes))
  const actual = look(attributes, rule.attribute.split('.'))
  if (actual === undefined || actual === null) return rule.comparison === 'not_exists'
  const values: unknown[] = Array.isArray(actual) ? actual : [actual]
  const { value } = rule
  switch (rule.comparison) {
    case 'exists':
      return true
    case 'not_exists':
      return false
    case 'eq':
      return values.includes(value)
    case 'ne':
      return !values.includes(value)
    case 'in':
      return (value as unknown[]).some((each) => values.includes(each))
    case 'not_in':
      return !(value as unknown[]).some((each) => values.includes(each))
    case 'contains':
      return values.some((each) => typeof each === 'string' && each.includes(String(value)))
    case 'starts_with':
      return values.some((each) => typeof each === 'string' && each.startsWith(String(value)))
    default:
      return values.some(
        (each) => typeof each === typeof value && compare(rule.comparison, each as never, value as never),
      )
  }
}

function compare(comparison: string, a: string | number, b: string | number): boolean {
  switch (comparison) {
    case 'gt':
      return a > b
    case 'gte':
      return a >= b
    case 'lt':
      return a < b
    case 'lte':
      return a <= b
    default:
      throw new Error(`unknown comparison ${comparison}`)
  }
}

function look(value: unknown, path: readonly string[]): unknown {
  const [name, ...rest] = path
  if (name === undefined) return value
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return look((value as Attributes)[name], rest)
}

const PLANS = ['free', 'pro', 'Pro', 'enterprise', '3']
const scalar = fc.oneof(fc.constantFrom(...PLANS), fc.integer({ min: 0, max: 5 }), fc.boolean())
const value = fc.oneof(
  { weight: 6, arbitrary: scalar },
  fc.constant(null),
  fc.array(scalar, { maxLength: 3 }),
  fc.constant([['pro']]),
  fc.constant({ plan: 'pro' }),
)

export const attributes: fc.Arbitrary<Attributes> = fc.record(
  {
    plan: value,
    seats: value,
    tags: value,
    company: fc.oneof(value, fc.record({ plan: value }, { requiredKeys: [] })),
  },
  { requiredKeys: [] },
)

const attribute = fc.constantFrom(
  'plan',
  'seats',
  'tags',
  'company',
  'company.plan',
  'company.plan.name',
  'nobody has it',
)
const predicate: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ attribute, comparison: fc.constantFrom('eq', 'ne'), value: scalar }),
  fc.record({
    attribute,
    comparison: fc.constantFrom('in', 'not_in'),
    value: fc.array(scalar, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    attribute,
    comparison: fc.constantFrom('gt', 'gte', 'lt', 'lte'),
    value: fc.oneof(fc.constantFrom('free', 'pro', '3'), fc.integer({ min: 0, max: 5 })),
  }),
  fc.record({
    attribute,
    comparison: fc.constantFrom('contains', 'starts_with'),
    value: fc.constantFrom('p', 'PRO', 'ree', 'enter', '3'),
  }),
  fc.record({ attribute, comparison: fc.constantFrom('exists', 'not_exists') }),
)

const { tree } = fc.letrec<{ tree: Rule }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', maxDepth: 2 },
    { weight: 3, arbitrary: predicate },
    { weight: 1, arbitrary: fc.record({ all: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ any: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }) },
  ),
}))

export const rule: fc.Arbitrary<Rule> = tree
