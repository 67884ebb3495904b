import { createHash } from 'node:crypto'
import { analyze, isSaidIn, partsOf, wholeWords, type Language, type QueryTerm } from '../../analysis/index.ts'
import { coverage, type WeighedTerm } from '../weigh-terms.ts'
import { tellingWords } from './telling-words.ts'

/**
 * The share of the longer question's weight that the shorter one must hold. What is decided on here, and what was
 * measured: docs/decisions/014-when-a-custom-answer-matches.md.
 */
export const MATCH_THRESHOLD = 0.8
/** One shared word is chance. */
export const MIN_SHARED_WORDS = 2

/** A question as an example is looked up by. */
export interface AnalysedExample {
  readonly question: string
  readonly language: Language
  /** Distinct. */
  readonly terms: readonly string[]
}

/** A hash of all words of a question, small ones included, in order: the same words, the same question. */
export function keyOf(question: string): Buffer {
  return createHash('sha256').update(analyze(question, 'und').join(' ')).digest()
}

/** A question's distinct words in a language, less those that every question has. */
export function wordsOf(question: string, language: Language): QueryTerm[] {
  const words = new Map(wholeWords(question, language).map((word) => [word.term, word]))
  return [...words.values()].map(({ surface, term }) => ({ surface, variants: [term] }))
}

/** How two questions relate by their words alone; the words of the longer decide how much they have in common. */
export type Overlap =
  | { readonly kind: 'none' }
  | { readonly kind: 'same' }
  | { readonly kind: 'longer'; readonly longer: readonly QueryTerm[]; readonly shorter: ReadonlySet<string> }

/**
 * Compares a question with an example: the same words in any order, or one of them with a few words more. Where each has
 * a word that the other lacks they are two questions, however much they share: "raise the limit", "lower the limit".
 * @param asked the question's words in the example's language, with their synonyms
 */
export function compareQuestions(question: string, asked: readonly QueryTerm[], example: AnalysedExample): Overlap {
  const held = new Set(example.terms)
  const shared = asked.filter((term) => isSaidIn(term, held))
  const said = new Set(
    asked.flatMap(({ variants, synonyms = [] }) => [
      ...variants,
      ...synonyms
        .map(partsOf)
        .filter((parts) => parts.every((part) => held.has(part)))
        .flat(),
    ]),
  )
  const sharedByExample = example.terms.filter((term) => said.has(term))
  // Counted on both sides: a phrase may stand for one word of the other question.
  if (Math.min(shared.length, sharedByExample.length) < MIN_SHARED_WORDS) return { kind: 'none' }
  const isAllAsked = shared.length === asked.length
  const isAllHeld = sharedByExample.length === example.terms.length
  if (!isAllAsked && !isAllHeld) return { kind: 'none' }
  if (!isSame(tellingWords(question, example.language), tellingWords(example.question, example.language))) {
    return { kind: 'none' }
  }
  if (isAllAsked && isAllHeld) return { kind: 'same' }
  return isAllHeld
    ? { kind: 'longer', longer: asked, shorter: held }
    : { kind: 'longer', longer: example.terms.map((term) => ({ surface: term, variants: [term] })), shorter: said }
}

/** The share of the longer question's weight that stands in the shorter one. */
export function shareOf(longer: readonly WeighedTerm[], shorter: ReadonlySet<string>): number {
  return coverage(longer, [...shorter].join(' '))
}

function isSame(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && [...left].every((word) => right.has(word))
}
