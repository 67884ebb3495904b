import { Type, type Static } from 'typebox'
import { oneOf } from '../../http/index.ts'
import { parameterInvalid, type Clock } from '../../kernel/index.ts'
import { LAST_SECOND } from '../dataset.ts'
import type { ReportScope } from './select-conversations.ts'

const DAY_SECONDS = 86_400
const DEFAULT_SECONDS = 30 * DAY_SECONDS
const MAX_SECONDS = 2 * 366 * DAY_SECONDS

const Time = Type.Integer({ minimum: 0, maximum: LAST_SECOND, description: 'Unix seconds' })

export const ReportQueryFields = {
  start_time: Type.Optional(Time),
  end_time: Type.Optional(Time),
  channel: Type.Optional(oneOf(['fin_agent_api', 'custom_channel'])),
}
const ReportQuery = Type.Object(ReportQueryFields)
type ReportQuery = Static<typeof ReportQuery>

/**
 * The last 30 days, unless a beginning or an end is given.
 * @throws `parameter_invalid` for a range that ends before it begins, or is longer than two years
 */
export function parseReportQuery(workspaceId: number, query: ReportQuery, clock: Clock): ReportScope {
  const end = query.end_time ?? Math.floor(clock.now() / 1_000)
  const start = query.start_time ?? Math.max(0, end - DEFAULT_SECONDS)
  if (end < start) {
    const field = query.end_time === undefined ? 'start_time' : 'end_time'
    throw parameterInvalid(field, 'end_time must not be before start_time')
  }
  if (end - start > MAX_SECONDS) {
    throw parameterInvalid('start_time', 'start_time must be at most two years before end_time')
  }
  return { workspaceId, start: new Date(start * 1_000), end: new Date(end * 1_000), channel: query.channel }
}
