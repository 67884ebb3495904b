import { negationWords } from '../../analysis/index.ts'

/** What is said instead of "not possible". */
const DENYING_STATES: Readonly<Record<string, readonly string[]>> = {
  en: ['unable', 'impossible'],
  de: ['unmöglich'],
  ru: ['невозможно'],
  uk: ['неможливо'],
}

/** Scripts without spaces, and languages that negate inside of words. */
const NEGATED_PARTS: Readonly<Record<string, RegExp>> = {
  zh: /[不没沒无無未勿别別]/,
  ja: /ない|なく|ません|せず|無/,
  ko: /않|없|못|안 |아니/,
  ar: /(?:^|\s)(?:لا|لم|لن|ليس\S*|غير|بدون|دون)(?=\s|$)/,
  he: /(?:^|\s)(?:לא|אין|בלי|ללא|אל)(?=\s|$)/,
  hi: /नहीं|मत |बिना/,
}

export interface Negations {
  /** Where lack is not told apart, it counts as a denial. */
  readonly denies: boolean
  /** Undefined in languages where it is not told apart here. */
  readonly lacks: boolean | undefined
}

/** What a text denies; undefined for a language whose negations are not known here. */
export function negationsIn(text: string, language: string): Negations | undefined {
  const parts = NEGATED_PARTS[language]
  if (parts !== undefined) return { denies: parts.test(text), lacks: undefined }
  const known = negationWords(language)
  if (known === undefined) return undefined
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+(?:['’]\p{L}+)*/gu) ?? []
  const states = DENYING_STATES[language] ?? []
  const denies = words.some((word) => known.denies(word) || states.includes(word))
  return { denies, lacks: known.lacks && words.some(known.lacks) }
}

/** Whether a sentence denies nothing that is not denied around its quote. */
export function deniesOnly(said: Negations, around: Negations): boolean {
  const [first, second] = alike(said, around)
  return (!first.denies || second.denies) && (first.lacks !== true || second.lacks === true)
}

/** Both with lack counted in the same way. */
function alike(...both: readonly [Negations, Negations]): readonly [Negations, Negations] {
  if (both.every(({ lacks }) => lacks !== undefined)) return both
  const [first, second] = both.map(({ denies, lacks }) => ({ denies: denies || lacks === true, lacks: undefined }))
  return first === undefined || second === undefined ? both : [first, second]
}
