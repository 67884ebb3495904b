import type { PageUse } from './content-report.ts'
import type { PageDescription } from './page-descriptions.ts'
import { toAverage, toRate } from './rate.ts'

const DAY_MS = 86_400_000

/** A line of the content report. */
export function presentPage(use: PageUse, page: PageDescription | undefined, now: Date) {
  const updatedAt = page?.updatedAt ?? null
  return {
    type: 'page_report' as const,
    ...presentPageReference(use.pageId, page),
    source_id: page?.sourceId ?? null,
    url: page?.url ?? null,
    is_deleted: updatedAt === null,
    /** Since it was changed. */
    age_days: updatedAt === null ? null : Math.max(0, Math.floor((now.getTime() - updatedAt.getTime()) / DAY_MS)),
    uses: use.uses,
    conversations: use.conversations,
    resolution: toRate(use.resolved, use.conversations),
    csat: { average: toAverage(use.ratingTotal, use.rated), count: use.rated },
    refusals_nearby: use.refusalsNearby,
  }
}

export function presentPageReference(pageId: number, page: PageDescription | undefined) {
  return { page_id: String(pageId), title: page?.title ?? null }
}
