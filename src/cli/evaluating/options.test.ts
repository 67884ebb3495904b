import { expect, test } from 'vitest'
import { readEvalOptions } from './options.ts'

test('without options the server is a temporary one and nothing worse is allowed', () => {
  expect(readEvalOptions(['questions'])).toMatchObject({
    dataset: 'questions',
    server: undefined,
    mayLoad: true,
    asker: { agent: 'ai_agent' },
    concurrency: 1,
    foreignSample: 200,
    gate: { maxNewRefusals: 0, maxWrongAnswers: 0, maxLostCitations: 0, maxChanged: Infinity },
  })
})

test('thresholds are counts, and drops of known metrics', () => {
  const { gate } = readEvalOptions(
    'q --against a.json --foreign sets/other --max-new-refusals 3 --max-changed 0 --max-drop ndcg@10=0.01 --max-drop foreign:other:refusal_recall=.5'.split(
      ' ',
    ),
  )
  expect(gate).toEqual({
    maxNewRefusals: 3,
    maxWrongAnswers: 0,
    maxLostCitations: 0,
    maxChanged: 0,
    maxDrops: new Map([
      ['ndcg@10', 0.01],
      ['foreign:other:refusal_recall', 0.5],
    ]),
  })
})

test.each([
  ['', 'dataset is missing'],
  ['q --only everything', '--only must be one of'],
  ['q --no-load', '--no-load needs --url'],
  ['q --token t', '--token needs --url'],
  ['q --url http://x --source 3', '--source needs --no-load'],
  ['q --max-new-refusals 1', 'needs --against'],
  ['q --against a --max-new-refusals -1', 'ambiguous'],
  ['q --against a --max-new-refusals=x', '--max-new-refusals must be a number'],
  ['q --against a --max-drop ndcg=0.1', 'no metric is called "ndcg"'],
  ['q --against a --max-drop ndcg@10=1.5', 'must look like'],
  ['q --against a --max-drop foreign:other:refusal_f1=0.1', 'no metric is called'],
  ['q --foreign other --foreign sets/other/', 'two datasets are called "other"'],
  ['q --foreign other --only search', '--only search has none'],
  ['q --limit 0', '--limit must be a number'],
  ['q --nonsense', "Unknown option '--nonsense'"],
])('dorsal eval %s is called wrongly', (line, message) => {
  expect(() => readEvalOptions(line.split(' ').filter((word) => word !== ''))).toThrow(message)
})
