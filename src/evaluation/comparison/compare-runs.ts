import { estimateDifference, ratio, type Estimate, type Tally } from '../statistics/bootstrap.ts'
import { metricNames } from '../run/summarize.ts'
import type { AskedQuestion, Run } from '../run/run-schema.ts'

type Answer = NonNullable<AskedQuestion['answer']>

/** A question whose answer is another one. */
export interface AnswerChange {
  readonly question: AskedQuestion
  readonly before: Answer
  readonly now: Answer
}

/** A page that was cited and is not cited any more, by an answer that is still given. */
export interface LostCitation extends AnswerChange {
  /** External id, or the page's id where the page was gone already. */
  readonly page: string
  readonly isRelevant: boolean
}

/** A relevant page that stood in the first five. */
export interface LostRank {
  readonly question: AskedQuestion
  readonly page: string
  /** From 1. */
  readonly before: number
  /** Undefined: not found at all. */
  readonly now: number | undefined
}

export interface MetricChange {
  readonly metric: string
  readonly before: number
  readonly now: number
  readonly difference: Estimate
}

export interface Comparison {
  /** Questions that both runs asked, with the same words. */
  readonly compared: number
  readonly onlyBefore: number
  readonly onlyNow: number
  readonly newRefusals: readonly AnswerChange[]
  /** Questions without an answer, foreign ones included, that were refused before. */
  readonly wrongAnswers: readonly AnswerChange[]
  readonly lostCitations: readonly LostCitation[]
  readonly changedAnswers: readonly AnswerChange[]
  readonly lostRanks: readonly LostRank[]
  /** Answerable questions that were refused before, and others that are refused now. */
  readonly gains: { readonly answers: number; readonly refusals: number }
  readonly metrics: readonly MetricChange[]
}

const TOP = 5
const NOTHING: Tally = [0, 0]

/** What became different between two runs, over the questions that both asked. */
export function compareRuns(before: Run, now: Run): Comparison {
  const earlier = new Map(before.questions.map((question) => [keyOf(question), question]))
  const pairs = now.questions.flatMap((question) => {
    const old = earlier.get(keyOf(question))
    return old === undefined ? [] : [{ old, question }]
  })
  const answers = pairs.flatMap(({ old, question }): AnswerChange[] =>
    old.answer === undefined || question.answer === undefined
      ? []
      : [{ question, before: old.answer, now: question.answer }],
  )
  const appeared = answers.filter((one) => one.before.status === 'refused' && one.now.status === 'answered')
  const vanished = answers.filter((one) => one.before.status === 'answered' && one.now.status === 'refused')
  const kept = answers.filter((one) => one.before.status === 'answered' && one.now.status === 'answered')
  return {
    compared: pairs.length,
    onlyBefore: before.questions.length - pairs.length,
    onlyNow: now.questions.length - pairs.length,
    newRefusals: vanished.filter(isAnswerable),
    wrongAnswers: appeared.filter((one) => !isAnswerable(one)),
    lostCitations: kept.filter(isAnswerable).flatMap(findLostCitations),
    changedAnswers: kept.filter((one) => one.before.text !== one.now.text),
    lostRanks: pairs.flatMap(({ old, question }) => findLostRanks(old, question)),
    gains: {
      answers: appeared.filter(isAnswerable).length,
      refusals: vanished.filter((one) => !isAnswerable(one)).length,
    },
    metrics: metricNames(now.questions).flatMap((metric) => {
      const tallies = pairs.map(
        ({ old, question }) => [old.measures[metric] ?? NOTHING, question.measures[metric] ?? NOTHING] as const,
      )
      const difference = estimateDifference(tallies)
      const was = ratio(tallies.map(([one]) => one))
      const is = ratio(tallies.map(([, one]) => one))
      return difference === undefined || was === undefined || is === undefined
        ? []
        : [{ metric, before: was, now: is, difference }]
    }),
  }
}

/** A question whose words were changed is another question. */
function keyOf({ dataset, kind, id, text }: AskedQuestion): string {
  return JSON.stringify([kind === 'foreign' ? dataset : '', id, text])
}

function isAnswerable({ question }: AnswerChange): boolean {
  return question.kind === 'answerable'
}

function findLostCitations(change: AnswerChange): LostCitation[] {
  const cited = new Set(change.now.citations.map(pageOf))
  const lost = new Set(change.before.citations.map(pageOf).filter((page) => !cited.has(page)))
  return [...lost].map((page) => ({ ...change, page, isRelevant: change.question.relevant.includes(page) }))
}

/** Ids of pages differ from server to server; those that were given from outside do not. */
function pageOf({ external_id, page_id }: Answer['citations'][number]): string {
  return external_id ?? `page ${page_id}`
}

function findLostRanks(old: AskedQuestion, question: AskedQuestion): LostRank[] {
  if (old.search === undefined || question.search === undefined) return []
  const ranks = rankPages(question.search.results)
  return [...rankPages(old.search.results)].flatMap(([page, before]) => {
    const now = ranks.get(page)
    if (before > TOP || !question.relevant.includes(page) || (now !== undefined && now <= TOP)) return []
    return [{ question, page, before, now }]
  })
}

function rankPages(results: readonly { readonly external_id: string }[]): Map<string, number> {
  return new Map(results.map(({ external_id }, index) => [external_id, index + 1]))
}
