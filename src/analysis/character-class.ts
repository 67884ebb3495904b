/** What the scanner needs to know of a code point. Plain numbers, because they live in byte tables. */
export const OTHER = 0
export const LETTER = 1
export const UPPER = 2
export const DIGIT = 3
export const MARK = 4
/** Han, kana and Hangul: indexed as overlapping pairs. */
export const CJK = 5
/** Scripts written without spaces whose words only a dictionary finds: Thai, Lao, Khmer, Burmese. */
export const DICTIONARY = 6
/** Zero-width characters, soft hyphens and bidi controls: kept inside a word, absent from its term. */
export const INVISIBLE = 7
export const APOSTROPHE = 8
export const HYPHEN = 9
export const UNDERSCORE = 10
export const DOT = 11
export const COMMA = 12
export const QUOTE = 13

/** Half-width and prolonged sound marks are "common" to Unicode but only ever part of Japanese words. */
const CJK_PATTERN =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u30fc\uff70\uff9e\uff9f]$/u
const DICTIONARY_PATTERN = /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u
const INVISIBLE_PATTERN = /^\p{Default_Ignorable_Code_Point}$/u
const WORD_PATTERN = /^[\p{L}\p{N}]$/u

const PUNCTUATION = new Map<string, number>([
  ...[...`'\u2018\u2019\u02bc\u05f3\uff07`].map((mark): [string, number] => [mark, APOSTROPHE]),
  ...[...'-\u2010\u2011\uff0d'].map((mark): [string, number] => [mark, HYPHEN]),
  ...[...'_\uff3f'].map((mark): [string, number] => [mark, UNDERSCORE]),
  ...[...'.\uff0e'].map((mark): [string, number] => [mark, DOT]),
  ...[...'"\u05f4'].map((mark): [string, number] => [mark, QUOTE]),
  [',', COMMA],
])

function classify(codePoint: number): number {
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return OTHER
  const character = String.fromCodePoint(codePoint)
  const punctuation = PUNCTUATION.get(character)
  if (punctuation !== undefined) return punctuation
  if (INVISIBLE_PATTERN.test(character)) return INVISIBLE
  if (/^\p{M}$/u.test(character)) return DICTIONARY_PATTERN.test(character) ? DICTIONARY : MARK
  if (/^\p{Nd}$/u.test(character)) return DIGIT
  if (CJK_PATTERN.test(character)) return /^[\p{L}\p{N}\uff9e\uff9f]$/u.test(character) ? CJK : OTHER
  if (DICTIONARY_PATTERN.test(character)) return WORD_PATTERN.test(character) ? DICTIONARY : OTHER
  if (!WORD_PATTERN.test(character)) return OTHER
  return /^\p{Lu}$/u.test(character) ? UPPER : LETTER
}

/** Filled a page of 256 at a time: a regular expression per character would be a hundred times slower. */
const pages: (Uint8Array | undefined)[] = Array.from({ length: 0x1100 })

function pageOf(number: number): Uint8Array {
  const page = Uint8Array.from({ length: 256 }, (_, low) => classify((number << 8) | low))
  pages[number] = page
  return page
}

/** The class (one of the constants of this file) of a Unicode code point. */
export function classOf(codePoint: number): number {
  const page = pages[codePoint >> 8] ?? pageOf(codePoint >> 8)
  return page[codePoint & 255] ?? OTHER
}
