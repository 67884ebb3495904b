import { randomUUID } from 'node:crypto'
import type { Database } from '../db/index.ts'
import { analyze } from '../analysis/index.ts'
import { isNewer, passagesAgainst } from '../compare/index.ts'
import { readImpacts, type Asker, type Passage, type Search, type SearchResult } from '../retrieval/index.ts'
import type { Answer, Answerer, NearPage, Quote } from './answer.ts'
import { coverage, weighTerms, type WeighedTerm } from './confidence.ts'
import { extractQuote } from './extract-quote.ts'
import { findContext, ownTerms } from './follow-up.ts'

/** Passages looked at for an answer. */
const PASSAGES = 10
const PASSAGES_PER_PAGE = 3
/** A second page must be nearly as good as the first and say something that the first does not. */
const SECOND_QUOTE_SHARE = 0.9
/** One word that so many pages are about names a field, not a question. */
const VAGUE_PAGES = 3

/**
 * The share of the question's weight that one passage must carry. With 0.65 nine of ten answerable questions of a manual
 * are answered and fewer than one of ten questions about other things is, see docs/quality.md.
 */
export const ANSWER_THRESHOLD = 0.65
/** One shared word is chance, unless it is all that was asked. */
const MIN_SHARED_WORDS = 2

export interface ExtractiveAnswererDeps {
  readonly db: Database
  readonly search: Search
}

/** Answers with sentences of the library, word for word, or refuses. The same library gives the same answer. */
export function makeExtractiveAnswerer({ db, search }: ExtractiveAnswererDeps): Answerer {
  /** @param mustHold the question within a combined query: a passage without its words is no answer to it */
  async function attempt(result: SearchResult, asker: Asker, mustHold?: string): Promise<Answer> {
    const impacts = await readImpacts(db, asker, [...new Set(result.terms.flatMap((term) => term.variants))])
    const terms = weighTerms(result.terms, impacts)
    const required = mustHold === undefined ? undefined : ownTerms(terms, mustHold)
    const ranked = result.passages
      .map((passage) => rate(passage, terms, required))
      .toSorted((a, b) => b.rating - a.rating)
    const best = preferNewer(ranked, terms)
    const understanding = {
      id: randomUUID(),
      mode: 'extractive' as const,
      degraded: [],
      usage: undefined,
      confidence: round(best?.covered ?? 0),
      isVague: isVague(result, best?.passage),
      nearest: nearestOf(ranked),
      passages: ranked.map(({ passage }) => passage),
    }
    if (best === undefined || !best.isSupported) return { ...understanding, status: 'refused' }

    const first = toQuote(best.passage, terms)
    const quotes = [first]
    const second = ranked.find(
      ({ passage, rating, isSupported }) =>
        isSupported &&
        rating >= SECOND_QUOTE_SHARE * best.rating &&
        passage.pageId !== best.passage.pageId &&
        addsTerms(passage, best.passage, terms) &&
        passagesAgainst(first, [best.passage, passage]).length === 0,
    )
    if (second !== undefined) quotes.push(toQuote(second.passage, terms))
    return { ...understanding, status: 'answered', quotes, wording: undefined }
  }

  return async ({ question, asker, history }) => {
    const find = (query: string) => search({ query, limit: PASSAGES, perPage: PASSAGES_PER_PAGE, asker })
    const alone = await find(question)
    const context = findContext(alone.contentWords, history)
    if (context !== undefined && alone.contentWords > 0) {
      const combined = await attempt(await find(`${context}\n${question}`), asker, question)
      if (combined.status === 'answered') return combined
    }
    return attempt(alone, asker)
  }
}

interface RatedPassage {
  readonly passage: Passage
  /** The share of the question's weight that it carries, title included. */
  readonly covered: number
  readonly rating: number
  /** Whether this passage alone holds enough of the question to answer it. */
  readonly isSupported: boolean
}

/**
 * Relevance, but not of a passage that lacks what was asked; and what stands in the section itself, best in its text,
 * counts once more, because every section of a page shares its title.
 */
function rate(
  passage: Passage,
  terms: readonly WeighedTerm[],
  required: readonly WeighedTerm[] | undefined,
): RatedPassage {
  const covered = coverage(terms, passage.terms)
  const own = (parts: readonly string[]) => coverage(terms, analyze(parts.join('\n'), passage.language).join(' '))
  const headings = passage.headingPath.filter((heading) => heading !== passage.title)
  const inSection = own([...headings, passage.text])
  const inText = own([passage.text])
  const shared = terms.filter((term) => coverage([term], passage.terms) > 0).length
  const isEnough = covered >= ANSWER_THRESHOLD && shared >= Math.min(MIN_SHARED_WORDS, terms.length)
  return {
    passage,
    covered,
    rating: passage.scores.fused * covered * (1 + (inSection + inText) / 2),
    isSupported: isEnough && (required === undefined || coverage(required, passage.terms) >= ANSWER_THRESHOLD),
  }
}

/** The best-rated passage, or a newer one of another page that contradicts it and is nearly as good. */
function preferNewer(ranked: readonly RatedPassage[], terms: readonly WeighedTerm[]): RatedPassage | undefined {
  const best = ranked[0]
  if (best === undefined || !best.isSupported) return best
  const rivals = ranked.filter(
    ({ passage, rating, isSupported }) =>
      isSupported && rating >= SECOND_QUOTE_SHARE * best.rating && isNewer(passage, best.passage),
  )
  const against = passagesAgainst(
    toQuote(best.passage, terms),
    [best, ...rivals].map(({ passage }) => passage),
  )
  return rivals.find(({ passage }) => against.includes(passage)) ?? best
}

function nearestOf(ranked: readonly RatedPassage[]): NearPage[] {
  const pages = new Map<number, NearPage>()
  for (const { passage } of ranked) {
    const { pageId: id, title, url } = passage
    if (!pages.has(id)) pages.set(id, { id, title, url })
  }
  return [...pages.values()]
}

/** Nothing but stop words, or a single word that many pages are about and none has for its title. */
function isVague(result: SearchResult, best: Passage | undefined): boolean {
  if (result.contentWords === 0) return true
  const pages = new Set(result.passages.map(({ pageId }) => pageId)).size
  if (result.contentWords > 1 || best === undefined || pages < VAGUE_PAGES) return false
  const title = analyze(best.title, best.language)
  return !title.every((word) => result.terms.some(({ variants }) => variants.includes(word)))
}

function toQuote(passage: Passage, terms: readonly WeighedTerm[]): Quote {
  const { start, end } = extractQuote(passage.text, passage.language, terms)
  return {
    pageId: passage.pageId,
    revision: passage.revision,
    title: passage.title,
    url: passage.url,
    text: passage.text.slice(start, end),
    start: passage.start + start,
    end: passage.start + end,
    updatedAt: passage.updatedAt,
    alsoOn: passage.alsoOn,
  }
}

function addsTerms(passage: Passage, first: Passage, terms: readonly WeighedTerm[]): boolean {
  return terms.some((term) => coverage([term], passage.terms) > 0 && coverage([term], first.terms) === 0)
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
