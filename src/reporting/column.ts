import { sql, type RawBuilder } from 'kysely'
import type { Join } from './joins.ts'

/** What a value is, which decides how it is written into a file. */
type Kind = 'text' | 'timestamp' | 'duration' | 'count' | 'boolean'

/** Begins an attribute's qualified id, as in `standard.conversation_id` (facts §6.3). */
type Group =
  | 'standard'
  | 'timestamp'
  | 'duration'
  | 'teammate'
  | 'team'
  | 'people'
  | 'company'
  | 'conversation'
  | 'conversation-rating-sent'

/**
 * One attribute of a dataset. Exports and reports read it by this one definition, so that their figures agree.
 */
export interface Column {
  readonly id: string
  readonly name: string
  readonly group: Group
  readonly kind: Kind
  /**
   * SQL of its raw value: text, timestamptz, seconds, int or boolean, null where there is none. Undefined: Intercom has
   * the attribute and Dorsal holds nothing of the kind, so that it is always empty.
   */
  readonly value: RawBuilder<unknown> | undefined
  /** What the SQL reads besides the dataset's own rows. */
  readonly joins: readonly Join[]
  /** Raw values and how people read them; others are shown as they are. */
  readonly labels: Readonly<Record<string, string>> | undefined
}

export type Definition = Omit<Column, 'id' | 'name'> & { readonly name?: string }

interface Options {
  readonly group?: Group
  readonly name?: string
  readonly labels?: Readonly<Record<string, string>>
}

/** @param value the SQL of its raw value; left out where Dorsal holds nothing of the kind */
function define(kind: Kind, group: Group) {
  return (value?: RawBuilder<unknown>, joins: readonly Join[] = [], options: Options = {}): Definition => ({
    kind,
    value,
    joins,
    group: options.group ?? group,
    labels: options.labels,
    ...(options.name === undefined ? {} : { name: options.name }),
  })
}

export const text = define('text', 'standard')
export const timestamp = define('timestamp', 'timestamp')
export const duration = define('duration', 'duration')
export const count = define('count', 'standard')
export const boolean = define('boolean', 'standard')
/** A person of the team; Dorsal knows them by their names. */
export const teammate = define('text', 'teammate')
export const team = define('text', 'team')
export const person = define('text', 'people')
export const company = define('text', 'company')
/** An attribute of conversations that is known by its display name. */
export const conversationData = define('text', 'conversation')

/** Gives definitions their ids, and names made from these where none is given. */
export function defineColumns<Id extends string>(definitions: Readonly<Record<Id, Definition>>): Record<Id, Column> {
  const columns = Object.entries<Definition>(definitions).map(([id, definition]) => [
    id,
    { ...definition, id, name: definition.name ?? toName(id) },
  ])
  return Object.fromEntries(columns) as Record<Id, Column>
}

const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['id', 'ID'],
  ['ids', 'IDs'],
  ['ai', 'AI'],
  ['sla', 'SLA'],
  ['url', 'URL'],
  ['fin', 'Fin'],
])

/** `fin_ai_agent_rating` becomes "Fin AI agent rating"; what is a name already stays. */
function toName(id: string): string {
  if (!/^[a-z0-9_]+$/.test(id)) return id
  const words = id.split('_').map((word) => SPELLINGS.get(word) ?? word)
  const name = words.join(' ')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** Both forms of an attribute's id are understood (facts §6.3, §9). */
export function qualifiedId({ group, id }: Pick<Column, 'group' | 'id'>): string {
  return `${group}.${id}`
}

/**
 * SQL of the column as a file has it (facts §6.2): times as `YYYY-MM-DD HH:MM:SS` in the time zone, durations in whole
 * seconds, labels instead of codes; empty where there is no value.
 */
export function renderedValue(column: Column, timeZone: string): RawBuilder<string> {
  const { value, kind, labels } = column
  if (value === undefined) return sql`''`
  switch (kind) {
    case 'timestamp':
      return sql`coalesce(to_char(${value} at time zone ${sql.lit(timeZone)}, 'YYYY-MM-DD HH24:MI:SS'), '')`
    case 'duration':
      return sql`coalesce(floor(${value})::bigint::text, '')`
    case 'count':
    case 'boolean':
    case 'text':
      return sql`coalesce((${labels === undefined ? value : withLabels(value, labels)})::text, '')`
    default:
      return kind satisfies never
  }
}

function withLabels(value: RawBuilder<unknown>, labels: Readonly<Record<string, string>>): RawBuilder<string> {
  const cases = Object.entries(labels).map(([code, label]) => sql`when ${sql.lit(code)} then ${sql.lit(label)}`)
  return sql`case ${value} ${sql.join(cases, sql` `)} else ${value} end`
}
