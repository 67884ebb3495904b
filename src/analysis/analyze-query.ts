import { detectLanguage } from './detect-language.ts'
import { scanWords } from './scan-words.ts'
import { type Language, languageOfWord, scriptOfLanguage, scriptOfWord, UNDETERMINED } from './script.ts'
import type { RawWord } from './split-compound.ts'
import { analyseWord, hasLowerCase, isDropped } from './terms.ts'

/** One distinct word of a query. `variants` are the encoded terms that count as a match, the likeliest first. */
export interface QueryTerm {
  readonly surface: string
  readonly variants: readonly string[]
  /** What counts as the word too; several terms with spaces between are a phrase, of which every word must be there. */
  readonly synonyms?: readonly string[]
}

/** A query and the language it seems to be in ('und' when too short to tell). */
export interface AnalysedQuery {
  readonly language: Language
  readonly terms: QueryTerm[]
  /** Distinct words that are no stop words: none is a question about nothing in particular. */
  readonly contentWords: number
}

/** Each language adds a variant, and with it a chance of a false match and work for the index. */
const MAX_LANGUAGES = 6
/** Below this many UTF-16 units a detected Latin-script language that the library lacks is more likely a mistake. */
const TRUSTED_QUERY_UNITS = 24

function stopLanguage(word: RawWord, detected: Language, text: string, library: readonly Language[]): Language {
  const guessed = scriptOfLanguage(detected) === 'Latin' && text.length < TRUSTED_QUERY_UNITS
  if (detected !== UNDETERMINED && (!guessed || library.includes(detected))) return languageOfWord(word.text, detected)
  const script = scriptOfWord(word.text)
  return library.find((language) => language !== UNDETERMINED && scriptOfLanguage(language) === script) ?? 'en'
}

/** The rules a word may have been indexed under: those of the query's language first, then the library's. */
function languagesOf(word: RawWord, detected: Language, library: readonly Language[]): Language[] {
  const script = scriptOfWord(word.text)
  const written = [detected, ...library].map((language) => {
    // A page in another script keeps foreign words unstemmed, or as English when they are Latin.
    return languageOfWord(word.text, language)
  })
  const own = written.filter((language) => script === 'Other' || scriptOfLanguage(language) === script)
  const rest = written.filter((language) => language === UNDETERMINED)
  // 'und' is one more set of rules, and pages too short to detect are common: it always has a place.
  const distinct = [...new Set(own)].slice(0, rest.length > 0 ? MAX_LANGUAGES - 1 : MAX_LANGUAGES)
  return [...new Set([...distinct, ...rest.slice(0, 1)])]
}

function variantsOf(word: RawWord, languages: readonly Language[]): string[] {
  const terms = languages.map((language) => analyseWord(word, language).term)
  return [...new Set(terms)].filter((term) => term !== '')
}

/**
 * Analyses a question for matching against a library whose pages are in `libraryLanguages` (most common first, 'und'
 * included when there are pages without a language). A short query's language is a guess, so each word is analysed
 * under that language and every library language of its script, six at most, and the distinct terms are its variants.
 * Stop words are dropped, unless nothing else is there; a repeated word counts once.
 */
export function analyzeQuery(text: string, libraryLanguages: readonly Language[]): AnalysedQuery {
  const language = detectLanguage(text)
  const capitals = hasLowerCase(text)
  const content = new Map<string, QueryTerm>()
  const all = new Map<string, QueryTerm>()
  scanWords(text, (word) => {
    const variants = variantsOf(word, languagesOf(word, language, libraryLanguages))
    if (variants.length === 0) return
    const key = variants.join(' ')
    const term = { surface: text.slice(word.start, word.end), variants }
    if (!all.has(key)) all.set(key, term)
    const stops = analyseWord(word, stopLanguage(word, language, text, libraryLanguages))
    if (!isDropped(word, stops, capitals) && !content.has(key)) content.set(key, term)
  })
  return { language, terms: [...(content.size > 0 ? content : all).values()], contentWords: content.size }
}
