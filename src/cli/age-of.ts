const UNITS = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/**
 * "3 days ago", "last week"; "now" within a minute, and for what another clock says is yet to come.
 * @param time Unix seconds
 * @param now milliseconds since the epoch
 */
export function ageOf(time: number, now: number): string {
  const seconds = Math.max(0, Math.floor(now / 1_000) - time)
  const [unit, length] = UNITS.find(([, size]) => seconds >= size) ?? (['second', Infinity] as const)
  return format.format(-Math.floor(seconds / length), unit)
}
