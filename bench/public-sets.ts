import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Run } from '../src/evaluation/index.ts'
import { DATA, SETS } from './evaluation-sets.ts'

/** Runs `dorsal eval` over public question sets and prints the tables of docs/quality.md: `npm run bench:quality`. */
const root = join(import.meta.dirname, '..')
/** Its answers are verdicts on claims, which no answer from a page can hold. */
const WITHOUT_GOLD_ANSWERS: ReadonlySet<string> = new Set(['scifact'])

function evaluate(set: string, out: string): Run {
  const others = SETS.filter((name) => name !== set).flatMap((name) => ['--foreign', join(DATA, name)])
  const args = [join(root, 'src/main.ts'), 'eval', join(DATA, set), ...others, '--out', out]
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`dorsal eval ${set} ended with ${status}`)
  return JSON.parse(readFileSync(out, 'utf8')) as Run
}

/** A figure with its interval, without the zeros in front. */
function cell({ metrics }: Run, metric: string): string {
  const estimate = metrics[metric]
  if (estimate === undefined) return '-'
  const [value, low, high] = [estimate.value, estimate.low, estimate.high].map((one) =>
    one.toFixed(3).replace(/^0/, ''),
  )
  return `${value} (${low} to ${high})`
}

function table(titles: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [titles, titles.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function writeTables(runs: readonly Run[]): string {
  const withAnswers = runs.filter(({ dataset }) => !WITHOUT_GOLD_ANSWERS.has(dataset))
  const withUnanswerable = runs.filter(({ metrics }) => metrics['refusal_recall'] !== undefined)
  const columns = (some: readonly Run[], metrics: readonly string[]) =>
    some.map((run) => [run.dataset, ...metrics.map((metric) => cell(run, metric))])
  const ms = (value: number | undefined) => value?.toFixed(1) ?? '-'
  return [
    table(
      ['set', 'questions', 'nDCG@10', 'recall@10', 'MRR@10', 'hit@5'],
      runs.map((run) => [
        run.dataset,
        run.metrics['ndcg@10']?.questions ?? 0,
        ...['ndcg@10', 'recall@10', 'mrr@10', 'hit@5'].map((metric) => cell(run, metric)),
      ]),
    ),
    table(
      ['set', 'answer rate', 'right answers', 'containment', 'token F1', 'citation precision', 'citation validity'],
      columns(withAnswers, [
        'answer_rate',
        'right_answers',
        'answer_containment',
        'answer_f1',
        'citation_precision',
        'citation_validity',
      ]),
    ),
    table(
      ['set', 'refusal precision', 'refusal recall', 'refusal F1'],
      columns(withUnanswerable, ['refusal_precision', 'refusal_recall', 'refusal_f1']),
    ),
    table(
      ['library', 'foreign questions', 'refusal precision', 'refusal recall', 'refusal F1'],
      runs.flatMap((run) =>
        SETS.filter((other) => other !== run.dataset).map((other) => [
          run.dataset,
          other,
          ...['precision', 'recall', 'f1'].map((metric) => cell(run, `foreign:${other}:refusal_${metric}`)),
        ]),
      ),
    ),
    table(
      ['set', 'search p50', 'search p95', 'answer p50', 'answer p95'],
      runs.map(({ dataset, latency_ms: { search, answer } }) => [
        dataset,
        ...[search?.p50, search?.p95, answer?.p50, answer?.p95].map((one) => ms(one?.value)),
      ]),
    ),
  ].join('\n\n')
}

if (!existsSync(DATA)) {
  process.stdout.write('The evaluation sets are not at hand: nothing was measured.\n')
} else {
  const work = mkdtempSync(join(tmpdir(), 'dorsal-quality-'))
  try {
    const runs = SETS.map((set) => evaluate(set, join(work, `${set}.json`)))
    process.stdout.write(`${writeTables(runs)}\n`)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
