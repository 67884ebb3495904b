import type { AnswerChange, Comparison } from '../comparison/compare-runs.ts'
import { labelOf } from './write-summary.ts'
import { cut, writeTable, type Column } from './table.ts'

const NARROWEST = 60

/** What became different, as tables no wider than `width`; lists that are empty are only counted. */
export function writeComparison(comparison: Comparison, width: number): string {
  const { compared, onlyBefore, onlyNow, gains } = comparison
  const third = Math.floor((Math.max(width, NARROWEST) - 4) / 3)
  const answers = (changes: readonly AnswerChange[]) =>
    changes.map(({ question, before, now }) => [
      cut(question.text, third),
      cut(wordsOf(before), third),
      cut(wordsOf(now), third),
    ])
  const lists: readonly [title: string, rows: string[][]][] = [
    ['New refusals', answers(comparison.newRefusals)],
    ['New answers to questions without one', answers(comparison.wrongAnswers)],
    [
      'Lost citations',
      comparison.lostCitations.map(({ question, page, isRelevant, now }) => [
        cut(question.text, third),
        cut(`${page}${isRelevant ? ' (relevant)' : ''}`, third),
        cut(now.citations.map((one) => one.external_id ?? `page ${one.page_id}`).join(', ') || '-', third),
      ]),
    ],
    ['Changed answers', answers(comparison.changedAnswers)],
    [
      'Relevant pages lost from the first five',
      comparison.lostRanks.map(({ question, page, before, now }) => [
        cut(question.text, third),
        `${cut(page, third - 6)} at ${before}`,
        now === undefined ? 'not found' : `at ${now}`,
      ]),
    ],
  ]
  const others = onlyBefore + onlyNow === 0 ? '' : `, ${onlyBefore} only before, ${onlyNow} only now`
  return [
    `Compared: ${compared} questions that both runs asked${others}`,
    writeMetrics(comparison),
    ...lists.map(([title, rows]) =>
      rows.length === 0 ? `${title}: none` : `${title}: ${rows.length}\n${writeTable(CHANGES, rows)}`,
    ),
    `Better: ${gains.answers} refusals became answers, ${gains.refusals} wrong answers became refusals`,
  ].join('\n\n')
}

const CHANGES: readonly Column[] = [{ title: 'question' }, { title: 'before' }, { title: 'now' }]

function wordsOf({ status, text }: AnswerChange['before']): string {
  return status === 'refused' ? '(refused)' : text
}

function writeMetrics({ metrics }: Comparison): string {
  const columns: Column[] = [
    { title: 'metric' },
    { title: 'before', align: 'right' },
    { title: 'now', align: 'right' },
    { title: 'difference', align: 'right' },
    { title: '95 % interval' },
  ]
  return writeTable(
    columns,
    metrics.map(({ metric, before, now, difference: { value, low, high } }) => [
      labelOf(metric),
      before.toFixed(3),
      now.toFixed(3),
      signed(value),
      `${signed(low)} to ${signed(high)}`,
    ]),
  )
}

function signed(value: number): string {
  const text = value.toFixed(3)
  return value > 0 && !/^0\.0+$/.test(text) ? `+${text}` : text.replace(/^-(0\.0+)$/, '$1')
}
