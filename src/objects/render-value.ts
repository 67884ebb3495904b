import type { ObjectDataType } from '../db/index.ts'

/** An option of a list attribute, as it is stored. */
export interface StoredOption {
  readonly id: string
  readonly label: string
}

/** Longer texts are cut: an answer is to be read. */
const MAX_CHARACTERS = 500
const DAY_SECONDS = 86_400

/**
 * A stored value as people read it, on one line; undefined when there is nothing to show.
 * @param value lists hold an option's id, dates unix seconds
 */
export function renderValue(
  value: unknown,
  { data_type: type, options }: { readonly data_type: ObjectDataType; readonly options: readonly StoredOption[] },
): string | undefined {
  if (value === null || value === undefined) return undefined
  switch (type) {
    case 'list':
      return options.find(({ id }) => id === String(value))?.label
    case 'date':
      return typeof value === 'number' ? renderDate(value) : undefined
    case 'text':
    case 'number':
    case 'decimal':
    case 'boolean':
      return onOneLine(String(value))
    case 'reference':
      return undefined
    default:
      return type satisfies never
  }
}

/** Whole days in UTC are days; what has a time of day keeps it. */
function renderDate(seconds: number): string | undefined {
  const date = new Date(seconds * 1_000)
  if (Number.isNaN(date.getTime())) return undefined
  const [day = '', time = ''] = date.toISOString().split('T')
  return seconds % DAY_SECONDS === 0 ? day : `${day} ${time.slice(0, 5)} UTC`
}

/** A value with lines of its own could pass for other attributes. */
function onOneLine(text: string): string | undefined {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= MAX_CHARACTERS) return line === '' ? undefined : line
  return `${line.slice(0, MAX_CHARACTERS).replace(/[\ud800-\udbff]$/, '')}…`
}
