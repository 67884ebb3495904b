import { toUnixSeconds } from '../../kernel/index.ts'
import type { PageDescription } from '../reports/page-descriptions.ts'
import { presentPageReference } from '../reports/present-page.ts'
import type { Gap } from './describe-group.ts'

/** @param pages at least the nearest one, if it is there or was quoted */
export function presentGap(gap: Gap, pages: ReadonlyMap<number, PageDescription>) {
  const { nearestPageId: nearest } = gap
  return {
    type: 'gap' as const,
    label: gap.label,
    language: gap.language,
    count: gap.count,
    refused: gap.refused,
    badly_rated: gap.badlyRated,
    conversations: gap.conversations,
    last_asked_at: toUnixSeconds(gap.lastAskedAt),
    examples: gap.examples.map(({ text, conversationId }) => ({ text, conversation_id: String(conversationId) })),
    nearest_page: nearest === null ? null : presentPageReference(nearest, pages.get(nearest)),
  }
}
