import type { Language } from '../analysis/index.ts'
import { isNewer } from './is-newer.ts'
import { sideOf } from './opposites.ts'
import { isNegation, smallWords } from './small-words.ts'
import { isPlainWord, wordsOf } from './words.ts'

/** A page that says the same; one without a URL is private and never named. */
export interface OtherPage {
  readonly pageId: number
  readonly title: string
  readonly url: string
}

/** What is looked at of a retrieved passage. */
interface Candidate {
  readonly pageId: number
  readonly title: string
  readonly url: string | null
  readonly language: Language
  readonly text: string
  /** When the page's content last changed. */
  readonly updatedAt: Date
  readonly scores: { readonly fused: number }
}

/**
 * Pairs of words that two passages share, of all that either has. At 0.9 one changed word is forgiven in a passage of
 * 40, none in a short one; see docs/decisions/015-near-duplicates.md.
 */
const LIKENESS = 0.9
/** Scores so close say nothing about which of two copies is meant. */
const SAME_SCORE = 0.05

/**
 * Of passages that say the same in nearly the same words one is kept: among those whose score is within 5 % of their
 * best, one that can be cited, then a newer one, then the best-ranked. The others' pages are listed with it.
 * @param passages best first, all of them visible to the same asker
 */
export function collapseCopies<T extends Candidate>(
  passages: readonly T[],
): (T & { readonly alsoOn: readonly OtherPage[] })[] {
  const groups: { readonly first: Shingled; readonly members: T[] }[] = []
  for (const passage of passages) {
    const shingled = shingle(passage)
    const group = groups.find(({ first }) => sayTheSame(first, shingled))
    if (group === undefined) groups.push({ first: shingled, members: [passage] })
    else group.members.push(passage)
  }
  return groups
    .flatMap(({ members }) => {
      const kept = chooseKept(members)
      return kept === undefined ? [] : [{ ...kept, alsoOn: otherPages(kept, members) }]
    })
    .toSorted((a, b) => b.scores.fused - a.scores.fused)
}

/** Whether two texts say the same in nearly the same words. What differs may be no name, number, sign or negation. */
export function areCopies(a: string, b: string, language: Language): boolean {
  return sayTheSame(shingle({ text: a, language }), shingle({ text: b, language }))
}

function chooseKept<T extends Candidate>(members: readonly T[]): T | undefined {
  const best = members[0]?.scores.fused ?? 0
  const alike = members.filter(({ scores }) => scores.fused >= best * (1 - SAME_SCORE))
  const citable = alike.filter(({ url }) => url !== null)
  const [first, ...others] = citable.length > 0 ? citable : alike
  // The newest, and of those of its age the best-ranked.
  return others.reduce((kept, other) => (kept !== undefined && isNewer(other, kept) ? other : kept), first)
}

function otherPages(kept: Candidate, members: readonly Candidate[]): OtherPage[] {
  const pages = new Map<number, OtherPage>()
  for (const { pageId, title, url } of members) {
    if (pageId !== kept.pageId && url !== null) pages.set(pageId, { pageId, title, url })
  }
  return [...pages.values()]
}

interface Shingled {
  readonly language: Language
  readonly words: readonly string[]
  /** Neighbouring words, without regard to capitals. */
  readonly pairs: ReadonlySet<string>
}

function shingle({ text, language }: Pick<Candidate, 'text' | 'language'>): Shingled {
  const words = wordsOf(text)
  const lower = words.map((word) => word.toLowerCase())
  // The ends count, so that a text of one word has pairs too.
  return { language, words, pairs: new Set([...lower, ''].map((word, index) => `${lower[index - 1] ?? ''} ${word}`)) }
}

function sayTheSame(a: Shingled, b: Shingled): boolean {
  const [small, large] = a.pairs.size < b.pairs.size ? [a, b] : [b, a]
  if (small.pairs.size < LIKENESS * large.pairs.size) return false
  let shared = 0
  for (const pair of small.pairs) if (large.pairs.has(pair)) shared++
  if (shared < LIKENESS * (a.pairs.size + b.pairs.size - shared)) return false
  return differingWords(a.words, b.words).every((word) => isHarmless(word, a.language) && isHarmless(word, b.language))
}

/** Words that one text has more often than the other. */
function differingWords(a: readonly string[], b: readonly string[]): string[] {
  const surplus = new Map<string, { word: string; count: number }>()
  const count = (words: readonly string[], by: number) => {
    for (const word of words) {
      const key = word.toLowerCase()
      const known = surplus.get(key)
      // Once written as a name, it is one.
      const shown = known === undefined || isPlainWord(known.word) ? word : known.word
      surplus.set(key, { word: shown, count: (known?.count ?? 0) + by })
    }
  }
  count(a, 1)
  count(b, -1)
  return [...surplus.values()].filter((entry) => entry.count !== 0).map(({ word }) => word)
}

/** Whether a passage may have this word more without saying anything else: never known of languages without lists. */
function isHarmless(word: string, language: Language): boolean {
  const small = smallWords(language)
  if (small === undefined || !isPlainWord(word) || sideOf(word) !== undefined) return false
  return !isNegation(word, small) && !small.conditions.has(word) && !small.numbers.has(word)
}
