import { sql } from 'kysely'
import type { Reader } from '../../db/index.ts'
import { CONVERSATION_COLUMNS } from '../datasets/conversation-columns.ts'
import { selectConversations, type ReportScope } from './select-conversations.ts'

export const INTERVALS = ['day', 'week', 'month'] as const
export type Interval = (typeof INTERVALS)[number]

/** SQL conditions over a conversation of the report, by what they count. */
const COUNTED = {
  newConversations: sql`true`,
  involved: sql`involved`,
  answered: sql`answer_type is not null`,
  deflected: sql`deflected`,
  confirmed: sql`involved and resolution = 'confirmed_resolution'`,
  assumed: sql`involved and resolution = 'assumed_resolution'`,
  resolvedByAiAnswer: sql`involved and ${isResolved()} and answer_type = 'ai_answer'`,
  resolvedByCustomAnswer: sql`involved and ${isResolved()} and answer_type = 'custom_answer'`,
  escalated: sql`involved and resolution = 'escalated'`,
  routedToTeam: sql`involved and resolution = 'routed_to_team'`,
  abandoned: sql`involved and resolution = 'abandoned'`,
  pending: sql`involved and resolution is null and state = 'open'`,
  unanswered: sql`involved and resolution is null and state = 'closed'`,
  rated1: sql`rating = 1`,
  rated2: sql`rating = 2`,
  rated3: sql`rating = 3`,
  rated4: sql`rating = 4`,
  rated5: sql`rating = 5`,
}

/** How many conversations of each kind; in involved ones the agent said something besides prompts. */
export type Counts = Readonly<Record<keyof typeof COUNTED, number>>

/** The counts of the conversations that began in one interval, whose beginning may lie before the report's. */
export interface CountedInterval {
  readonly start: Date
  readonly counts: Counts
}

const NAMES = Object.keys(COUNTED) as (keyof typeof COUNTED)[]

/** Counts conversations by intervals of the time zone; every interval of the range is there, oldest first. */
export async function countByInterval(
  db: Reader,
  scope: ReportScope,
  interval: Interval,
  timeZone: string,
): Promise<CountedInterval[]> {
  const conversations = selectConversations(scope, {
    started_at: CONVERSATION_COLUMNS.conversation_started_at,
    involved: CONVERSATION_COLUMNS.fin_ai_agent_involved,
    answer_type: CONVERSATION_COLUMNS.fin_ai_agent_last_sent_answer_type,
    deflected: CONVERSATION_COLUMNS.fin_ai_agent_deflected,
    resolution: CONVERSATION_COLUMNS.fin_ai_agent_resolution_state,
    state: CONVERSATION_COLUMNS.current_conversation_state,
    rating: CONVERSATION_COLUMNS.fin_ai_agent_rating,
  })
  const counts = NAMES.map((name) => sql`count(*) filter (where ${COUNTED[name]}) as ${sql.ref(name)}`)
  // Intervals are of local time: a day is not always 24 hours.
  const zone = sql.lit(timeZone)
  const step = sql.lit(`1 ${interval}`)
  const unit = sql.lit(interval)
  const { rows } = await sql<Partial<Counts> & { start: Date }>`
    with counted as (
      select date_trunc(${unit}, started_at at time zone ${zone}) as begins, ${sql.join(counts)}
      from (${conversations}) c group by begins
    )
    select begins at time zone ${zone} as start, ${sql.join(NAMES.map((name) => sql.ref(`counted.${name}`)))}
    from generate_series(
      date_trunc(${unit}, ${scope.start}::timestamptz at time zone ${zone}),
      (${scope.end}::timestamptz - interval '1 microsecond') at time zone ${zone},
      ${step}::interval
    ) as begins
    left join counted using (begins)
    where ${scope.start}::timestamptz < ${scope.end}::timestamptz
    order by begins`.execute(db)
  return rows.map(({ start, ...counted }) => ({ start, counts: complete(counted) }))
}

export function sumCounts(intervals: readonly CountedInterval[]): Counts {
  return complete(
    Object.fromEntries(NAMES.map((name) => [name, intervals.reduce((total, { counts }) => total + counts[name], 0)])),
  )
}

/** Of an interval without conversations nothing was counted. */
function complete(counted: { readonly [K in keyof Counts]?: number | null }): Counts {
  return Object.fromEntries(NAMES.map((name) => [name, counted[name] ?? 0])) as Record<keyof Counts, number>
}

function isResolved() {
  return sql`resolution in ('confirmed_resolution', 'assumed_resolution')`
}
