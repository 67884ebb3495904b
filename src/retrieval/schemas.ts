import { Type, type Static } from 'typebox'
import { MAX_ID } from '../kernel/index.ts'
import { AGENTS, type Asker } from './visibility.ts'

/** Who asks: shared by search and answers. */
export const AskerFields = {
  agent: Type.Optional(Type.Unsafe<(typeof AGENTS)[number]>({ type: 'string', enum: [...AGENTS] })),
  user: Type.Optional(Type.Object({ attributes: Type.Optional(Type.Record(Type.String(), Type.Unknown())) })),
  source_ids: Type.Optional(Type.Array(Type.Integer(), { maxItems: 1_000 })),
  /** Whether to tell which pages contradict each other; teammates are told unless they say otherwise. */
  contradictions: Type.Optional(Type.Boolean()),
}

/** What was said before the question, oldest first. */
export const HistoryField = {
  history: Type.Optional(
    Type.Array(
      Type.Object({
        role: Type.Unsafe<'user' | 'agent'>({ type: 'string', enum: ['user', 'agent'] }),
        text: Type.String({ maxLength: 10_000 }),
      }),
      { maxItems: 50 },
    ),
  ),
}

export const SearchBody = Type.Object({
  query: Type.String({ minLength: 1, maxLength: 2_000, pattern: '\\S' }),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  ...HistoryField,
  ...AskerFields,
  // true explains the hits; an object also says why the named pages are no hits.
  explain: Type.Optional(
    Type.Unsafe<boolean | { page_ids?: string[] }>({
      type: ['boolean', 'object'],
      properties: { page_ids: { type: 'array', items: { type: 'string' }, maxItems: 20 } },
    }),
  ),
})
export type SearchBody = Static<typeof SearchBody>

type AskerBody = Pick<SearchBody, 'agent' | 'user' | 'source_ids'>

export function toAsker(workspaceId: number, body: AskerBody): Asker {
  return {
    workspaceId,
    // Who does not say so is a customer.
    agent: body.agent ?? 'ai_agent',
    attributes: body.user?.attributes ?? {},
    // Ids that can't be stored name no source.
    sourceIds: body.source_ids?.filter((id) => id > 0 && id <= MAX_ID),
  }
}

/** What readers of a library can't mend confuses them: it is told to those who ask for it, and to teammates. */
export function wantsContradictions({ contradictions, agent }: Pick<SearchBody, 'contradictions' | 'agent'>): boolean {
  return contradictions ?? agent === 'ai_copilot'
}
