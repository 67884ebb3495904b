/** A share, never without what it is a share of. */
export interface Rate {
  /** 0 to 1; null where there is nothing to have a share of. */
  readonly rate: number | null
  readonly numerator: number
  readonly denominator: number
}

export function toRate(numerator: number, denominator: number): Rate {
  return { rate: denominator === 0 ? null : round(numerator / denominator), numerator, denominator }
}

/** @returns null for the average of nothing */
export function toAverage(total: number, count: number): number | null {
  return count === 0 ? null : round(total / count)
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
