import { Type } from 'typebox'
import type { Database } from '../../db/index.ts'
import { ListQueryFields, oneOf, toListRequest, withFilters, type Api } from '../../http/index.ts'
import { presentList, toUnixSeconds, type Clock, type ListRequest } from '../../kernel/index.ts'
import { findGaps } from '../gaps/describe-group.ts'
import { presentGap } from '../gaps/present-gap.ts'
import { readUnhelpedQuestions } from '../gaps/read-questions.ts'
import { PAGE_SORTS, readPageUses, sortPages } from './content-report.ts'
import { INTERVALS } from './count-conversations.ts'
import { readFinReport } from './fin-report.ts'
import { describePages } from './page-descriptions.ts'
import { parseReportQuery, ReportQueryFields } from './parse-report-query.ts'
import { presentPage } from './present-page.ts'
import type { ReportScope } from './select-conversations.ts'

export interface ReportRouteDeps {
  readonly db: Database
  readonly clock: Clock
  readonly timeZone: string
  readonly publicUrl: () => string
}

const config = { scope: 'export_reporting_data' } as const
const PATH = '/dorsal/v1/reports'

const FinQuery = Type.Object({ ...ReportQueryFields, interval: Type.Optional(oneOf(INTERVALS)) })
const ContentQuery = Type.Object({
  ...ReportQueryFields,
  ...ListQueryFields,
  sort: Type.Optional(oneOf(PAGE_SORTS)),
  order: Type.Optional(oneOf(['asc', 'desc'])),
})
const GapsQuery = Type.Object({ ...ReportQueryFields, ...ListQueryFields })

/** Dorsal's own: at Intercom these figures are on screens (facts §7.9). */
export const reportRoutes =
  ({ db, clock, timeZone, publicUrl }: ReportRouteDeps) =>
  (app: Api): void => {
    app.get(`${PATH}/fin`, { config, schema: { querystring: FinQuery } }, ({ workspaceId, query }) =>
      readFinReport(db.reader, parseReportQuery(workspaceId, query, clock), query.interval ?? 'day', timeZone),
    )

    app.get(`${PATH}/content`, { config, schema: { querystring: ContentQuery } }, async ({ workspaceId, query }) => {
      const scope = parseReportQuery(workspaceId, query, clock)
      const request = toListRequest(query)
      const uses = sortPages(await readPageUses(db.reader, scope), query.sort ?? 'uses', query.order ?? 'desc')
      const shown = pageOf(uses, request)
      const ids = shown.map(({ pageId }) => pageId)
      const pages = await describePages(db.reader, workspaceId, ids)
      const now = new Date(clock.now())
      const present = (use: (typeof uses)[number]) => presentPage(use, pages.get(use.pageId), now)
      const listUrl = withFilters(`${publicUrl()}${PATH}/content`, { ...query, ...timesOf(scope) })
      return { ...presentList({ items: shown, totalCount: uses.length }, request, present, listUrl), ...timesOf(scope) }
    })

    app.get(`${PATH}/gaps`, { config, schema: { querystring: GapsQuery } }, async ({ workspaceId, query }) => {
      const scope = parseReportQuery(workspaceId, query, clock)
      const request = toListRequest(query)
      const { questions, isTruncated } = await readUnhelpedQuestions(db.reader, scope)
      const gaps = findGaps(questions)
      const shown = pageOf(gaps, request)
      const ids = shown.flatMap(({ nearestPageId }) => nearestPageId ?? [])
      const pages = await describePages(db.reader, workspaceId, [...new Set(ids)])
      const present = (gap: (typeof gaps)[number]) => presentGap(gap, pages)
      const listUrl = withFilters(`${publicUrl()}${PATH}/gaps`, { ...query, ...timesOf(scope) })
      return {
        ...presentList({ items: shown, totalCount: gaps.length }, request, present, listUrl),
        ...timesOf(scope),
        is_truncated: isTruncated,
      }
    })
  }

/** Links to other pages of a list keep its time, which may be that of the request. */
function timesOf({ start, end }: ReportScope) {
  return { start_time: toUnixSeconds(start), end_time: toUnixSeconds(end) }
}

function pageOf<T>(items: readonly T[], { page, perPage }: ListRequest): readonly T[] {
  return items.slice((page - 1) * perPage, page * perPage)
}
