import { percentile } from './percentile.ts'
import { makeRandom } from './random.ts'

/**
 * What one question adds to a metric: gained of possible. A metric is the sum of what was gained over the sum of what
 * was possible, so that means, precision, recall and F1 are all of one form.
 */
export type Tally = readonly [gained: number, possible: number]

/** A figure with its 95 % interval. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

const RESAMPLES = 1_000

/** Gained over possible; undefined where nothing was possible. */
export function ratio(tallies: readonly Tally[]): number | undefined {
  let gained = 0
  let possible = 0
  for (const tally of tallies) {
    gained += tally[0]
    possible += tally[1]
  }
  return possible === 0 ? undefined : gained / possible
}

/** The metric, and how it would vary with other questions of the same kind. Undefined where nothing was possible. */
export function estimateRatio(tallies: readonly Tally[]): Estimate | undefined {
  const counting = tallies.filter(([, possible]) => possible > 0)
  return resample(counting, ratio)
}

/** A percentile of measured times. Undefined of none. */
export function estimatePercentile(times: readonly number[], share: number): Estimate | undefined {
  return resample(times, (some) =>
    some.length === 0 ? undefined : percentile(Float64Array.from(some).toSorted(), share),
  )
}

/**
 * How much a metric moved between two runs over the same questions: each resample takes a question's tallies of both.
 * Undefined where one of the runs has nothing to measure.
 */
export function estimateDifference(pairs: readonly (readonly [before: Tally, now: Tally])[]): Estimate | undefined {
  const counting = pairs.filter(([before, now]) => before[1] > 0 || now[1] > 0)
  return resample(counting, (some) => {
    const before = ratio(some.map((pair) => pair[0]))
    const now = ratio(some.map((pair) => pair[1]))
    return before === undefined || now === undefined ? undefined : now - before
  })
}

/** The percentile bootstrap. A resample for which there is no figure is left out. */
function resample<T>(items: readonly T[], figure: (items: readonly T[]) => number | undefined): Estimate | undefined {
  const value = figure(items)
  if (value === undefined) return undefined
  const random = makeRandom()
  const figures: number[] = []
  const drawn = [...items]
  for (let round = 0; round < RESAMPLES; round++) {
    for (let index = 0; index < drawn.length; index++) {
      drawn[index] = items[Math.floor(random() * items.length)] as T
    }
    const one = figure(drawn)
    if (one !== undefined) figures.push(one)
  }
  figures.sort((a, b) => a - b)
  return { value, low: percentile(figures, 0.025), high: percentile(figures, 0.975) }
}
