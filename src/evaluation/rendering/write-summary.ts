import { isMetric, METRICS } from '../metrics/metric.ts'
import type { Run } from '../run/run-schema.ts'
import { writeTable, type Column } from './table.ts'

const FIGURES: readonly Column[] = [
  { title: 'metric' },
  { title: 'value', align: 'right' },
  { title: '95 % interval' },
  { title: 'questions', align: 'right' },
]

/** The figures of a run as tables for people. */
export function writeSummary(run: Run, { withCurve }: { readonly withCurve: boolean }): string {
  const count = (kind: string) => run.questions.filter((question) => question.kind === kind).length
  const asked = `${run.dataset}: ${count('answerable')} answerable questions, ${count('unanswerable')} unanswerable, ${count('foreign')} of other datasets`
  const metrics = Object.entries(run.metrics).map(([name, { value, low, high, questions }]) => [
    labelOf(name),
    value.toFixed(3),
    interval(low, high, 3),
    questions,
  ])
  const latency = Object.entries(run.latency_ms).flatMap(([what, percentiles]) =>
    Object.entries(percentiles).map(([name, { value, low, high }]) => [
      `${what} ${name}, ms`,
      value.toFixed(1),
      interval(low, high, 1),
      run.questions.filter((question) => question[what as 'search' | 'answer'] !== undefined).length,
    ]),
  )
  const blocks = [asked, writeTable(FIGURES, [...metrics, ...latency])]
  if (withCurve && run.curve.length > 0) blocks.push(writeCurve(run.curve))
  return blocks.join('\n\n')
}

/** What a metric is called in tables. */
export function labelOf(name: string): string {
  if (isMetric(name)) return METRICS[name]
  const [, dataset = '', metric = ''] = /^foreign:(.*):([^:]*)$/.exec(name) ?? []
  return isMetric(metric) ? `${METRICS[metric]}, ${dataset}` : name
}

function interval(low: number, high: number, digits: number): string {
  return `${low.toFixed(digits)} to ${high.toFixed(digits)}`
}

function writeCurve(curve: Run['curve']): string {
  const columns: Column[] = [
    { title: 'confidence from', align: 'right' },
    { title: 'answered', align: 'right' },
    { title: 'right of those', align: 'right' },
  ]
  return writeTable(
    columns,
    curve.map(({ threshold, answered, right }) => [
      threshold.toFixed(1),
      answered.toFixed(3),
      right === undefined ? '-' : right.toFixed(3),
    ]),
  )
}
