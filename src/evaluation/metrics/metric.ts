import type { Tally } from '../statistics/bootstrap.ts'

/** Every metric of a library's own questions, in the order in which they are shown, with what it is called there. */
export const METRICS = {
  'ndcg@10': 'nDCG@10',
  'recall@10': 'recall@10',
  'mrr@10': 'MRR@10',
  'hit@5': 'hit@5',
  answer_rate: 'answer rate',
  right_answers: 'right answers',
  answer_containment: 'answer containment',
  answer_f1: 'answer token F1',
  citation_precision: 'citation precision',
  citation_validity: 'citation validity',
  refusal_precision: 'refusal precision',
  refusal_recall: 'refusal recall',
  refusal_f1: 'refusal F1',
} as const

export const REFUSAL_METRICS = ['refusal_precision', 'refusal_recall', 'refusal_f1'] as const
type RefusalMetric = (typeof REFUSAL_METRICS)[number]

/** A metric of `METRICS`, or one of refusals with the questions of another dataset: `foreign:NAME:refusal_recall`. */
export type MetricName = keyof typeof METRICS | `foreign:${string}:${RefusalMetric}`

/** What one question adds to each metric that it counts for. */
export type Measures = { readonly [Name in MetricName]?: Tally }

export function isMetric(name: string): name is keyof typeof METRICS {
  return Object.hasOwn(METRICS, name)
}
