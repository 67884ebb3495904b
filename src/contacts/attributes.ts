import { sql } from 'kysely'
import type { AttributeModel, AttributeType, Reader, Transaction } from '../db/index.ts'
import { DorsalError, parameterInvalid } from '../kernel/index.ts'

export const ATTRIBUTE_TYPES = ['string', 'integer', 'float', 'boolean', 'date'] as const satisfies AttributeType[]

/** Every contact has these; they can't be defined again, and audience rules may name them. */
const STANDARD_USER_ATTRIBUTES = ['user_id', 'role', 'name', 'email'] as const

export interface AttributeDefinition {
  readonly model: AttributeModel
  readonly name: string
  readonly type: AttributeType
}

/** Values that fit their definitions, and what is wrong with the others, by name. */
export interface CheckedAttributes {
  readonly values: Readonly<Record<string, unknown>>
  /** Intercom's wording (facts §4.2); empty when all is well. */
  readonly errors: Readonly<Record<string, string>>
}

/** Checks given attributes against the workspace's definitions. A wrong one keeps no other from being stored. */
export async function checkAttributes(
  tx: Transaction,
  workspaceId: number,
  model: AttributeModel,
  given: Readonly<Record<string, unknown>> | undefined,
): Promise<CheckedAttributes> {
  const names = Object.keys(given ?? {})
  if (given === undefined || names.length === 0) return { values: {}, errors: {} }
  const definitions = await tx
    .selectFrom('attribute')
    .select(['name', 'type'])
    .where('workspace_id', '=', workspaceId)
    .where('model', '=', model)
    .where('name', '=', sql<string>`any(${names}::text[])`)
    .execute()
  const types = new Map(definitions.map(({ name, type }) => [name, type]))
  const values: Record<string, unknown> = {}
  const errors: Record<string, string> = {}
  for (const [name, value] of Object.entries(given)) {
    const type = types.get(name)
    if (type === undefined) {
      errors[name] = `${model === 'user' ? 'User' : 'Conversation'} attribute '${name}' does not exist`
    } else if (value !== null && !fits(type, value)) {
      errors[name] = `'${display(value)}' is not a valid value for attribute '${name}' of type '${type}'`
    } else values[name] = value
  }
  return { values, errors }
}

function display(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function fits(type: AttributeType, value: unknown): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string'
    case 'integer':
      return Number.isSafeInteger(value)
    case 'float':
      return typeof value === 'number' && Number.isFinite(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'date':
      // Unix seconds, or a date as text.
      return typeof value === 'string' ? isDate(value) : Number.isSafeInteger(value)
    default:
      return type satisfies never
  }
}

function isDate(text: string): boolean {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:[T ]|$)/.exec(text) ?? []
  if (day === undefined || Number.isNaN(Date.parse(text)) || Number.isNaN(Date.parse(day))) return false
  // A day that the month does not have is taken for one of the next month.
  return new Date(day).toISOString().startsWith(day)
}

/** Reads what a person typed as a value of the type; undefined when it is none. */
export function parseTyped(type: AttributeType, text: string): string | number | boolean | undefined {
  const trimmed = text.trim()
  switch (type) {
    case 'string':
      return trimmed === '' ? undefined : trimmed
    case 'integer':
    case 'float': {
      // "1,000" is a thousand to some and one to others: it is neither.
      const pattern = type === 'integer' ? /^[+-]?\d+$/ : /^[+-]?\d+(\.\d+|,(?!\d{3}$)\d+)?$/
      const value = pattern.test(trimmed) ? Number(trimmed.replace(',', '.')) : undefined
      return value !== undefined && fits(type, value) ? value : undefined
    }
    case 'boolean':
      return /^(true|yes|1)$/i.test(trimmed) ? true : /^(false|no|0)$/i.test(trimmed) ? false : undefined
    case 'date':
      return isDate(trimmed) ? trimmed : undefined
    default:
      return type satisfies never
  }
}

/** Merges over what is stored: the same name is overwritten, null removes (facts §4.2). */
export function mergeAttributes(
  stored: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ ...stored, ...given }).filter(([, value]) => value !== null))
}

export function listAttributes(db: Reader, workspaceId: number): Promise<AttributeDefinition[]> {
  return db
    .selectFrom('attribute')
    .select(['model', 'name', 'type'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('model')
    .orderBy('name')
    .execute()
}

/**
 * Defines an attribute; the same definition again changes nothing.
 * @param field of the request, for errors
 * @throws `parameter_invalid` for what every user has anyway; `conflict` when it exists with another type: values are
 * stored by now, which that type would contradict
 */
export async function defineAttribute(
  tx: Transaction,
  workspaceId: number,
  { model, name, type }: AttributeDefinition,
  field: string,
  now: Date,
): Promise<void> {
  if (model === 'user' && STANDARD_USER_ATTRIBUTES.some((standard) => standard === name)) {
    throw parameterInvalid(field, `${name} can not be defined: every user has it`)
  }
  await tx
    .insertInto('attribute')
    .values({ workspace_id: workspaceId, model, name, type, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const known = await tx
    .selectFrom('attribute')
    .select('type')
    .where('workspace_id', '=', workspaceId)
    .where('model', '=', model)
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  if (known.type === type) return
  throw new DorsalError('conflict', `The attribute ${name} exists with the type ${known.type}`, { field })
}
