import { splitSentences, type Language } from '../analysis/index.ts'
import { haveSameSubject, haveSameTerms } from './same-matter.ts'
import { readStatement, type Statement } from './read-statement.ts'

/** A retrieved passage, as far as it is looked at. */
export interface Excerpt {
  readonly pageId: number
  readonly title: string
  readonly url: string | null
  readonly headingPath: readonly string[]
  readonly language: Language
  readonly text: string
  /** UTF-16 offset of the text in the page's. */
  readonly start: number
  readonly updatedAt: Date
}

/** A stretch of a page: UTF-16 offsets into its text. */
export interface Stretch {
  readonly pageId: number
  readonly start: number
  readonly end: number
}

/** A sentence of a page, word for word. */
export interface Stated extends Stretch {
  readonly title: string
  readonly url: string | null
  readonly text: string
  readonly updatedAt: Date
}

/** Two sentences of two pages that can't both hold. */
export interface Contradiction {
  /** They differ in a number, date or version; one denies what the other says; or they name opposite states. */
  readonly kind: 'number' | 'negation' | 'opposite'
  /** The quoted one first. */
  readonly statements: readonly [Stated, Stated]
}

interface Read {
  readonly stated: Stated
  readonly statement: Statement
  readonly excerpt: Excerpt
}

/**
 * Where other pages contradict what is quoted, among the passages that were retrieved. Few are found, and those hold: see
 * docs/decisions/015-contradictions.md.
 * @param passages those that the quotes were taken from among them
 */
export function findContradictions(quotes: readonly Stretch[], passages: readonly Excerpt[]): Contradiction[] {
  const sentences = passages.flatMap(readSentences)
  const rivals = (one: Read) => sentences.filter((other) => disagreement(one.statement, other.statement) !== undefined)
  const found = new Map<string, Contradiction>()
  for (const quoted of sentences.filter(({ stated }) => quotes.some((quote) => overlap(quote, stated)))) {
    const others = rivals(quoted)
    // A page that says it in several ways itself tells cases apart, or lists what one may choose.
    if (others.some((other) => isOfOnePage(quoted, other))) continue
    for (const other of others) {
      if (other.excerpt.language !== quoted.excerpt.language || !haveSameSubject(quoted, other)) continue
      if (rivals(other).some((third) => isOfOnePage(third, other))) continue
      const kind = disagreement(quoted.statement, other.statement)
      if (kind === undefined) continue
      const statements = [quoted.stated, other.stated] as const
      // Passages overlap, and both pages may be quoted: each pair is told once.
      const key = statements
        .map(({ pageId, start }) => `${pageId} ${start}`)
        .toSorted()
        .join()
      if (!found.has(key)) found.set(key, { kind, statements })
    }
  }
  return [...found.values()]
}

function isOfOnePage(a: Read, b: Read): boolean {
  return a.stated.pageId === b.stated.pageId
}

/** Those of the passages that contradict a quote, which is taken from one of them. */
export function passagesAgainst<T extends Excerpt>(quote: Stretch, passages: readonly T[]): T[] {
  const source = passages.filter((passage) => overlap(quote, stretchOf(passage)))
  return passages.filter(
    (passage) => passage.pageId !== quote.pageId && findContradictions([quote], [...source, passage]).length > 0,
  )
}

function stretchOf({ pageId, start, text }: Excerpt): Stretch {
  return { pageId, start, end: start + text.length }
}

function readSentences(excerpt: Excerpt): Read[] {
  const { pageId, title, url, updatedAt, text, language, start: offset } = excerpt
  return splitSentences(text, language).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end)
    const statement = readStatement(sentence, language)
    if (statement === undefined) return []
    const stated = { pageId, title, url, updatedAt, text: sentence, start: offset + start, end: offset + end }
    return [{ stated, statement, excerpt }]
  })
}

function overlap(a: Stretch, b: Stretch): boolean {
  return a.pageId === b.pageId && a.start < b.end && b.start < a.end
}

/** What they disagree in; undefined also where they differ in more than one way, as two true sentences mostly do. */
function disagreement(one: Statement, other: Statement): Contradiction['kind'] | undefined {
  if (!haveSameTerms(one, other) || one.isConditional !== other.isConditional) return undefined
  const differing = differingQuantities(one, other)
  const [state, otherState] = [one.state, other.state]
  if (differing === undefined || state?.axis !== otherState?.axis) return undefined
  const kinds: Contradiction['kind'][] = []
  if (one.isNegated !== other.isNegated) kinds.push('negation')
  if (differing > 0) kinds.push('number')
  if (state?.isSecond !== otherState?.isSecond) kinds.push('opposite')
  const [kind, ...more] = kinds
  // "Not enabled" is "disabled".
  if (kind === undefined || more.length > 0) return undefined
  if (kind === 'number') return differing === 1 && one.bounds === other.bounds ? kind : undefined
  // What holds under a condition may be denied under another.
  return one.isConditional || one.mood !== other.mood ? undefined : kind
}

/** How many numbers differ; undefined where they count different things. */
function differingQuantities({ quantities: a }: Statement, { quantities: b }: Statement): number | undefined {
  if (a.length !== b.length || a.some(({ kind }, index) => kind !== b[index]?.kind)) return undefined
  return a.filter(({ value }, index) => value !== b[index]?.value).length
}
