export interface Example {
  readonly features: readonly number[]
  readonly isPositive: boolean
}

/** Steps of gradient descent on standardised features: enough for a handful of them. */
const STEPS = 2_000
const RATE = 0.5
/** Keeps weights of what hardly varies small. */
const RIDGE = 0.002

/**
 * Logistic regression in which both classes count the same, however many examples each has.
 * @returns weights of the features as they are given
 */
export function fitLogistic(examples: readonly Example[]): { readonly weights: number[]; readonly bias: number } {
  const width = examples[0]?.features.length ?? 0
  const columns = Array.from({ length: width }, (_, at) => examples.map(({ features }) => features[at] ?? 0))
  const means = columns.map(mean)
  const spreads = columns.map((column, at) => Math.sqrt(mean(column.map((x) => (x - (means[at] ?? 0)) ** 2))) || 1)
  const positives = examples.filter(({ isPositive }) => isPositive).length
  const rows = examples.map(({ features, isPositive }) => ({
    values: features.map((x, at) => (x - (means[at] ?? 0)) / (spreads[at] ?? 1)),
    target: isPositive ? 1 : 0,
    share: examples.length / 2 / (isPositive ? positives : examples.length - positives),
  }))

  const weights = Array<number>(width).fill(0)
  let bias = 0
  for (let step = 0; step < STEPS; step++) {
    const slopes = Array<number>(width).fill(0)
    let slope = 0
    for (const { values, target, share } of rows) {
      const logit = values.reduce((sum, x, at) => sum + x * (weights[at] ?? 0), bias)
      const error = (1 / (1 + Math.exp(-logit)) - target) * share
      values.forEach((x, at) => (slopes[at] = (slopes[at] ?? 0) + error * x))
      slope += error
    }
    weights.forEach((weight, at) => (weights[at] = weight - RATE * ((slopes[at] ?? 0) / rows.length + RIDGE * weight)))
    bias -= (RATE * slope) / rows.length
  }
  const unscaled = weights.map((weight, at) => weight / (spreads[at] ?? 1))
  return { weights: unscaled, bias: bias - unscaled.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0) }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
