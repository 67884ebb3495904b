import type { Reader } from '../../db/index.ts'
import { toUnixSeconds } from '../../kernel/index.ts'
import { countByInterval, sumCounts, type Counts, type Interval } from './count-conversations.ts'
import { toAverage, toRate } from './rate.ts'
import type { ReportScope } from './select-conversations.ts'

/** How the agent did, in all and interval by interval (facts §7.9). */
export async function readFinReport(db: Reader, scope: ReportScope, interval: Interval, timeZone: string) {
  const intervals = await countByInterval(db, scope, interval, timeZone)
  return {
    type: 'fin_report' as const,
    start_time: toUnixSeconds(scope.start),
    end_time: toUnixSeconds(scope.end),
    interval,
    time_zone: timeZone,
    ...presentCounts(sumCounts(intervals)),
    series: intervals.map(({ start, counts }) => ({ time: toUnixSeconds(start), ...presentCounts(counts) })),
  }
}

function presentCounts(counts: Counts) {
  const { newConversations, involved, confirmed, assumed } = counts
  const resolved = confirmed + assumed
  return {
    new_conversations: newConversations,
    involvement: toRate(involved, newConversations),
    answer: toRate(counts.answered, involved),
    deflection: toRate(counts.deflected, involved),
    resolution: {
      ...toRate(resolved, involved),
      confirmed: toRate(confirmed, involved),
      assumed: toRate(assumed, involved),
    },
    ai_answer_resolution: toRate(counts.resolvedByAiAnswer, involved),
    custom_answer_resolution: toRate(counts.resolvedByCustomAnswer, involved),
    automation: toRate(resolved, newConversations),
    csat: presentRatings(counts),
    unresolved: {
      escalated: counts.escalated,
      routed_to_team: counts.routedToTeam,
      abandoned: counts.abandoned,
      pending: counts.pending,
      unanswered: counts.unanswered,
    },
  }
}

/** Satisfied is who rated 4 or 5. */
function presentRatings({ rated1, rated2, rated3, rated4, rated5 }: Counts) {
  const distribution = { 1: rated1, 2: rated2, 3: rated3, 4: rated4, 5: rated5 }
  const rated = rated1 + rated2 + rated3 + rated4 + rated5
  const total = rated1 + 2 * rated2 + 3 * rated3 + 4 * rated4 + 5 * rated5
  return { ...toRate(rated4 + rated5, rated), average: toAverage(total, rated), distribution }
}
