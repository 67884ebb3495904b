/** Milliseconds of repeated runs, summed up. */
export interface Latency {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly count: number
}

export function summarize(samples: readonly number[]): Latency {
  const sorted = samples.toSorted((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), count: sorted.length }
}

export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits))
}

/** Runs `work` for each item, `width` at once; gives the milliseconds each took. */
export async function measureEach<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<unknown>,
): Promise<number[]> {
  const samples: number[] = []
  let next = 0
  const lane = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) {
      const startedAt = performance.now()
      await work(item)
      samples.push(performance.now() - startedAt)
    }
  }
  await Promise.all(Array.from({ length: width }, lane))
  return samples
}

export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / 1000
}

export function median(samples: readonly number[]): number {
  return samples.toSorted((a, b) => a - b)[Math.floor(samples.length / 2)] ?? 0
}

/** A share as tables tell it: two decimals without the zero in front. */
export function writeShare(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(2).replace(/^0/, '')
}
