import { analyze, detectLanguage, inContext, tokenize, type Span } from '../../analysis/index.ts'
import type { LookedAt, Quote } from '../answer.ts'
import { quotePassage } from '../quote-passage.ts'
import { findForeignFact, type Fact } from './facts.ts'
import { findQuote } from './find-quote.ts'
import { hasNegation } from './negations.ts'
import type { Claim } from './read-line.ts'

/** Why a sentence is not believed. */
export type Rejection = 'no_quote' | 'quote_not_found' | 'language' | 'unsupported' | 'negation' | Fact

export interface Verified {
  readonly passage: LookedAt
  readonly quote: Quote
}

/** Words of a quote that mean something: one alone is found anywhere. */
const MIN_QUOTE_WORDS = 2
/** The share of a sentence's words that must stand in what it cites; the rest is how it is put. */
const MIN_SUPPORTED_SHARE = 0.6
/** What decides whether a model's sentence is believed, as it is kept with answers. */
export const GENERATED_SETTINGS = {
  min_quote_words: MIN_QUOTE_WORDS,
  min_supported_share: MIN_SUPPORTED_SHARE,
} as const

const UNDETERMINED = 'und'

/** A quoted stretch of a passage. */
interface Evidence extends Span {
  readonly passage: LookedAt
}

/**
 * Whether a sentence is supported by what it cites. A quote counts where it stands word for word in a passage that the
 * sentence names; the passage is then its evidence.
 * @param passages as they were numbered in the prompt
 * @param language that the answer should be in; undefined where that is not known
 * @returns the quotes, at least one, or what is wrong
 */
export function verifyClaim(
  { text, supports }: Claim,
  passages: readonly LookedAt[],
  language: string | undefined,
): readonly Verified[] | Rejection {
  if (supports.length === 0) return 'no_quote'
  const evidence = findEvidence(supports, passages)
  if (evidence.length === 0) return 'quote_not_found'
  const ownLanguage = languageOf(text, evidence, language)
  const context = evidence.map(({ passage }) => inContext(passage.title, passage.headingPath, passage.text))
  const fact = findForeignFact(text, context.join('\n'), ownLanguage)
  if (fact !== undefined) return fact
  if (!isNegatedAlike(text, ownLanguage, evidence)) return 'negation'
  if (!sharesWords(text, ownLanguage, evidence)) return 'unsupported'
  return evidence.map(({ passage, start, end }) => ({ passage, quote: quotePassage(passage, { start, end }) }))
}

function findEvidence(supports: Claim['supports'], passages: readonly LookedAt[]): Evidence[] {
  return supports.flatMap(({ passages: numbers, quote }) =>
    [...new Set(numbers)].flatMap((number) => {
      const passage = passages[number - 1]
      const span = passage === undefined ? undefined : findQuote(passage.text, quote)
      if (passage === undefined || span === undefined) return []
      const words = analyze(passage.text.slice(span.start, span.end), passage.language).length
      const isWhole = words === analyze(passage.text, passage.language).length
      return words >= MIN_QUOTE_WORDS || isWhole ? [{ passage, ...span }] : []
    }),
  )
}

/** What the sentence is written in: of a short one that is a guess, and it is then taken to keep to what was asked. */
function languageOf(text: string, evidence: readonly Evidence[], language: string | undefined): string {
  const detected = detectLanguage(text)
  const isCopied = evidence.some(({ passage }) => passage.language === detected)
  if (isCopied) return detected
  return language ?? (detected === UNDETERMINED ? (evidence[0]?.passage.language ?? detected) : detected)
}

/** A sentence denies something where its quote does, or what leads up to the quote, and only where its passage does. */
function isNegatedAlike(text: string, language: string, evidence: readonly Evidence[]): boolean {
  const denies = hasNegation(text, language)
  if (denies === undefined) return true
  const known = evidence.filter(({ passage }) => hasNegation('', passage.language) !== undefined)
  if (known.length === 0) return true
  return denies
    ? known.some(({ passage }) => hasNegation(passage.text, passage.language))
    : known.some(({ passage, start, end }) => !hasNegation(clauseOf(passage.text, start, end), passage.language))
}

/** From the beginning of the clause that the quote begins in to the quote's end. */
function clauseOf(text: string, start: number, end: number): string {
  const before = /[^.!?;:,。、，\n]*$/.exec(text.slice(0, start))?.[0] ?? ''
  return before + text.slice(start, end)
}

/** Only words of one language can be compared; numbers, names and codes were. */
function sharesWords(text: string, language: string, evidence: readonly Evidence[]): boolean {
  const isComparable = evidence.every(({ passage }) => passage.language === language || isUnknown(passage, language))
  if (!isComparable) return true
  const asked = new Set<number>()
  const found = new Set<number>()
  for (const { passage } of evidence) {
    const rules = passage.language === UNDETERMINED ? language : passage.language
    const terms = new Set(analyze(inContext(passage.title, passage.headingPath, passage.text), rules))
    for (const { term, start } of tokenize(text, rules)) {
      asked.add(start)
      if (terms.has(term)) found.add(start)
    }
  }
  return asked.size > 0 && found.size >= asked.size * MIN_SUPPORTED_SHARE
}

function isUnknown(passage: LookedAt, language: string): boolean {
  return passage.language === UNDETERMINED || language === UNDETERMINED
}
