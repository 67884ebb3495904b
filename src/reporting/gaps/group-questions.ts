import { analyze } from '../../analysis/index.ts'

/** A question that the library did not answer well. */
export interface Question {
  readonly conversationId: number
  readonly text: string
  /** Of its conversation, an ISO 639-1 code. */
  readonly language: string
  readonly askedAt: Date
  /** It got no answer; otherwise one that did not help. */
  readonly isRefused: boolean
  /** The page that came nearest, or that the answer quoted first. */
  readonly nearestPageId: number | null
}

/** The same question in its several spellings. */
export interface Wording {
  readonly text: string
  readonly language: string
  /** Newest first. */
  readonly questions: readonly Question[]
  readonly terms: ReadonlySet<string>
}

/** A wording that others may join, with its group. */
interface Leader {
  readonly group: Wording[]
  readonly terms: ReadonlySet<string>
  readonly weight: number
}

/** How much a term tells: nothing of one that every question has. */
export type Weights = ReadonlyMap<string, number>

/** Two questions are alike when they share so much of what they say, by weight. */
const LIKENESS = 0.4
/** Further down a long mail is about other things than its question. */
const ANALYSED_UNITS = 400
/** Among fewer questions a word is rare by chance. */
const FEW_QUESTIONS = 100

/**
 * Groups questions that say the same in other words: each wording joins the group of the most similar leader, or leads a
 * group of its own. Wordings come in an order of their own, the frequent ones first, so that the same questions make the
 * same groups however they are ordered.
 * @returns every question in exactly one group; the leader's wording is first in it
 */
export function groupQuestions(questions: readonly Question[]): { groups: Wording[][]; weights: Weights } {
  const wordings = findWordings(questions)
  const weights = weigh(wordings)
  const groups: Wording[][] = []
  const leadersByTerm = new Map<string, Leader[]>()
  for (const wording of wordings) {
    const { terms } = wording
    const weight = sum(terms, weights)
    const leader = findLeader(terms, weight, leadersByTerm, weights)
    if (leader !== undefined) {
      leader.group.push(wording)
      continue
    }
    const group = [wording]
    groups.push(group)
    for (const term of terms) {
      const leaders = leadersByTerm.get(term)
      if (leaders === undefined) leadersByTerm.set(term, [{ group, terms, weight }])
      else leaders.push({ group, terms, weight })
    }
  }
  return { groups, weights }
}

/** Texts that differ in case, spaces and punctuation only are one wording. */
function findWordings(questions: readonly Question[]): Wording[] {
  const byText = Map.groupBy(questions.toSorted(newestFirst), ({ text }) => fold(text))
  return [...byText]
    .map(([folded, asked]) => {
      const language = mostCommon(asked.map((question) => question.language)) ?? 'en'
      const text = asked[0]?.text ?? folded
      const terms = new Set(analyze(text.slice(0, ANALYSED_UNITS), language))
      // Words that say nothing by themselves, or signs: such a text is only like itself.
      if (terms.size === 0) terms.add(folded)
      return { folded, wording: { text, language, questions: asked, terms } }
    })
    .toSorted((a, b) => b.wording.questions.length - a.wording.questions.length || compareText(a.folded, b.folded))
    .map(({ wording }) => wording)
}

function fold(text: string): string {
  const words = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
  return words === '' ? text.trim() : words
}

function newestFirst(a: Question, b: Question): number {
  return (
    b.askedAt.getTime() - a.askedAt.getTime() ||
    b.conversationId - a.conversationId ||
    compareText(a.text, b.text) ||
    compareText(a.language, b.language)
  )
}

/** The first in the alphabet of those that are equally common. */
export function mostCommon<T extends string | number>(values: readonly T[]): T | undefined {
  const counted = [...Map.groupBy(values, (value) => value)].map(([value, same]) => ({ value, count: same.length }))
  return counted.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))[0]?.value
}

/** By code units: the same on every machine. */
export function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function weigh(wordings: readonly Wording[]): Weights {
  const counts = new Map<string, number>()
  let total = 0
  for (const { terms, questions } of wordings) {
    total += questions.length
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + questions.length)
  }
  return new Map([...counts].map(([term, count]) => [term, Math.log(1 + Math.max(total, FEW_QUESTIONS) / count)]))
}

/** The most similar leader, the older one of equals; undefined when none is similar enough. */
function findLeader(
  terms: ReadonlySet<string>,
  weight: number,
  leadersByTerm: ReadonlyMap<string, readonly Leader[]>,
  weights: Weights,
): Leader | undefined {
  const weightOf = (term: string) => weights.get(term) ?? 0
  const rarestFirst = [...terms].toSorted((a, b) => weightOf(b) - weightOf(a) || compareText(a, b))
  const looked = new Set<Wording[]>()
  let best: Leader | undefined
  let mostLike = 0
  let seen = 0
  for (const term of rarestFirst) {
    // Who has none of the words so far can't have enough of the rest: the common words need not be looked up.
    if (seen > (1 - LIKENESS) * weight) break
    seen += weightOf(term)
    for (const leader of leadersByTerm.get(term) ?? []) {
      if (looked.has(leader.group)) continue
      looked.add(leader.group)
      // No more than the lighter one can be shared.
      if (Math.min(weight, leader.weight) < LIKENESS * Math.max(weight, leader.weight)) continue
      // Weighted Jaccard: the weight that both have, of the weight that either has.
      const shared = sharedWeight(terms, leader.terms, weights)
      const likeness = shared / (weight + leader.weight - shared)
      if (likeness >= LIKENESS && likeness > mostLike) {
        best = leader
        mostLike = likeness
      }
    }
  }
  return best
}

function sharedWeight(a: ReadonlySet<string>, b: ReadonlySet<string>, weights: Weights): number {
  let shared = 0
  for (const term of a) if (b.has(term)) shared += weights.get(term) ?? 0
  return shared
}

function sum(terms: ReadonlySet<string>, weights: Weights): number {
  let total = 0
  for (const term of terms) total += weights.get(term) ?? 0
  return total
}
