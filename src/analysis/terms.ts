import { type BoundedCache, createBoundedCache, detached } from './bounded-cache.ts'
import { encodeTerm } from './encode-term.ts'
import { foldWord, normalizeWord } from './normalize-word.ts'
import { scanWords } from './scan-words.ts'
import { type Language, languageOfWord } from './script.ts'
import type { RawWord } from './split-compound.ts'
import { stemWord } from './stem-word.ts'
import { isStopWord } from './stop-words.ts'

/** One indexable word. Offsets are UTF-16 units in the given text: `text.slice(start, end) === surface`. */
export interface Token {
  readonly surface: string
  /** What the index stores: `[a-z0-9]` only, see `encodeTerm`. */
  readonly term: string
  readonly start: number
  readonly end: number
}

/** A word under the rules of a language. `term` is empty when nothing indexable is left of it. */
export interface AnalysedWord {
  readonly term: string
  readonly isStopWord: boolean
}

/** Distinct words remembered per language, twice over: some 4 MB a language when full. */
const CACHED_WORDS = 10_000
/** Longer words are rare, and remembering them would let one page fill the memory. */
const MAX_CACHED_UNITS = 40
/** Languages with a cache. The oldest goes when there are more, so made-up codes cannot grow the memory. */
const MAX_CACHES = 24

const caches = new Map<Language, BoundedCache<AnalysedWord>>()

function cacheOf(language: Language): BoundedCache<AnalysedWord> {
  const known = caches.get(language)
  if (known !== undefined) return known
  const [oldest] = caches.keys()
  if (oldest !== undefined && caches.size >= MAX_CACHES) caches.delete(oldest)
  const cache = createBoundedCache<AnalysedWord>(CACHED_WORDS)
  caches.set(language, cache)
  return cache
}

function analyseAfresh(text: string, pageLanguage: Language): AnalysedWord {
  const language = languageOfWord(text, pageLanguage)
  const normal = normalizeWord(text, language)
  // Version numbers and codes ('2.14', '90s') are names; they have no inflections.
  const folded = foldWord(/^\p{N}/u.test(normal) ? normal : stemWord(normal, language))
  return { term: folded === '' ? '' : encodeTerm(folded), isStopWord: isStopWord(normal, language) }
}

/** A scanned word under the rules of a language: the one function behind pages and queries alike. */
export function analyseWord({ text }: RawWord, language: Language): AnalysedWord {
  if (text.length > MAX_CACHED_UNITS) return analyseAfresh(text, language)
  const cache = cacheOf(language)
  const known = cache.get(text)
  if (known !== undefined) return known
  const key = detached(text)
  const analysed = analyseAfresh(key, language)
  cache.set(key, analysed)
  return analysed
}

/** Whether an analysed word carries no content. `capitals` tells whether capitals mean anything in its text. */
export function isDropped(word: RawWord, analysed: AnalysedWord, capitals: boolean): boolean {
  if (word.kind === 'joined' || !analysed.isStopWord) return false
  return !(capitals && isAcronym(word))
}

/** 'AI', 'IT', 'US' beside lower-case text are names, not the small words they look like. */
function isAcronym(word: RawWord): boolean {
  return word.text.length > 1 && /^\p{Lu}+$/u.test(word.text)
}

/** Calls `visit` with the words that are indexed and their terms, in order. */
function visitTerms(text: string, language: Language, visit: (word: RawWord, term: string) => void): void {
  const capitals = hasLowerCase(text)
  scanWords(text, (word) => {
    const analysed = analyseWord(word, language)
    if (analysed.term !== '' && !isDropped(word, analysed, capitals)) visit(word, analysed.term)
  })
}

/** Whether capitals mean anything in the text: in one written all in capitals they do not. */
export function hasLowerCase(text: string): boolean {
  return /\p{Ll}/u.test(text)
}

/**
 * Every indexable word of a text, stop words left out, in order; the parts of a compound come before its joined
 * form, whose offsets cover them. `language` is an ISO 639-1 code or 'und'; an unknown code means no stemming.
 */
export function tokenize(text: string, language: Language): Token[] {
  const tokens: Token[] = []
  visitTerms(text, language, ({ start, end }, term) => {
    tokens.push({ surface: text.slice(start, end), term, start, end })
  })
  return tokens
}

/** The terms of `tokenize`, repeated when the word is: join them with spaces to fill a full-text index. */
export function analyze(text: string, language: Language): string[] {
  const terms: string[] = []
  visitTerms(text, language, (_word, term) => {
    terms.push(term)
  })
  return terms
}
