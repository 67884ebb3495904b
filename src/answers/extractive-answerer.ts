import { randomUUID } from 'node:crypto'
import type { AnswerLength, Database } from '../db/index.ts'
import { analyze, termsToFind } from '../analysis/index.ts'
import { passagesAgainst } from '../compare/index.ts'
import {
  findNamed,
  isNamed,
  readImpacts,
  type Impacts,
  type Passage,
  type Search,
  type SearchResult,
} from '../retrieval/index.ts'
import type { Answer, Answerer, AnswerRequest, NearPage, Quote } from './answer.ts'
import {
  coverage,
  roundShare,
  weighContext,
  weighTerms,
  type WeighedContextTerm,
  type WeighedTerm,
} from './weigh-terms.ts'
import type { Evidence } from './evidence.ts'
import { extractQuote } from './extract-quote.ts'
import { preferNewer } from './prefer-newer.ts'
import { quotePassage } from './quote-passage.ts'
import { guidanceLines, readGuidance } from './guidance/guidance.ts'
import { confidenceOf, measureSupport, type Support } from './support.ts'

/** Passages looked at for an answer. */
const PASSAGES = 10
const PASSAGES_PER_PAGE = 3
/** A second page must be nearly as good as the first and say something that the first does not. */
const SECOND_QUOTE_SHARE = 0.9
/** One word that so many pages are about names a field, not a question. */
const VAGUE_PAGES = 3

/** Answers have at least this confidence; docs/quality.md tells what others would do. */
export const ANSWER_THRESHOLD = 0.47
/**
 * Two kinds have at least this one. A passage with all words of the question: short questions have little else to show.
 * And a follow-up: few of its words are its own, and who goes on asking about a library has found it to be the right one.
 */
const LENIENT_THRESHOLD = 0.25
/** Of a follow-up's own words' weight, the share that an answer has: without them it answers what was asked before. */
const MIN_OWN_SHARE = 0.3

/** What decides an answer besides the library, as it is kept with answers. */
export const EXTRACTIVE_SETTINGS = {
  answer_threshold: ANSWER_THRESHOLD,
  lenient_threshold: LENIENT_THRESHOLD,
  min_own_share: MIN_OWN_SHARE,
  second_quote_share: SECOND_QUOTE_SHARE,
  vague_pages: VAGUE_PAGES,
  passages: PASSAGES,
  passages_per_page: PASSAGES_PER_PAGE,
} as const

export interface ExtractiveAnswererDeps {
  readonly db: Database
  readonly search: Search
}

/** Answers with sentences of the library, word for word, or refuses. The same library gives the same answer. */
export function makeExtractiveAnswerer(deps: ExtractiveAnswererDeps): Answerer {
  const gather = makeEvidenceGatherer(deps)
  return async (request) => {
    const evidence = await gather(request)
    return { id: randomUUID(), ...decideExtractively(evidence), evidence }
  }
}

export type GatherEvidence = (request: AnswerRequest) => Promise<Evidence>

/** Looks up all that an answer is decided on. */
export function makeEvidenceGatherer({ db, search }: ExtractiveAnswererDeps): GatherEvidence {
  return async ({ question, asker, history }) => {
    const find = (before: AnswerRequest['history']) =>
      search({ query: question, history: before, limit: PASSAGES, perPage: PASSAGES_PER_PAGE, asker })
    const alone = await find([])
    const isFollowUp = alone.contentWords > 0 && history.some(({ role }) => role === 'user')
    const combined = isFollowUp ? await find(history) : undefined
    const terms = [...alone.terms, ...(combined?.context ?? [])]
    const guidance = await readGuidance(db, asker)
    const impacts = await readImpacts(db, asker, termsToFind(terms))
    return { alone, combined, impacts, length: guidance.length, guidance: guidanceLines(guidance) }
  }
}

/** The passage that the question by itself is decided on, and what is seen of it; for calibration. */
export function findBest({ alone, impacts }: Evidence): RatedPassage | undefined {
  return chooseBest(rank(alone.passages, weighTerms(alone.terms, impacts), [], impacts))
}

/** An answer without its identity. */
export type Decision = DistributiveOmit<Answer, 'id' | 'evidence'>
type DistributiveOmit<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never

/**
 * Answers from the evidence and nothing else: the same evidence gives the same answer, byte for byte. An answer given
 * long ago is checked by this very function.
 */
export function decideExtractively({ alone, combined, impacts, length }: Evidence): Decision {
  if (combined !== undefined) {
    const together = attempt(combined, impacts, length)
    if (together.status === 'answered') return together
  }
  return attempt(alone, impacts, length)
}

