import { analyze, detectLanguage } from '../../analysis/index.ts'
import type { LookedAt, Quote } from '../answer.ts'
import { quotePassage } from '../quote-passage.ts'
import { findForeignFact, type Fact } from './facts.ts'
import { findQuote } from './find-quote.ts'
import { deniesOnly, negationsIn } from './negations.ts'
import type { Claim } from './read-line.ts'
import {
  FOREIGN_RUN,
  MAX_TRANSLATED,
  MIN_CLAUSE_SHARE,
  MIN_QUOTED_SHARE,
  MIN_SUPPORTED_SHARE,
  sharesWords,
  surroundingsOf,
  touchedBy,
  type Evidence,
} from './shared-words.ts'

/** Why a sentence is not believed. */
export type Rejection = 'no_quote' | 'quote_not_found' | 'language' | 'unsupported' | 'negation' | Fact

export interface Verified {
  readonly passage: LookedAt
  readonly quote: Quote
}

/** Words of a quote that mean something: one alone is found anywhere. */
const MIN_QUOTE_WORDS = 2
/** What decides whether a model's sentence is believed, as it is kept with answers. */
export const GENERATED_SETTINGS = {
  min_quote_words: MIN_QUOTE_WORDS,
  min_supported_share: MIN_SUPPORTED_SHARE,
  min_quoted_share: MIN_QUOTED_SHARE,
  min_clause_share: MIN_CLAUSE_SHARE,
  foreign_run: FOREIGN_RUN,
  max_translated_times: MAX_TRANSLATED.times,
} as const

const UNDETERMINED = 'und'

/**
 * Whether a sentence is supported by what it cites. A quote counts where it stands word for word in a passage that the
 * sentence names; the sentences that it touches are then its evidence.
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
  const fact = findForeignFact(text, evidence.map(surroundingsOf).join('\n'), ownLanguage)
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

/** A sentence denies what its quote denies, or what leads up to the quote, and nothing that the quote's sentences do not. */
function isNegatedAlike(text: string, language: string, evidence: readonly Evidence[]): boolean {
  const said = negationsIn(text, language)
  if (said === undefined) return true
  const known = evidence.flatMap((each) => {
    const { passage, start, end } = each
    const around = negationsIn(touchedBy(each), passage.language)
    const quoted = negationsIn(clauseOf(passage.text, start, end), passage.language)
    return around === undefined || quoted === undefined ? [] : [{ around, quoted }]
  })
  if (known.length === 0) return true
  return known.some(({ around }) => deniesOnly(said, around)) && known.some(({ quoted }) => deniesOnly(quoted, said))
}

/** From the beginning of the clause that the quote begins in to the quote's end. */
function clauseOf(text: string, start: number, end: number): string {
  const before = /[^.!?;:,。、，\n]*$/.exec(text.slice(0, start))?.[0] ?? ''
  return before + text.slice(start, end)
}
