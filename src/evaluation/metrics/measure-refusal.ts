import type { Tally } from '../statistics/bootstrap.ts'
import { REFUSAL_METRICS } from './metric.ts'

/** What one question adds to precision, recall and F1 of refusing; a refusal is right when there is no answer. */
export function measureRefusal(
  isRefused: boolean,
  isAnswerable: boolean,
): Record<(typeof REFUSAL_METRICS)[number], Tally> {
  const right = isRefused && !isAnswerable ? 1 : 0
  const refused = isRefused ? 1 : 0
  const refusable = isAnswerable ? 0 : 1
  return {
    refusal_precision: [right, refused],
    refusal_recall: [right, refusable],
    refusal_f1: [2 * right, refused + refusable],
  }
}

/** The same among the library's own questions and those of another dataset. */
export function measureForeignRefusal(dataset: string, isRefused: boolean, isForeign: boolean) {
  const tallies = measureRefusal(isRefused, !isForeign)
  return Object.fromEntries(REFUSAL_METRICS.map((metric) => [`foreign:${dataset}:${metric}` as const, tallies[metric]]))
}
