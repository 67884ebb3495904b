import { toUnixSeconds } from '../kernel/index.ts'
import { activeAttributes, type ObjectAttribute, type ObjectType } from './object-type.ts'

/** A type in the words of its definition; what is archived is not shown. */
export function presentType(type: ObjectType) {
  return {
    type: 'object_type' as const,
    identifier: type.identifier,
    aliases: type.aliases,
    attributes: [...activeAttributes(type).values()].map(presentAttribute),
    created_at: toUnixSeconds(type.created_at),
    updated_at: toUnixSeconds(type.updated_at),
  }
}

function presentAttribute(attribute: ObjectAttribute) {
  const { name, label, data_type, options, target, target_identifier, is_many, ai_agent_availability } = attribute
  const choices = options.filter(({ is_archived }) => !is_archived).map(({ id, label: text }) => ({ id, label: text }))
  return {
    name,
    label,
    data_type,
    ...(data_type === 'list' ? { options: choices } : {}),
    ...(data_type === 'reference' ? { target: target_identifier ?? target, many: is_many } : {}),
    ai_agent_availability,
  }
}
