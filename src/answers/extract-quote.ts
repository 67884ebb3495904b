import { analyze, LIST_MARK, splitSentences, type Language, type Span } from '../analysis/index.ts'
import type { AnswerLength } from '../db/index.ts'
import { cutSentence } from './cut-sentence.ts'
import { coverage, type WeighedTerm } from './weigh-terms.ts'

/** A quote grows until it is about this long, in UTF-16 units, by the length that answers should have. */
const TARGET_LENGTHS: Readonly<Record<AnswerLength, number>> = { concise: 200, standard: 420, thorough: 840 }
/** A sentence that is longer than so many quotes is cut: lists without marks, tables and code can be thousands of units. */
const LONGEST_SENTENCE = 2

/**
 * The stretch of a passage that says most about the question: its best sentence with its neighbours, or, where that is
 * part of a list, the list from its introduction on. Whole sentences; only one that is far too long is cut, at a clause.
 */
export function extractQuote(
  text: string,
  language: Language,
  terms: readonly WeighedTerm[],
  length: AnswerLength = 'standard',
): Span {
  const target = TARGET_LENGTHS[length]
  const sentences = splitSentences(text, language)
  const first = sentences[0]
  const last = sentences.at(-1)
  if (first === undefined || last === undefined) return { start: 0, end: text.length }
  if (last.end - first.start <= target) return { start: first.start, end: last.end }

  const scores = sentences.map(({ start, end }) => coverage(terms, analyze(text.slice(start, end), language).join(' ')))
  let best = 0
  for (const [index, score] of scores.entries()) if (score > (scores[best] ?? 0)) best = index

  const found = sentences[best] ?? first
  if (found.end - found.start > target * LONGEST_SENTENCE) return cutSentence(text, found, language, terms, target)

  let from = best
  let to = best
  const span = () => ({ start: sentences[from]?.start ?? 0, end: sentences[to]?.end ?? text.length })
  const fits = (index: number) => {
    const candidate = sentences[index]
    if (candidate === undefined) return false
    const { start, end } = span()
    return Math.max(end, candidate.end) - Math.min(start, candidate.start) <= target
  }
  const isStep = (index: number) => {
    const sentence = sentences[index]
    return sentence !== undefined && LIST_MARK.test(text.slice(lineStart(text, sentence.start), sentence.end))
  }

  // Steps are read from the first one on, with the line that introduces them.
  while (isStep(from) && isStep(from - 1) && fits(from - 1)) from--
  if (isStep(from) && introduces(text, sentences[from - 1]) && fits(from - 1)) from--
  while (fits(to + 1)) to++
  // At the passage's end there is room left before the best sentence.
  while (to === sentences.length - 1 && fits(from - 1)) from--
  return span()
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

function introduces(text: string, sentence: Span | undefined): boolean {
  return sentence !== undefined && /[:：]$/.test(text.slice(sentence.start, sentence.end))
}
