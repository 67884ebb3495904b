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
/** Languages with a cache; further ones go without, so made-up codes cannot grow the memory. */
const MAX_CACHES = 24

const caches = new Map<string, BoundedCache<AnalysedWord>>()

function cacheOf(language: Language, kind: RawWord['kind']): BoundedCache<AnalysedWord> | undefined {
  const key = kind === 'word' ? language : `${language}/${kind}`
  let cache = caches.get(key)
  if (cache === undefined && caches.size < MAX_CACHES) {
    cache = createBoundedCache(CACHED_WORDS)
    caches.set(key, cache)
  }
  return cache
}

function analyseAfresh(text: string, kind: RawWord['kind'], pageLanguage: Language): AnalysedWord {
  const language = languageOfWord(text, pageLanguage)
  const normal = normalizeWord(text, language)
  const stops = kind === 'word' || kind === 'pair'
  const stems = kind === 'word' || kind === 'joined'
  const folded = foldWord(stems ? stemWord(normal, language) : normal)
  return {
    term: folded === '' ? '' : encodeTerm(folded),
    isStopWord: stops && isStopWord(normal, language),
  }
}

/** A scanned word under the rules of a language: the one function behind pages and queries alike. */
export function analyseWord(word: RawWord, language: Language): AnalysedWord {
  if (word.text.length > MAX_CACHED_UNITS) return analyseAfresh(word.text, word.kind, language)
  const cache = cacheOf(language, word.kind)
  const known = cache?.get(word.text)
  if (known !== undefined) return known
  const text = detached(word.text)
  const analysed = analyseAfresh(text, word.kind, language)
  cache?.set(text, analysed)
  return analysed
}

/** 'AI', 'IT', 'US' beside lower-case text are names, not the small words they look like. */
export function isAcronym(word: RawWord): boolean {
  return word.text.length > 1 && /^\p{Lu}+$/u.test(word.text)
}

/** Calls `visit` with the words that are indexed and their terms, in order. */
function visitTerms(text: string, language: Language, visit: (word: RawWord, term: string) => void): void {
  const acronyms = hasLowerCase(text)
  scanWords(text, (word) => {
    const analysed = analyseWord(word, language)
    if (analysed.term === '') return
    if (analysed.isStopWord && !(acronyms && isAcronym(word))) return
    visit(word, analysed.term)
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
