import { isDeepStrictEqual } from 'node:util'
import type { ListOption, ObjectAttribute } from './object-type.ts'
import { MAX_ATTRIBUTES, MAX_OPTIONS, type GivenAttribute } from './schemas.ts'

/** What a definition says of an attribute, as it is stored. */
export type AttributeContent = Omit<
  ObjectAttribute,
  'workspace_id' | 'id' | 'type_id' | 'created_at' | 'updated_at' | 'target_identifier'
>

export type AttributeTarget = Pick<AttributeContent, 'target' | 'target_type_id'>

export interface DefinitionPlan {
  readonly added: readonly AttributeContent[]
  readonly changed: readonly { readonly id: number; readonly content: AttributeContent }[]
  /** Referred to many and now to one: only possible while no instance has several. */
  readonly narrowed: readonly ObjectAttribute[]
}

export interface DefinitionFault {
  readonly code: 'parameter_invalid' | 'conflict'
  readonly field: string
  readonly message: string
}

/** Every instance has these (facts §5), and no JSON request may carry the last. */
const RESERVED_NAMES = new Set(['external_id', 'external_created_at', 'external_updated_at', '__proto__'])

const NO_TARGET: AttributeTarget = { target: null, target_type_id: null }

/**
 * Decides what a definition changes, so that every value that is stored stays one of its attribute: nothing is removed,
 * and the data type and the target of an attribute never change.
 * @param findTarget what a target's name stands for; undefined when nothing has that name
 * @returns the changes, or the first fault
 */
export function planDefinition(
  stored: readonly ObjectAttribute[],
  given: readonly GivenAttribute[],
  findTarget: (name: string) => AttributeTarget | undefined,
): DefinitionPlan | DefinitionFault {
  const known = new Map(stored.map((attribute) => [attribute.name, attribute]))
  const next = new Map<string, AttributeContent>()
  for (const [index, attribute] of given.entries()) {
    const at = `attributes.${index}`
    const { name, target } = attribute
    if (RESERVED_NAMES.has(name)) return invalid(`${at}.name`, `${name} is reserved`)
    if (next.has(name)) return invalid(`${at}.name`, `${name} is defined twice`)
    const fault = findFault(attribute, at)
    if (fault !== undefined) return fault
    const found = target === undefined ? NO_TARGET : findTarget(target)
    if (found === undefined) return invalid(`${at}.target`, `Custom object type \`${target}\` does not exist`)
    const content = toContent(attribute, found, known.get(name))
    const rest = findConflict(known.get(name), content, at)
    if (rest !== undefined) return rest
    next.set(name, content)
  }
  for (const attribute of stored) {
    if (!next.has(attribute.name)) next.set(attribute.name, { ...toStored(attribute), is_archived: true })
  }
  if (next.size > MAX_ATTRIBUTES) {
    return invalid('attributes', `A type can have ${MAX_ATTRIBUTES} attributes; those that were left out count`)
  }
  return comparePlan(known, next)
}

function comparePlan(
  known: ReadonlyMap<string, ObjectAttribute>,
  next: ReadonlyMap<string, AttributeContent>,
): DefinitionPlan {
  const contents = [...next.values()]
  return {
    added: contents.filter(({ name }) => !known.has(name)),
    changed: contents.flatMap((content) => {
      const before = known.get(content.name)
      return before === undefined || isDeepStrictEqual(toStored(before), content) ? [] : [{ id: before.id, content }]
    }),
    narrowed: [...known.values()].filter(({ name, is_many }) => is_many && next.get(name)?.is_many === false),
  }
}

/** What does not go together in one attribute. */
function findFault(attribute: GivenAttribute, at: string): DefinitionFault | undefined {
  const { data_type, options, target, many } = attribute
  if (data_type === 'list' && options === undefined) return invalid(`${at}.options`, 'A list needs options')
  if (data_type === 'reference' && target === undefined) return invalid(`${at}.target`, 'A reference needs a target')
  if (data_type !== 'list' && options !== undefined) return invalid(`${at}.options`, 'Only a list has options')
  if (data_type !== 'reference' && target !== undefined) {
    return invalid(`${at}.target`, 'Only a reference has a target')
  }
  if (data_type !== 'reference' && many === true) {
    return invalid(`${at}.many`, 'Only a reference can have many values')
  }
  const ids = new Set<string>()
  const labels = new Set<string>()
  for (const [index, { id, label }] of (options ?? []).entries()) {
    if (ids.has(id)) return invalid(`${at}.options.${index}.id`, `Two options have the id ${id}`)
    if (labels.has(label.toLowerCase())) {
      return invalid(`${at}.options.${index}.label`, `Two options have the label ${label}`)
    }
    ids.add(id)
    labels.add(label.toLowerCase())
  }
  return undefined
}

function findConflict(
  before: ObjectAttribute | undefined,
  { name, data_type, target, target_type_id, options }: AttributeContent,
  at: string,
): DefinitionFault | undefined {
  if (options.length > MAX_OPTIONS) {
    return invalid(`${at}.options`, `A list can have ${MAX_OPTIONS} options; those that were left out count`)
  }
  if (before === undefined) return undefined
  if (before.data_type !== data_type) {
    const message = `The attribute ${name} exists with the data type ${before.data_type}`
    return { code: 'conflict', field: `${at}.data_type`, message }
  }
  if (before.target !== target || before.target_type_id !== target_type_id) {
    const message = `The attribute ${name} refers to ${before.target_identifier ?? before.target}`
    return { code: 'conflict', field: `${at}.target`, message }
  }
  return undefined
}

function toContent(
  { name, label, data_type, options, many, ai_agent_availability }: GivenAttribute,
  target: AttributeTarget,
  before: ObjectAttribute | undefined,
): AttributeContent {
  return {
    name,
    label: label ?? name,
    data_type,
    options: mergeOptions(before?.options ?? [], options ?? []),
    ...target,
    is_many: many ?? false,
    is_archived: false,
    ai_agent_availability: ai_agent_availability ?? false,
  }
}

/** The given options in their order, then those that values may have from before. */
function mergeOptions(
  before: readonly ListOption[],
  given: readonly { readonly id: string; readonly label: string }[],
): ListOption[] {
  const ids = new Set(given.map(({ id }) => id))
  return [
    ...given.map(({ id, label }) => ({ id, label, is_archived: false })),
    ...before.filter(({ id }) => !ids.has(id)).map((option) => ({ ...option, is_archived: true })),
  ]
}

function toStored(attribute: ObjectAttribute): AttributeContent {
  const { name, label, data_type, options, target, target_type_id, is_many, is_archived, ai_agent_availability } =
    attribute
  return { name, label, data_type, options, target, target_type_id, is_many, is_archived, ai_agent_availability }
}

function invalid(field: string, message: string): DefinitionFault {
  return { code: 'parameter_invalid', field, message }
}
