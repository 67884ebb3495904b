/** Years 1 to 9999: what PostgreSQL, JavaScript and ISO 8601 agree on. */
const EARLIEST = Date.parse('0001-01-01T00:00:00Z') / 1_000
const LATEST = Date.parse('9999-12-31T23:59:59Z') / 1_000

const DATE = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/i

/**
 * Reads a time: Unix seconds, as a number or as its digits, or a date in ISO 8601, which is meant in UTC when it says
 * no other zone.
 * @returns whole Unix seconds of the years 1 to 9999; undefined for anything else
 */
export function readTime(value: unknown): number | undefined {
  const seconds = typeof value === 'string' ? readText(value) : value
  if (!Number.isSafeInteger(seconds)) return undefined
  const time = seconds as number
  return time >= EARLIEST && time <= LATEST ? time : undefined
}

function readText(text: string): number | undefined {
  if (/^-?\d{1,12}$/.test(text)) return Number(text)
  const [, day, time = '00:00', zone = 'Z'] = DATE.exec(text) ?? []
  if (day === undefined) return undefined
  const midnight = new Date(`${day}T00:00Z`)
  // A day that the month does not have is taken for one of the next month.
  if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(day)) return undefined
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`
  return Math.floor(Date.parse(`${day}T${time}${offset}`) / 1_000)
}
