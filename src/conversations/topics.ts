import type { Happening } from './happening.ts'

/** The general webhook topic of a happening (facts §2.8); undefined where Intercom has none. */
export function toTopic(happening: Happening): string | undefined {
  switch (happening.kind) {
    case 'user_said':
      return happening.isFirst ? 'conversation.user.created' : 'conversation.user.replied'
    case 'fin_said':
      return 'conversation.operator.replied'
    case 'teammate_said':
      return happening.part.kind === 'note' ? undefined : 'conversation.admin.replied'
    case 'rated':
      return 'conversation.rating.added'
    case 'closed':
      return 'conversation.admin.closed'
    case 'opened':
      return 'conversation.admin.opened'
    case 'thinking':
    case 'chunk':
    case 'status':
    case 'rating_requested':
      return undefined
    default:
      return happening satisfies never
  }
}
