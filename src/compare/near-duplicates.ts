import { splitSentences, type Language } from '../analysis/index.ts'
import { isNewer } from './is-newer.ts'
import { relate, type Place } from './place.ts'
import { smallWords } from './small-words.ts'
import { wordsOf } from './words.ts'

/** What is looked at of a retrieved passage. */
interface Candidate extends Place {
  readonly url: string | null
  readonly text: string
  /** When the page's content last changed. */
  readonly updatedAt: Date
  readonly scores: { readonly fused: number }
}

/** Scores so close say nothing about which of two copies is meant. */
const SAME_SCORE = 0.05

/**
 * Leaves out passages that say nothing beside a better one: all their sentences stand there, in their order. Of passages
 * that say the same, and whose scores are within 5 % of the best one's, one that can be cited is kept, then the newest.
 * @param passages best first, all of them visible to the same asker
 */
export function collapseCopies<T extends Candidate>(passages: readonly T[]): T[] {
  const groups: { readonly best: T; readonly said: string; readonly equals: T[] }[] = []
  for (const passage of passages) {
    const said = saidIn(passage.text, passage.language)
    const group = groups.find(({ best, said: more }) => isPartOf(said, more) && isSamePlace(passage, best))
    if (group === undefined) groups.push({ best: passage, said, equals: [passage] })
    else if (group.said === said) group.equals.push(passage)
  }
  return groups.map(({ best, equals }) => chooseKept(best, equals)).toSorted((a, b) => b.scores.fused - a.scores.fused)
}

/** Whether a text says nothing that the other does not say as well, but for articles, courtesies and punctuation. */
export function addsNothing(text: string, to: string, language: Language): boolean {
  return isPartOf(saidIn(text, language), saidIn(to, language))
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.language === b.language && relate(a, b) !== 'siblings'
}

function chooseKept<T extends Candidate>(best: T, equals: readonly T[]): T {
  const alike = equals.filter(({ scores }) => scores.fused >= best.scores.fused * (1 - SAME_SCORE))
  const citable = alike.filter(({ url }) => url !== null)
  const [first = best, ...others] = citable.length > 0 ? citable : alike
  // The newest, and of those of its age the best-ranked.
  return others.reduce((kept, other) => (isNewer(other, kept) ? other : kept), first)
}

/** The sentences of a text, a line each, without what says nothing. */
function saidIn(text: string, language: Language): string {
  const fillers = smallWords(language)?.fillers
  const sentences = splitSentences(text, language).map(({ start, end }) =>
    wordsOf(text.slice(start, end))
      .filter((word) => fillers?.has(word) !== true)
      .join(' '),
  )
  return `\n${sentences.filter((words) => words !== '').join('\n')}\n`
}

function isPartOf(said: string, more: string): boolean {
  return said !== '\n\n' && more.includes(said)
}
