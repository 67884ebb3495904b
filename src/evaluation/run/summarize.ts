import { estimatePercentile, estimateRatio, ratio } from '../statistics/bootstrap.ts'
import { METRICS } from '../metrics/metric.ts'
import type { AskedQuestion, Run } from './run-schema.ts'

/** The figures over all questions. */
export function summarize(questions: readonly AskedQuestion[]): Pick<Run, 'metrics' | 'latency_ms' | 'curve'> {
  const metrics: Run['metrics'] = {}
  for (const name of metricNames(questions)) {
    const tallies = questions.map(({ measures }) => measures[name]).filter((tally) => tally !== undefined)
    const counting = tallies.filter(([, possible]) => possible > 0)
    const estimate = estimateRatio(counting)
    if (estimate !== undefined) metrics[name] = { ...estimate, questions: counting.length }
  }
  const search = percentiles(questions.map((question) => question.search?.took_ms))
  const answer = percentiles(questions.map((question) => question.answer?.took_ms))
  return {
    metrics,
    latency_ms: { ...(search === undefined ? {} : { search }), ...(answer === undefined ? {} : { answer }) },
    curve: confidenceCurve(questions),
  }
}

/** Names of all metrics that these questions count for: the library's own first, in their order, then foreign ones. */
export function metricNames(questions: readonly AskedQuestion[]): string[] {
  const names = new Set(questions.flatMap(({ measures }) => Object.keys(measures)))
  const own = Object.keys(METRICS).filter((name) => names.has(name))
  return [...own, ...[...names].filter((name) => !own.includes(name))]
}

const CURVE_STEPS = 10

/**
 * What would be answered, and how much of it right, if answers below a confidence were refused as well: only of the
 * library's own questions. What the server refuses stays refused.
 */
function confidenceCurve(questions: readonly AskedQuestion[]): Run['curve'] {
  const own = questions.flatMap(({ kind, answer, measures }) =>
    kind === 'foreign' || answer === undefined ? [] : [{ answer, right: measures['right_answers'] }],
  )
  if (own.length === 0) return []
  return Array.from({ length: CURVE_STEPS + 1 }, (_, step) => {
    const threshold = step / CURVE_STEPS
    const given = own.filter(({ answer }) => answer.status === 'answered' && answer.confidence >= threshold)
    const judged = given.map(({ right }) => right).filter((right) => right !== undefined)
    const right = ratio(judged)
    return { threshold, answered: given.length / own.length, ...(right === undefined ? {} : { right }) }
  })
}

function percentiles(times: readonly (number | undefined)[]) {
  const known = times.filter((time) => time !== undefined)
  const p50 = estimatePercentile(known, 0.5)
  const p95 = estimatePercentile(known, 0.95)
  return p50 === undefined || p95 === undefined ? undefined : { p50, p95 }
}
