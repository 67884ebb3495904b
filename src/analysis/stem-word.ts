import { createStemmer } from 'multilingual-stemmer'
import { cutWord } from './normalize-word.ts'
import type { Language } from './script.ts'
import { stemHebrew } from './stem-hebrew.ts'

/** The languages the Snowball package has a stemmer for, by its own codes. */
// oxfmt-ignore
const SNOWBALL = [
  'ar', 'hy', 'eu', 'ca', 'cs', 'da', 'nl', 'en', 'eo', 'et', 'fi', 'fr', 'de', 'el', 'hi', 'hu', 'id', 'ga', 'it',
  'lt', 'ne', 'no', 'fa', 'pl', 'pt', 'ro', 'ru', 'sr', 'es', 'sv', 'ta', 'tr', 'yi',
] as const

type SnowballLanguage = (typeof SNOWBALL)[number]

/** Written standards close enough to share a stemmer; Malay shares the affixes of Indonesian. */
const ALIASES = new Map<Language, SnowballLanguage>([
  ['nb', 'no'],
  ['nn', 'no'],
  ['hr', 'sr'],
  ['bs', 'sr'],
  ['ms', 'id'],
])

type Stemmer = (word: string) => string

const stemmers = new Map<Language, Stemmer>()

function identity(word: string): string {
  return word
}

function makeStemmer(language: Language): Stemmer {
  if (language === 'he') return stemHebrew
  const code = ALIASES.get(language) ?? SNOWBALL.find((known) => known === language)
  return code === undefined ? identity : createStemmer(code)
}

/**
 * The stem of a normalised lower-case word under a language's rules; the word itself where no stemmer exists.
 * An empty stem would lose the word, so then the word stays too.
 */
export function stemWord(word: string, language: Language): string {
  let stemmer = stemmers.get(language)
  if (stemmer === undefined) {
    stemmer = makeStemmer(language)
    // Only known languages are kept: the set is small and a caller's made-up codes cannot grow it.
    if (stemmer !== identity) stemmers.set(language, stemmer)
  }
  const stem = stemmer(word)
  return stem === '' ? word : cutWord(stem)
}
