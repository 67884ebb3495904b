import { sql } from 'kysely'
import type { Reader } from '../../db/index.ts'
import { CONVERSATION_COLUMNS } from '../datasets/conversation-columns.ts'
import { joinSaidByAgent, selectConversations, type ReportScope } from './select-conversations.ts'

/** What a page did in conversations. */
export interface PageUse {
  readonly pageId: number
  /** Answers that quoted it. */
  readonly uses: number
  /** Conversations with such an answer, those of them that were resolved, and those that were rated. */
  readonly conversations: number
  readonly resolved: number
  readonly rated: number
  /** Of all ratings, 1 to 5 each. */
  readonly ratingTotal: number
  /** Questions without an answer that came nearest to it. */
  readonly refusalsNearby: number
}

export const PAGE_SORTS = ['uses', 'refusals_nearby', 'resolution_rate'] as const
export type PageSort = (typeof PAGE_SORTS)[number]

/** The pages that answers quoted, or that questions without an answer came nearest to, in conversations of the scope. */
export async function readPageUses(db: Reader, scope: ReportScope): Promise<PageUse[]> {
  const conversations = selectConversations(scope, {
    id: CONVERSATION_COLUMNS.conversation_id,
    resolution: CONVERSATION_COLUMNS.fin_ai_agent_resolution_state,
    rating: CONVERSATION_COLUMNS.fin_ai_agent_rating,
  })
  const { rows } = await sql<PageUse>`
    with chosen as materialized (${conversations}),
    said as materialized (
      select p.id, p.conversation_id, p.purpose, p.metadata, c.resolution, c.rating
      from chosen c ${joinSaidByAgent(scope.workspaceId)}
      where p.purpose in ('answer', 'no_answer')
    ),
    quoted as (
      select s.page_id, said.conversation_id, said.resolution, said.rating, count(distinct said.id) as answers
      from said cross join lateral (
        select page_id from part_source source
        where source.workspace_id = ${scope.workspaceId} and source.part_id = said.id offset 0
      ) s
      where said.purpose = 'answer'
      group by s.page_id, said.conversation_id, said.resolution, said.rating
    ),
    used as (
      select page_id, sum(answers) as uses, count(*) as conversations,
        count(*) filter (where resolution in ('confirmed_resolution', 'assumed_resolution')) as resolved,
        count(rating) as rated, coalesce(sum(rating), 0) as rating_total
      from quoted group by page_id
    ),
    missed as (
      select (metadata->'nearest_pages'->>0)::int as page_id, count(*) as refusals
      from said where purpose = 'no_answer' and metadata->'nearest_pages'->>0 is not null
      group by 1
    )
    select page_id as "pageId", coalesce(uses, 0)::int as uses, coalesce(conversations, 0) as conversations,
      coalesce(resolved, 0) as resolved, coalesce(rated, 0) as rated, coalesce(rating_total, 0) as "ratingTotal",
      coalesce(refusals, 0) as "refusalsNearby"
    from used full join missed using (page_id)`.execute(db)
  return rows
}

/** Pages without a rate come last whichever way; of equals the most used one comes first, then the older one. */
export function sortPages(pages: readonly PageUse[], by: PageSort, order: 'asc' | 'desc'): PageUse[] {
  const sign = order === 'asc' ? 1 : -1
  return pages.toSorted((a, b) => {
    const [first, second] = [valueOf(a, by), valueOf(b, by)]
    if (first === second) return b.uses - a.uses || a.pageId - b.pageId
    if (first === null) return 1
    if (second === null) return -1
    return sign * (first - second)
  })
}

function valueOf(page: PageUse, by: PageSort): number | null {
  switch (by) {
    case 'uses':
      return page.uses
    case 'refusals_nearby':
      return page.refusalsNearby
    case 'resolution_rate':
      return page.conversations === 0 ? null : page.resolved / page.conversations
    default:
      return by satisfies never
  }
}
