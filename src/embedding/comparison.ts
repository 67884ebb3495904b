/** How a new model does beside the one that it replaces, on questions that people asked. */
export interface Comparison {
  /** The model that served. */
  readonly against: string
  readonly compared_at: number
  /** How many questions; null when the model that served could not be asked any more. */
  readonly questions: number | null
  /** Share of questions with the same best page, 0 to 1; null without questions. */
  readonly same_top: number | null
  /** Mean share of the five best pages that are the same. */
  readonly overlap_at_5: number | null
  /** Questions that found nothing before and find something now, and the other way round. */
  readonly gained: number
  readonly lost: number
  /** Some whose best page changed. The questions themselves stay where they are, so that erasing reaches them. */
  readonly examples: readonly ChangedQuestion[]
}

export interface ChangedQuestion extends QuestionKey {
  /** Ids of the best pages, best first. */
  readonly before: readonly number[]
  readonly after: readonly number[]
}

export interface QuestionKey {
  readonly workspace_id: number
  /** Said by a user in a conversation, or asked by a teammate. */
  readonly kind: 'part' | 'copilot_question'
  readonly id: number
}

/** One question, searched with both models: ids of the best pages. */
export type Searched = ChangedQuestion

const EXAMPLES = 10

export function summarize(searched: readonly Searched[], against: string, now: number): Comparison {
  const count = searched.length
  const mean = (values: readonly number[]) =>
    count === 0 ? null : Math.round((values.reduce((sum, value) => sum + value, 0) / count) * 1_000) / 1_000
  const changed = searched.filter(({ before, after }) => before[0] !== after[0])
  return {
    against,
    compared_at: Math.floor(now / 1_000),
    questions: count,
    same_top: mean(searched.map(({ before, after }) => (before[0] === after[0] ? 1 : 0))),
    overlap_at_5: mean(searched.map(overlap)),
    gained: searched.filter(({ before, after }) => before.length === 0 && after.length > 0).length,
    lost: searched.filter(({ before, after }) => before.length > 0 && after.length === 0).length,
    examples: changed.slice(0, EXAMPLES),
  }
}

/** The old model does not answer any more: nothing can be said. */
export function notComparable(against: string, now: number): Comparison {
  return { ...summarize([], against, now), questions: null }
}

function overlap({ before, after }: Searched): number {
  const most = Math.max(before.length, after.length)
  return most === 0 ? 1 : before.filter((page) => after.includes(page)).length / most
}
