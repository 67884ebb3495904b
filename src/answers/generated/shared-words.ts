import { analyze, inContext, splitSentences, wholeWords, type Span } from '../../analysis/index.ts'
import type { LookedAt } from '../answer.ts'

/** A quoted stretch of a passage. */
export interface Evidence extends Span {
  readonly passage: LookedAt
}

/** The share of a sentence's words that must stand in the passages it cites; the rest is how it is put. */
export const MIN_SUPPORTED_SHARE = 0.6
/** The share that must stand where it quotes: in the sentences that its quotes touch, the titles and headings. */
export const MIN_QUOTED_SHARE = 0.5
/** The share of each clause: a true one must not carry a false one through. */
export const MIN_CLAUSE_SHARE = 0.5
/** So many words in a row that the passages do not have say something of their own, wherever they stand. */
export const FOREIGN_RUN = 2
/** How much longer than its quotes a translation may be, and the words that it may have besides. */
export const MAX_TRANSLATED = { times: 1.5, more: 2 } as const

const UNDETERMINED = 'und'
/** Not at a comma inside of a number. */
const CLAUSE_ENDS = /[,;:،؛](?=\s)|[、，；：()（）–—]/gu
/** Written without spaces, and analysed in pairs of characters: two of these say as much as a word. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}]/u

/** A word that means something, no number. */
interface Word {
  readonly start: number
  /** 1; less for a pair of characters. */
  readonly weight: number
  isKnown: boolean
  isQuoted: boolean
}

/** The sentences that a quote touches. */
export function touchedBy({ passage: { text, language }, start, end }: Evidence): string {
  const touched = splitSentences(text, language).filter((sentence) => sentence.start < end && start < sentence.end)
  const from = Math.min(start, ...touched.map((sentence) => sentence.start))
  const to = Math.max(end, ...touched.map((sentence) => sentence.end))
  return text.slice(from, to)
}

/** The same with the title and the headings that they stand under. */
export function surroundingsOf(evidence: Evidence): string {
  const { title, headingPath } = evidence.passage
  return inContext(title, headingPath, touchedBy(evidence))
}

/**
 * Whether a sentence keeps to the words of what it cites: as a whole, in each of its clauses, and without a stretch of
 * other words. Only words of one language can be compared; a translation must not be much longer than its quotes.
 * @param language of the sentence
 */
export function sharesWords(text: string, language: string, evidence: readonly Evidence[]): boolean {
  const comparable = evidence.filter(({ passage }) => passage.language === language || isUnknown(passage, language))
  if (comparable.length === 0) return weightOf(wordsOf(text, language)) <= translatedLimit(evidence)
  const words = judgeWords(text, language, comparable)
  return (
    words.length > 0 &&
    shareOf(words, ({ isKnown }) => isKnown) >= MIN_SUPPORTED_SHARE &&
    shareOf(words, ({ isQuoted }) => isQuoted) >= MIN_QUOTED_SHARE &&
    clausesOf(text, words).every((clause) => shareOf(clause, ({ isKnown }) => isKnown) >= MIN_CLAUSE_SHARE) &&
    longestForeignRun(words) < FOREIGN_RUN
  )
}

function judgeWords(text: string, language: string, evidence: readonly Evidence[]): Word[] {
  const words = new Map<number, Word>()
  for (const each of evidence) {
    const { title, headingPath, text: whole, language: own } = each.passage
    const rules = own === UNDETERMINED ? language : own
    const known = new Set(analyze(inContext(title, headingPath, whole), rules))
    const quoted = new Set(analyze(surroundingsOf(each), rules))
    for (const { term, parts, start, surface } of wholeWords(text, rules)) {
      // Each number is known by now, in whatever way it is written.
      if (!/\p{L}/u.test(surface)) continue
      const isIn = (terms: ReadonlySet<string>) =>
        terms.has(term) || (parts.length > 0 && parts.every((part) => terms.has(part.term)))
      const word = words.get(start) ?? { start, weight: weigh(surface), isKnown: false, isQuoted: false }
      word.isKnown ||= isIn(known)
      word.isQuoted ||= isIn(quoted)
      words.set(start, word)
    }
  }
  return [...words.values()].toSorted((a, b) => a.start - b.start)
}

function wordsOf(text: string, language: string): Pick<Word, 'weight'>[] {
  return wholeWords(text, language).map(({ surface }) => ({ weight: weigh(surface) }))
}

function weigh(surface: string): number {
  return UNSPACED.test(surface) ? 0.5 : 1
}

function translatedLimit(evidence: readonly Evidence[]): number {
  const quoted = evidence.map(({ passage, start, end }) =>
    weightOf(wordsOf(passage.text.slice(start, end), passage.language)),
  )
  return quoted.reduce((sum, weight) => sum + weight, 0) * MAX_TRANSLATED.times + MAX_TRANSLATED.more
}

/** The words between two ends of clauses; none is empty. */
function clausesOf(text: string, words: readonly Word[]): Word[][] {
  const ends = [...text.matchAll(CLAUSE_ENDS)].map(({ index }) => index)
  const clauses = Object.groupBy(words, ({ start }) => ends.filter((end) => end < start).length)
  return Object.values(clauses).flatMap((clause) => (clause === undefined ? [] : [clause]))
}

function longestForeignRun(words: readonly Word[]): number {
  let longest = 0
  let run = 0
  for (const { isKnown, weight } of words) {
    run = isKnown ? 0 : run + weight
    longest = Math.max(longest, run)
  }
  return longest
}

function shareOf(words: readonly Word[], which: (word: Word) => boolean): number {
  return weightOf(words.filter(which)) / weightOf(words)
}

function weightOf(words: readonly Pick<Word, 'weight'>[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0)
}

function isUnknown(passage: LookedAt, language: string): boolean {
  return passage.language === UNDETERMINED || language === UNDETERMINED
}
