import { expect, test } from 'vitest'
import { summarize } from './summarize.ts'
import type { AskedQuestion } from './run-schema.ts'

function asked(
  measures: AskedQuestion['measures'],
  confidence: number,
  fields: Partial<AskedQuestion> & { readonly status?: 'answered' | 'refused' } = {},
): AskedQuestion {
  const { status = 'answered', ...rest } = fields
  const answer = { status, mode: 'extractive', text: '', confidence, citations: [], took_ms: confidence * 100 }
  return {
    dataset: 'own',
    id: 'q',
    kind: 'answerable',
    text: '?',
    history_turns: 0,
    relevant: [],
    answer,
    measures,
    ...rest,
  }
}

test('metrics come in their order, each with the number of questions that count for it', () => {
  const { metrics } = summarize([
    asked({ refusal_recall: [0, 0], 'ndcg@10': [1, 1], 'foreign:x:refusal_f1': [0, 1] }, 1),
    asked({ refusal_recall: [1, 1], 'ndcg@10': [0, 1] }, 1),
  ])
  expect(Object.keys(metrics)).toEqual(['ndcg@10', 'refusal_recall', 'foreign:x:refusal_f1'])
  expect(metrics['ndcg@10']).toMatchObject({ value: 0.5, questions: 2 })
  expect(metrics['refusal_recall']).toEqual({ value: 1, low: 1, high: 1, questions: 1 })
})

test('a metric that nothing counts for is left out', () => {
  expect(summarize([asked({ refusal_precision: [0, 0] }, 1)]).metrics).toEqual({})
})

test('the curve tells what each threshold would refuse, and how much of the rest is right', () => {
  const { curve } = summarize([
    asked({ right_answers: [1, 1] }, 0.9),
    asked({ right_answers: [0, 1] }, 0.5),
    asked({}, 0.4),
    asked({ right_answers: [0, 1] }, 0.2, { kind: 'unanswerable' }),
    asked({}, 0.95, { status: 'refused' }),
    asked({}, 0.95, { kind: 'foreign' }),
  ])
  const at = (threshold: number) => curve.find((row) => row.threshold === threshold)
  expect(curve).toHaveLength(11)
  expect(at(0)).toEqual({ threshold: 0, answered: 4 / 5, right: 1 / 3 })
  expect(at(0.5)).toEqual({ threshold: 0.5, answered: 2 / 5, right: 1 / 2 })
  expect(at(0.9)).toEqual({ threshold: 0.9, answered: 1 / 5, right: 1 })
  expect(at(1)).toEqual({ threshold: 1, answered: 0 })
})

test('times are told by their median and 95th percentile', () => {
  const { latency_ms } = summarize([0.1, 0.2, 0.3].map((confidence) => asked({}, confidence)))
  expect(latency_ms.answer?.p50.value).toBeCloseTo(20)
  expect(latency_ms.answer?.p95.value).toBeCloseTo(29)
  expect(latency_ms).not.toHaveProperty('search')
})
