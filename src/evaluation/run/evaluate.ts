import { measureAnswer } from '../metrics/measure-answer.ts'
import { measureForeignRefusal, measureRefusal } from '../metrics/measure-refusal.ts'
import { measureSearch, SEARCH_DEPTH } from '../metrics/measure-search.ts'
import type { Measures } from '../metrics/metric.ts'
import type { PlannedQuestion } from './plan-questions.ts'
import type { AskedQuestion } from './run-schema.ts'
import type { FoundPage, GivenAnswer, Subject, Timed } from './subject.ts'

export interface EvaluateOptions {
  /** Undefined: both. */
  readonly only: 'search' | 'answers' | undefined
  /** Questions under way at once. */
  readonly concurrency: number
  readonly onProgress: (done: number) => void
}

interface Heard {
  readonly search?: Timed<readonly FoundPage[]>
  readonly answer?: Timed<GivenAnswer>
}

type PageReader = Subject['readPage']

/**
 * Asks every question and measures what came back, in the order of the plan. Pages that were cited are read afterwards,
 * so that nothing stands beside the measured times.
 * @throws what the subject throws
 */
export async function evaluate(
  plan: readonly PlannedQuestion[],
  subject: Subject,
  { only, concurrency, onProgress }: EvaluateOptions,
): Promise<AskedQuestion[]> {
  let done = 0
  const heard = await mapAtMost(plan, concurrency, async ({ question, kind }): Promise<Heard> => {
    // A question about something else has no page to be found.
    const search = only === 'answers' || kind === 'foreign' ? undefined : await subject.search(question, SEARCH_DEPTH)
    const answer = only === 'search' ? undefined : await subject.answer(question)
    onProgress(++done)
    return { ...(search === undefined ? {} : { search }), ...(answer === undefined ? {} : { answer }) }
  })
  const hasUnanswerable = plan.some(({ kind }) => kind === 'unanswerable')
  const readPage = rememberPages(subject)
  return mapAtMost(heard, 1, (one, index) => {
    const planned = plan[index]
    if (planned === undefined) throw new Error('an answer without its question')
    return toAsked(planned, one, hasUnanswerable, readPage)
  })
}

async function toAsked(
  { dataset, kind, question, grades, beside }: PlannedQuestion,
  heard: Heard,
  hasUnanswerable: boolean,
  readPage: PageReader,
): Promise<AskedQuestion> {
  const search = heard.search && {
    results: uniquePages(heard.search.value),
    took_ms: heard.search.tookMs,
  }
  const answer = heard.answer && (await checkAnswer(heard.answer, readPage))
  const isRefused = answer?.status === 'refused'
  const ofSearch: Measures =
    search === undefined || kind !== 'answerable'
      ? {}
      : measureSearch(
          search.results.map((result) => result.external_id),
          grades,
        )
  const ofAnswer: Measures =
    answer === undefined
      ? {}
      : kind === 'foreign'
        ? measureForeignRefusal(dataset, isRefused, true)
        : {
            ...measureAnswer(answer, question, grades),
            ...(hasUnanswerable ? measureRefusal(isRefused, question.isAnswerable) : {}),
            ...Object.assign({}, ...beside.map((other) => measureForeignRefusal(other, isRefused, false))),
          }
  return {
    dataset,
    id: question.id,
    kind,
    text: question.text,
    history_turns: question.history.length,
    relevant: [...grades].filter(([, grade]) => grade > 0).map(([page]) => page),
    ...(search === undefined ? {} : { search }),
    ...(answer === undefined ? {} : { answer }),
    measures: { ...ofSearch, ...ofAnswer } as AskedQuestion['measures'],
  }
}

async function checkAnswer({ value, tookMs }: Timed<GivenAnswer>, readPage: PageReader) {
  const { status, mode, text, confidence } = value
  const citations = await mapAtMost(value.citations, 1, async ({ pageId, quote, start, end }) => {
    const page = await readPage(pageId)
    return {
      page_id: pageId,
      ...(page === undefined ? {} : { external_id: page.externalId }),
      quote,
      is_valid: quote !== '' && page?.text.slice(start, end) === quote,
    }
  })
  return { status, mode, text, confidence, citations, took_ms: tookMs }
}

/** The same page may be in several sources; its best place counts. */
function uniquePages(found: readonly FoundPage[]) {
  const places = new Map<string, number>()
  for (const { externalId, score } of found) if (!places.has(externalId)) places.set(externalId, score)
  return [...places].map(([external_id, score]) => ({ external_id, score }))
}

function rememberPages(subject: Subject): PageReader {
  const pages = new Map<string, ReturnType<PageReader>>()
  return (pageId) => {
    const page = pages.get(pageId) ?? subject.readPage(pageId)
    pages.set(pageId, page)
    return page
  }
}

/** As many at once as allowed; results in the order of the items. After a failure nothing more is begun. */
async function mapAtMost<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  let next = 0
  async function takeNext(): Promise<void> {
    try {
      for (let index = next++; index < items.length; index = next++) {
        results[index] = await work(items[index] as T, index)
      }
    } catch (error) {
      next = items.length
      throw error
    }
  }
  await Promise.all(Array.from({ length: atOnce }, takeNext))
  return results
}
