import type { AnswerChange, Comparison } from '../comparison/compare-runs.ts'

/** What became different, for programs. */
export function presentComparison(comparison: Comparison) {
  return {
    compared: comparison.compared,
    only_before: comparison.onlyBefore,
    only_now: comparison.onlyNow,
    metrics: comparison.metrics,
    new_refusals: comparison.newRefusals.map(presentChange),
    wrong_answers: comparison.wrongAnswers.map(presentChange),
    lost_citations: comparison.lostCitations.map(({ question, page, isRelevant, now }) => ({
      dataset: question.dataset,
      id: question.id,
      text: question.text,
      page,
      is_relevant: isRelevant,
      cited_now: now.citations.map(({ page_id, external_id }) => external_id ?? page_id),
    })),
    changed_answers: comparison.changedAnswers.map(presentChange),
    lost_ranks: comparison.lostRanks.map(({ question, page, before, now }) => ({
      dataset: question.dataset,
      id: question.id,
      text: question.text,
      page,
      before,
      now: now ?? null,
    })),
    gained_answers: comparison.gains.answers,
    gained_refusals: comparison.gains.refusals,
  }
}

function presentChange({ question, before, now }: AnswerChange) {
  return { dataset: question.dataset, id: question.id, text: question.text, before: before.text, now: now.text }
}
