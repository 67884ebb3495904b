import type { Grades, Question } from '../dataset/dataset.ts'
import type { Tally } from '../statistics/bootstrap.ts'
import { bestTokenF1, containsGold } from './answer-text.ts'
import type { Measures } from './metric.ts'
import { isRelevant } from './ranking.ts'

/** An answer with its citations looked up. */
export interface CheckedAnswer {
  readonly status: 'answered' | 'refused'
  readonly text: string
  readonly citations: readonly {
    /** Undefined: the page is gone. */
    readonly external_id?: string
    readonly quote: string
    /** Whether the quote stands at its offsets in the page's text. */
    readonly is_valid: boolean
  }[]
}

/**
 * What the answer to one of the library's own questions adds to the metrics of answers, refusals aside. A refused
 * question that has an answer gains nothing where its answer would have counted.
 */
export function measureAnswer(answer: CheckedAnswer, question: Question, grades: Grades): Measures {
  const isAnswered = answer.status === 'answered'
  const { citations } = answer
  const validity = tally(isAnswered && citations.length > 0, citations.filter(isValid).length, citations.length)
  if (!question.isAnswerable)
    return { ...named('citation_validity', validity), ...named('right_answers', tally(isAnswered, 0, 1)) }

  const said = isAnswered ? [answer.text, ...citations.map(({ quote }) => quote)].join('\n') : ''
  const containment = containsGold(said, question.answers)
  const f1 = bestTokenF1(isAnswered ? answer.text : '', question.answers)
  const hasGrades = [...grades.keys()].some((page) => isRelevant(page, grades))
  const relevant = citations.filter(({ external_id: page }) => page !== undefined && isRelevant(page, grades)).length
  // The words decide where the gold answer is short, the page where it is a passage.
  const isRight = containment ?? (hasGrades ? relevant > 0 : undefined)
  return {
    answer_rate: [isAnswered ? 1 : 0, 1],
    ...named('right_answers', tally(isAnswered && isRight !== undefined, Number(isRight), 1)),
    ...named('answer_containment', tally(containment !== undefined, Number(containment), 1)),
    ...named('answer_f1', tally(f1 !== undefined, f1 ?? 0, 1)),
    ...named('citation_precision', tally(isAnswered && hasGrades && citations.length > 0, relevant, citations.length)),
    ...named('citation_validity', validity),
  }
}

function isValid({ is_valid }: { readonly is_valid: boolean }): boolean {
  return is_valid
}

function tally(counts: boolean, gained: number, possible: number): Tally | undefined {
  return counts ? [gained, possible] : undefined
}

function named(name: keyof Measures, measured: Tally | undefined): Measures {
  return measured === undefined ? {} : { [name]: measured }
}