function attempt(result: SearchResult, impacts: Impacts, length: AnswerLength): Decision {
  const asked = weighTerms(result.terms, impacts)
  const context = weighContext(result.context, impacts)
  const terms = [...asked, ...context]
  const ranked = rank(result.passages, asked, context, impacts)
  const quote = (passage: Passage) => toQuote(passage, asked, context, length)
  const best = preferNewer(chooseBest(ranked), ranked, SECOND_QUOTE_SHARE, quote)
  const understanding = {
    mode: 'extractive' as const,
    degraded: result.degraded,
    usage: undefined,
    confidence: roundShare(best?.confidence ?? 0),
    isVague: isVague(result, best?.passage),
    nearest: nearestOf(ranked),
    passages: ranked.map(({ passage, confidence }) => ({ ...passage, confidence: roundShare(confidence) })),
  }
  if (best === undefined || !best.isSupported) return { ...understanding, status: 'refused' }

  const first = quote(best.passage)
  const quotes = [first]
  const second = ranked.find(
    ({ passage, rating, isSupported }) =>
      isSupported &&
      (isSuspicious(best.passage) || !isSuspicious(passage)) &&
      rating >= SECOND_QUOTE_SHARE * best.rating &&
      passage.pageId !== best.passage.pageId &&
      addsTerms(passage, best.passage, terms) &&
      passagesAgainst(first, [best.passage, passage]).length === 0,
  )
  if (second !== undefined) quotes.push(quote(second.passage))
  return { ...understanding, status: 'answered', quotes, wording: undefined }
}

function rank(
  passages: readonly Passage[],
  asked: readonly WeighedTerm[],
  context: readonly WeighedContextTerm[],
  impacts: Impacts,
): RatedPassage[] {
  return passages.map((passage) => rate(passage, asked, context, impacts)).toSorted((a, b) => b.rating - a.rating)
}

interface RatedPassage {
  readonly passage: Passage
  readonly support: Support
  readonly confidence: number
  readonly rating: number
  /** Whether this passage alone holds enough of the question to answer it. */
  readonly isSupported: boolean
}

/**
 * Relevance, but not of a passage that lacks what was asked; and what stands in the section itself, best in its text,
 * counts once more, because every section of a page shares its title. The section that the question names is about it all.
 */
function rate(
  passage: Passage,
  asked: readonly WeighedTerm[],
  context: readonly WeighedContextTerm[],
  impacts: Impacts,
): RatedPassage {
  const support = measureSupport(passage, asked, context)
  const confidence = confidenceOf(support, impacts)
  const terms = [...asked, ...context]
  const own = (parts: readonly string[]) => coverage(terms, analyze(parts.join('\n'), passage.language).join(' '))
  const headings = passage.headingPath.filter((heading) => heading !== passage.title)
  const inSection = own([...headings, passage.text])
  const inText = own([passage.text])
  const ofSection = isNamed(asked, passage) ? 1 : (inSection + inText) / 2
  const hasOwn = context.length === 0 || coverage(asked, passage.terms) >= MIN_OWN_SHARE
  return {
    passage,
    support,
    confidence,
    rating: passage.scores.fused * support.coverage * (1 + ofSection),
    isSupported: hasOwn && confidence >= thresholdFor(support, context.length > 0),
  }
}

function thresholdFor({ coverage: covered }: Support, isFollowUp: boolean): number {
  return covered === 1 || isFollowUp ? LENIENT_THRESHOLD : ANSWER_THRESHOLD
}

function isSuspicious({ suspicions }: Passage): boolean {
  return suspicions.length > 0
}

/** The first, but what may be written for machines only where nothing else answers. */
function chooseBest(ranked: readonly RatedPassage[]): RatedPassage | undefined {
  const [first] = ranked
  if (first === undefined || !isSuspicious(first.passage)) return first
  return ranked.find(({ passage, isSupported }) => isSupported && !isSuspicious(passage)) ?? first
}

/** Their titles are said to users: none of a suspicious page. */
function nearestOf(ranked: readonly RatedPassage[]): NearPage[] {
  const pages = new Map<number, NearPage>()
  for (const { passage } of ranked) {
    const { pageId: id, title, url } = passage
    if (!isSuspicious(passage) && !pages.has(id)) pages.set(id, { id, title, url })
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

/** Of a section that the question names its beginning: what is said of it stands there, and hardly says its name again. */
function toQuote(
  passage: Passage,
  asked: readonly WeighedTerm[],
  context: readonly WeighedContextTerm[],
  length: AnswerLength,
): Quote {
  const { text, language } = passage
  const named = findNamed(asked, passage)
  if (named === undefined) return quotePassage(passage, extractQuote(text, language, [...asked, ...context], length))
  const { start, end } = extractQuote(text.slice(named), language, [], length)
  return quotePassage(passage, { start: named + start, end: named + end })
}

function addsTerms(passage: Passage, first: Passage, terms: readonly WeighedTerm[]): boolean {
  return terms.some((term) => coverage([term], passage.terms) > 0 && coverage([term], first.terms) === 0)
}
