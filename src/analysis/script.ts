import { createBoundedCache } from './bounded-cache.ts'

/** ISO 639-1 code ('en', 'ja', 'he', ...) or 'und' when the language is not known. */
export type Language = string

export const UNDETERMINED: Language = 'und'

/** The scripts the analysis tells apart; everything else is 'Other' and is never stemmed across languages. */
const SCRIPT_PATTERNS: readonly (readonly [string, RegExp])[] = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Thai',
  'Devanagari',
  'Armenian',
  'Bengali',
  'Ethiopic',
  'Georgian',
  'Gujarati',
  'Gurmukhi',
  'Kannada',
  'Khmer',
  'Lao',
  'Malayalam',
  'Myanmar',
  'Oriya',
  'Sinhala',
  'Tamil',
  'Telugu',
].map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')])

/** The languages not written in Latin letters, by their script. */
const LANGUAGE_SCRIPTS = new Map<Language, string>(
  Object.entries({
    Cyrillic: 'ru uk be bg sr mk kk ky mn tg',
    Greek: 'el',
    Arabic: 'ar fa ur ku ps',
    Hebrew: 'he yi',
    Devanagari: 'hi mr ne',
    // Japanese mixes three scripts; as the script of a word or a language they are one.
    Han: 'ja zh',
    Hangul: 'ko',
    Thai: 'th',
    Lao: 'lo',
    Khmer: 'km',
    Myanmar: 'my',
    Armenian: 'hy',
    Georgian: 'ka',
    Bengali: 'bn',
    Ethiopic: 'am',
    Gujarati: 'gu',
    Gurmukhi: 'pa',
    Kannada: 'kn',
    Malayalam: 'ml',
    Oriya: 'or',
    Sinhala: 'si',
    Tamil: 'ta',
    Telugu: 'te',
  }).flatMap(([script, languages]) => languages.split(' ').map((language): [Language, string] => [language, script])),
)

/** Scripts of the characters met: the patterns are tried in turn, which is too slow to do for every letter. */
const seen = createBoundedCache<string>(4096)

/** The script of one character (a string of one code point), or 'Other' for signs, digits and unlisted scripts. */
export function scriptOfCharacter(character: string): string {
  const known = seen.get(character)
  if (known !== undefined) return known
  const script = SCRIPT_PATTERNS.find(([, pattern]) => pattern.test(character))?.[0] ?? 'Other'
  seen.set(character, script)
  return script
}

/** The script of a word: that of its first letter, kana counted as Han. A word of digits has none ('Other'). */
export function scriptOfWord(word: string): string {
  if (/^[a-z]/i.test(word)) return 'Latin'
  const letter = /\p{L}/u.exec(word)?.[0]
  const script = letter === undefined ? 'Other' : scriptOfCharacter(letter)
  return script === 'Hiragana' || script === 'Katakana' ? 'Han' : script
}

/** The script a language is written in; Latin for every language that is not listed with another. */
export function scriptOfLanguage(language: Language): string {
  return LANGUAGE_SCRIPTS.get(language) ?? 'Latin'
}

/**
 * The language whose rules apply to a word on a page of `language`. A Russian or Japanese page is full of Latin
 * words ('API settings'), which are English in practice; a word in any other foreign script has no known language.
 */
export function languageOfWord(word: string, language: Language): Language {
  if (language === UNDETERMINED) return UNDETERMINED
  const script = scriptOfWord(word)
  if (script === 'Other' || script === scriptOfLanguage(language)) return language
  // Croatian, Bosnian and Serbian share one stemmer that reads both alphabets.
  if (script === 'Latin') return language === 'sr' ? 'sr' : 'en'
  return UNDETERMINED
}
