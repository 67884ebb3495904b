import { parseId } from '../kernel/index.ts'
import type { ObjectAttribute } from './object-type.ts'
import { readTime } from './read-time.ts'

/** As it is kept: text, a number, a boolean, a list's option by its id, a date in Unix seconds. */
export type StoredValue = string | number | boolean

export interface ReadValues {
  /** By attribute name; null clears. */
  readonly values: ReadonlyMap<string, StoredValue | null>
  /** Ids that may exist, each once, for the attributes whose references are replaced. */
  readonly references: ReadonlyMap<ObjectAttribute, readonly number[]>
}

export interface ValueFault {
  readonly field: string
  readonly message: string
}

export const MAX_TEXT_LENGTH = 10_000
export const MAX_REFERENCES = 100

/**
 * Reads `custom_attributes` of a request. The 2.14 description says that every value is a string and shows numbers in
 * its examples, and clients made from it can send nothing but strings: a number, boolean or date may also be the text
 * that it is written as in JSON.
 * @param attributes those that are taken, by name
 * @returns all values, or the first fault: all or nothing
 */
export function readValues(
  attributes: ReadonlyMap<string, ObjectAttribute>,
  given: Readonly<Record<string, unknown>>,
): ReadValues | ValueFault {
  const values = new Map<string, StoredValue | null>()
  const references = new Map<ObjectAttribute, readonly number[]>()
  for (const [name, value] of Object.entries(given)) {
    const field = `custom_attributes.${name}`
    const attribute = attributes.get(name)
    if (attribute === undefined) return { field, message: `Custom attribute '${name}' does not exist` }
    if (attribute.data_type === 'reference') {
      const ids = readIds(value)
      if (ids === undefined) return { field, message: `${field} must be an id, an array of ids or null` }
      if (ids.length > MAX_REFERENCES) return { field, message: `${field} can have ${MAX_REFERENCES} ids` }
      references.set(attribute, [...new Set(ids.map(parseId).filter((id) => id !== undefined))])
      continue
    }
    const read = value === null ? null : readValue(attribute, value)
    if (read === undefined) return { field, message: `${field} must be ${NAMES[attribute.data_type]} or null` }
    values.set(name, read)
  }
  return { values, references }
}

const NAMES = {
  text: `a string of at most ${MAX_TEXT_LENGTH} characters`,
  number: 'an integer between -2^53 and 2^53',
  decimal: 'a finite number',
  boolean: 'a boolean',
  date: 'a date: Unix seconds, or ISO 8601 as a string',
  list: 'the label or the id of an option',
} as const

/** @returns undefined when the value is none of the attribute's type, null when it is no option of a list (facts §5) */
function readValue({ data_type, options }: ObjectAttribute, value: unknown): StoredValue | null | undefined {
  switch (data_type) {
    case 'text':
      return typeof value === 'string' && value.length <= MAX_TEXT_LENGTH ? value : undefined
    case 'number': {
      const number = typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value
      return Number.isSafeInteger(number) ? withoutSign(number as number) : undefined
    }
    case 'decimal': {
      const number =
        typeof value === 'string' && /^-?\d{1,400}(\.\d{1,400})?(e[+-]?\d{1,3})?$/i.test(value) ? Number(value) : value
      return typeof number === 'number' && Number.isFinite(number) ? withoutSign(number) : undefined
    }
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : typeof value === 'boolean' ? value : undefined
    case 'date':
      return readTime(value)
    case 'list':
      return typeof value === 'string' ? findOption(options, value) : undefined
    case 'reference':
      throw new Error('references are read as ids')
    default:
      return data_type satisfies never
  }
}

/** A minus before zero gets lost in JSON, and a value must be what it is read back as. */
function withoutSign(number: number): number {
  return number === 0 ? 0 : number
}

/** By label first: it is what responses show, and what was read must mean the same when it is written again. */
function findOption(options: ObjectAttribute['options'], text: string): string | null {
  const choices = options.filter(({ is_archived }) => !is_archived)
  const found =
    choices.find(({ label }) => label === text) ??
    choices.find(({ id }) => id === text) ??
    choices.find(({ label }) => label.toLowerCase() === text.toLowerCase())
  return found?.id ?? null
}

/** Ids as text; undefined when something is neither a string nor an integer. */
function readIds(value: unknown): string[] | undefined {
  const items: unknown[] = value === null ? [] : Array.isArray(value) ? value : [value]
  const isIds = items.every((item) => typeof item === 'string' || Number.isSafeInteger(item))
  return isIds ? items.map(String) : undefined
}
