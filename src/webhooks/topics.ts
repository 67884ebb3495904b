/** What a `notification` webhook can ask for: Intercom's names (facts §2.8). */
export const TOPICS = [
  'conversation.user.created',
  'conversation.user.replied',
  'conversation.operator.replied',
  'conversation.admin.replied',
  'conversation.admin.closed',
  'conversation.admin.opened',
  'conversation.rating.added',
  'contact.user.created',
  'contact.lead.created',
  'contact.deleted',
] as const
