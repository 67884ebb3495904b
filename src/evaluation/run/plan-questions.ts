import type { Dataset, Grades, Question } from '../dataset/dataset.ts'
import { sample } from '../dataset/sample.ts'

/** A question that will be asked, with what its answer is measured by. */
export interface PlannedQuestion {
  readonly dataset: string
  readonly kind: 'answerable' | 'unanswerable' | 'foreign'
  readonly question: Question
  readonly grades: Grades
  /** Other datasets for which this question is one of the library's own. */
  readonly beside: readonly string[]
}

export interface ForeignDataset {
  readonly name: string
  readonly questions: readonly Question[]
}

export interface PlanOptions {
  /** The first so many questions; undefined: all. */
  readonly limit: number | undefined
  /** Questions of each other dataset, and as many of the own ones beside them. */
  readonly foreignSample: number
}

/** The library's own questions, then answerable ones of other datasets: questions about another product. */
export function planQuestions(
  { name, questions, relevance }: Dataset,
  foreign: readonly ForeignDataset[],
  { limit, foreignSample }: PlanOptions,
): PlannedQuestion[] {
  const own = questions.slice(0, limit)
  const answerable = own.filter(({ isAnswerable }) => isAnswerable)
  const samples = foreign.map((other) => {
    const theirs = other.questions.filter(({ isAnswerable }) => isAnswerable)
    const size = Math.min(foreignSample, theirs.length, answerable.length)
    return { name: other.name, theirs: sample(theirs, size), ours: new Set(sample(answerable, size)) }
  })
  return [
    ...own.map((question): PlannedQuestion => ({
      dataset: name,
      kind: question.isAnswerable ? 'answerable' : 'unanswerable',
      question,
      grades: relevance.get(question.id) ?? new Map(),
      beside: samples.filter(({ ours }) => ours.has(question)).map((other) => other.name),
    })),
    ...samples.flatMap((other) =>
      other.theirs.map((question): PlannedQuestion => ({
        dataset: other.name,
        kind: 'foreign',
        question,
        grades: new Map(),
        beside: [],
      })),
    ),
  ]
}
