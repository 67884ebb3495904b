import type { Language } from './script.ts'

/** Longest term in code points. Longer runs are noise (hashes, base64), and a stemmer must not see megabytes. */
export const MAX_TERM_CODE_POINTS = 64

/** UTF-16 units of a raw word that are looked at; leaves room for marks and invisible characters to fall away. */
const MAX_RAW_UNITS = 256

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu
/** Arabic vowel signs and tatweel, and Hebrew points: written for learners, left out by everybody else. */
const OPTIONAL_MARKS = /[[\p{scx=Arabic}\p{scx=Hebrew}]&&\p{Mn}]|\u0640/gv
const NATIVE_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/g
const DIGIT_ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50]

/** Most words of most libraries: nothing below applies to them but lower case. */
const ASCII = /^[\x21-\x7e]*$/
const LATIN_OR_GREEK = /[\p{Script=Latin}\p{Script=Greek}]/u
const ARABIC = /\p{Script=Arabic}/u

/** Letters that Unicode does not decompose but people type without: the plain spelling they stand for. */
const PLAIN_LETTERS = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ł', 'l'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ς', 'σ'],
])

/** Keyboards of the region produce different letters for the same one; one spelling is kept for all of them. */
const ARABIC_LETTERS = new Map([
  ['\u0623', '\u0627'],
  ['\u0625', '\u0627'],
  ['\u0622', '\u0627'],
  ['\u0671', '\u0627'],
  ['\u0649', '\u064a'],
  ['\u06cc', '\u064a'],
  ['\u06a9', '\u0643'],
  ['\u0629', '\u0647'],
  ['\u06c1', '\u0647'],
])

function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0)
  const zero = DIGIT_ZEROS.findLast((start) => start <= code) ?? code
  return String(code - zero)
}

/** The word cut to its first 64 code points, never through a surrogate pair. */
export function cutWord(word: string): string {
  if (word.length <= MAX_TERM_CODE_POINTS) return word
  return Array.from(word.slice(0, 2 * MAX_TERM_CODE_POINTS))
    .slice(0, MAX_TERM_CODE_POINTS)
    .join('')
}

/**
 * One spelling for one word, before stemming: compatibility forms composed (NFKC), lower case by the rules of the
 * language, ASCII digits, no invisible characters, no optional marks. Diacritics stay: the stemmers need them.
 */
export function normalizeWord(raw: string, language: Language): string {
  const bounded = raw.length > MAX_RAW_UNITS ? raw.slice(0, MAX_RAW_UNITS).replace(/[\ud800-\udbff]$/, '') : raw
  const turkic = language === 'tr' || language === 'az'
  if (!turkic && ASCII.test(bounded)) return cutWord(bounded.toLowerCase())
  const composed = bounded.normalize('NFKC').replace(INVISIBLE, '')
  // Turkish and Azerbaijani pair I with a dotless i; the wrong pairing would hide the suffixes from the stemmer.
  const lower = turkic ? composed.toLocaleLowerCase(language) : composed.toLowerCase()
  const digits = lower.replace(NATIVE_DIGITS, asciiDigit).replace(OPTIONAL_MARKS, '')
  // Russian textbooks mark the stress.
  const stressless = /[\u0400-\u04ff]\u0301/.test(digits) ? digits.replace(/(?<=[\u0400-\u04ff])\u0301/g, '') : digits
  const persian = language === 'fa' || language === 'ur'
  return cutWord(persian ? stressless.replace(/[\u0649\u064a]/g, '\u06cc').replace(/\u0643/g, '\u06a9') : stressless)
}

/**
 * Drops what searchers leave out, after stemming: Latin and Greek diacritics, Russian yo, Arabic letter variants.
 * Marks of other scripts are vowels or voicing, so they stay.
 */
export function foldWord(word: string): string {
  if (ASCII.test(word)) return cutWord(word)
  let folded = word
  if (LATIN_OR_GREEK.test(folded)) {
    const bare = folded
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .normalize('NFC')
    folded = bare.replace(/[ßæœøđðþłħıς]/g, (letter) => PLAIN_LETTERS.get(letter) ?? letter)
  } else if (ARABIC.test(folded)) {
    folded = folded.replace(/[\u0622\u0623\u0625\u0629\u0649\u0671\u06a9\u06c1\u06cc]/g, (letter) => {
      return ARABIC_LETTERS.get(letter) ?? letter
    })
  }
  return cutWord(folded.replaceAll('ё', 'е'))
}
