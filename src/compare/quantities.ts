import type { Span } from '../analysis/index.ts'
import type { SmallWords } from './small-words.ts'

/** A number with what it counts, in a unit that others of its kind can be compared in. */
export interface Quantity {
  /** Quantities of different kinds are never compared: minutes and bytes, dollars and euros. */
  readonly kind: string
  /** Equal for equal quantities. */
  readonly value: string
  /** The number as it stands, unit and all, in the sentence. */
  readonly start: number
  readonly end: number
}

/** Kinds of units, and how many of the smallest each is. Months and years have no fixed number of days. */
const UNITS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  duration: {
    ms: 0.001,
    s: 1,
    sec: 1,
    second: 1,
    min: 60,
    minute: 60,
    h: 3_600,
    hour: 3_600,
    day: 86_400,
    week: 604_800,
  },
  months: { month: 1, year: 12 },
  bytes: { byte: 1, kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12 },
  length: { mm: 1, cm: 10, m: 1_000, km: 1_000_000 },
  weight: { mg: 1, g: 1e3, kg: 1e6 },
  share: { '%': 1, percent: 1 },
  dollars: { $: 1, dollar: 1, usd: 1 },
  euros: { '€': 1, euro: 1, eur: 1 },
  pounds: { '£': 1, gbp: 1 },
  yen: { '¥': 1, yen: 1, jpy: 1 },
}

const units = new Map(
  Object.entries(UNITS).flatMap(([kind, factors]) =>
    Object.entries(factors).map(([unit, factor]) => [unit, { kind, factor }] as const),
  ),
)

/** A number behind one of these, or behind a name, tells which one: "version 2", "Windows 11", "March 5". */
const NAMED =
  /(?:\b(?:version|release|port|level|plan|tier|model|series|type|option|line|generation|channel|number|no|day|week)|\b\p{L}*\p{Lu}[\p{L}.]*)\s$/u
const MONTH = /^\.?\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/
const YEAR = /^(?:19|20)\d\d$/
/** Of the versions that will do, the least is told: there may be but one. */
const OR_LATER = /^(?:\+|,? (?:or|and) (?:later|newer|higher|above|up)\b)/
/** Between two numbers of one range. */
const RANGE = /^\s?(?:-|–|—|to|bis|à|a|al|tot|till|do|до)\s?$/u

const QUANTITY =
  /(?<![\p{L}\p{N}.])(?<sign>[-−])?(?<before>\p{Sc})?\s?(?<digits>\p{Nd}+(?:[.,:]\p{Nd}+)*)(?:[\s-]?(?<after>%|\p{Sc})|(?<gap>[\s-]?)(?<unit>\p{L}+))?/gu
const WORD = /(?<![\p{L}\p{N}'’-])\p{L}+(?![\p{L}\p{N}'’])/gu

/**
 * Numbers of a sentence, in order: digits, prices, times, written-out numbers, ranges. "S10", "5G", "version 2" and "in 2024"
 * are names; "24 hours" is "1 day".
 */
export function readQuantities(sentence: string, { numbers }: SmallWords): Quantity[] {
  const found: Quantity[] = []
  for (const match of sentence.matchAll(QUANTITY)) {
    const { sign, before, digits = '', after, gap, unit } = match.groups ?? {}
    const known = lookUp(unit)
    // Letters that touch the digits and are no unit make a name of them.
    if (unit !== undefined && gap === '' && known === undefined) continue
    const symbol = units.get(before ?? after ?? '')
    const end =
      match.index + match[0].length - (known === undefined && unit !== undefined ? unit.length + (gap?.length ?? 0) : 0)
    const isBare = symbol === undefined && known === undefined
    if (isBare && isName(digits, sentence.slice(0, match.index), sentence.slice(end))) continue
    const { kind, factor } = symbol ?? known ?? kindOf(digits)
    const amount = kind === 'code' ? digits : toAmount(digits, factor)
    found.push({ kind, value: `${sign === undefined ? '' : '-'}${amount}`, start: match.index, end })
  }
  for (const { 0: word, index } of sentence.matchAll(WORD)) {
    const value = numbers.get(word.toLowerCase())
    if (value !== undefined) found.push(withUnit(sentence, value, { start: index, end: index + word.length }))
  }
  return joinRanges(
    sentence,
    found.toSorted((a, b) => a.start - b.start),
  )
}

function isName(digits: string, before: string, after: string): boolean {
  if (OR_LATER.test(after)) return false
  return NAMED.test(before) || MONTH.test(after) || YEAR.test(digits)
}

/** "3 to 5 days" is one quantity. */
function joinRanges(sentence: string, quantities: readonly Quantity[]): Quantity[] {
  const joined: Quantity[] = []
  for (const next of quantities) {
    const last = joined.at(-1)
    const isRange = last !== undefined && RANGE.test(sentence.slice(last.end, next.start))
    if (isRange && (last.kind === next.kind || last.kind === 'number')) {
      joined[joined.length - 1] = { ...next, value: `${last.value} to ${next.value}`, start: last.start }
    } else joined.push(next)
  }
  return joined
}

/** "two hours": the unit that follows a written-out number. */
function withUnit(sentence: string, value: number, { start, end }: Span): Quantity {
  const next = /^[\s-](\p{L}+)/u.exec(sentence.slice(end))
  const known = lookUp(next?.[1])
  if (next === null || known === undefined) return { kind: 'number', value: String(value), start, end }
  return { kind: known.kind, value: String(value * known.factor), start, end: end + next[0].length }
}

/** A unit in the singular or plural; 'm' and 'M' are told apart by nobody, single capitals are names ("5G"). */
function lookUp(unit: string | undefined) {
  if (unit === undefined || /^\p{Lu}$/u.test(unit)) return undefined
  const lower = unit.toLowerCase()
  return units.get(lower) ?? (lower.length > 3 ? units.get(lower.replace(/s$/, '')) : undefined)
}

/** Versions, dates and times of the day are compared as they stand. */
function kindOf(digits: string): { readonly kind: string; readonly factor: number } {
  return { kind: /[:]|[.,].*[.]/.test(digits) ? 'code' : 'number', factor: 1 }
}

/** "1,500" is 1500 and "1,5" is 1.5, as "1.500" and "1.500,00" are 1500. Digits of other scripts stay as they are. */
function toAmount(digits: string, factor: number): string {
  const [, whole, , decimals] = /^(\d{1,3}([.,])\d{3}(?:\2\d{3})*)(?:(?!\2)[.,](\d+))?$/.exec(digits) ?? []
  const plain = whole === undefined ? digits.replace(',', '.') : `${whole.replaceAll(/[.,]/g, '')}.${decimals ?? '0'}`
  const amount = Number(plain) * factor
  return Number.isNaN(amount) ? digits : String(amount)
}
