/** A `Retry-After` header, seconds or a date, as milliseconds from now; undefined when it is neither. */
export function parseRetryAfter(value: string, now: number): number | undefined {
  const seconds = Number(value)
  const wait = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(value) - now
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined
}
