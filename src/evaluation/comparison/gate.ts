import type { Comparison } from './compare-runs.ts'

/** How much worse a run may be than the one before. */
export interface Gate {
  readonly maxNewRefusals: number
  readonly maxWrongAnswers: number
  readonly maxLostCitations: number
  readonly maxChanged: number
  /** By metric, as a difference: 0.01 is one hundredth of the scale from 0 to 1. */
  readonly maxDrops: ReadonlyMap<string, number>
}

/** What a reader would complain about fails; an answer that is only worded otherwise does not. */
export const DEFAULT_GATE: Gate = {
  maxNewRefusals: 0,
  maxWrongAnswers: 0,
  maxLostCitations: 0,
  maxChanged: Number.POSITIVE_INFINITY,
  maxDrops: new Map(),
}

/** Differences of binary fractions must not fail a gate that they exactly meet. */
const TOLERANCE = 1e-9

/** Why the gate is closed, a sentence each; none: it is open. */
export function findGateFailures(comparison: Comparison, gate: Gate): string[] {
  const counts: readonly [what: string, count: number, most: number][] = [
    ['new refusals', comparison.newRefusals.length, gate.maxNewRefusals],
    ['new answers to questions without one', comparison.wrongAnswers.length, gate.maxWrongAnswers],
    ['lost citations', comparison.lostCitations.length, gate.maxLostCitations],
    ['changed answers', comparison.changedAnswers.length, gate.maxChanged],
  ]
  const failures = counts
    .filter(([, count, most]) => count > most)
    .map(([what, count, most]) => `${what}: ${count}, at most ${most} allowed`)
  for (const [metric, most] of gate.maxDrops) {
    const change = comparison.metrics.find((one) => one.metric === metric)
    if (change === undefined) failures.push(`${metric}: not measured in both runs`)
    else if (change.before - change.now > most + TOLERANCE) {
      failures.push(
        `${metric}: ${change.before.toFixed(3)} -> ${change.now.toFixed(3)}, a drop of at most ${most} allowed`,
      )
    }
  }
  return failures
}
