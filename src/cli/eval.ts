import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  compareRuns,
  findGateFailures,
  findMismatch,
  findWriteFault,
  listChangedSettings,
  presentComparison,
  readDataset,
  readForeignQuestions,
  readRun,
  writeComparison,
  writeRun,
  writeSummary,
  type Comparison,
  type ForeignDataset,
  type Run,
} from '../evaluation/index.ts'
import { ASKER_HELP } from './asker-options.ts'
import { CommandError, UsageError, type Command } from './command.ts'
import { GATE_HELP } from './evaluating/gate-options.ts'
import { makeRun } from './evaluating/make-run.ts'
import { readEvalOptions, type EvalOptions } from './evaluating/options.ts'
import { explainFailure } from './explain-failure.ts'
import { stopSignal } from './stop-signal.ts'
import { printable, say } from './terminal.ts'

export const evalCommand: Command = {
  help: `
Usage: dorsal eval DATASET [OPTIONS]

Asks the questions of a dataset, prints how good search and answers are, with 95 % intervals, and compares that with an
earlier run. DATASET is a folder of queries.jsonl, qrels.tsv and corpus.jsonl; docs/evaluation.md tells how to write one.

  --out FILE            keep the run
  --against FILE        compare with a run that was kept, and exit with 1 when this one is worse
  --only PART           search or answers (default: both)
  --limit N             the first N questions only
  --foreign DATASET     ask a sample of another dataset's questions too, which must be refused; may be repeated
  --foreign-sample N    how many of each (default: 200)
  --curve               what would be answered, and how much of it right, at each threshold of confidence
  --concurrency N       questions at once (default: 1)
  --json                print the figures and the comparison as JSON

The server is a temporary one of this program, gone afterwards, unless there is a URL:

  --url URL             a running server; pages of corpus.jsonl, if there is one, are there only while the run lasts
  --token TOKEN         its access token (default: DORSAL_ACCESS_TOKEN, else INTERCOM_ACCESS_TOKEN)
  --no-load             evaluate the pages that the server has: qrels.tsv names them by external_id
${ASKER_HELP}

With --against, more of these than allowed is worse:

${GATE_HELP}

Exit codes: 0 done, 1 worse than allowed, 2 called wrongly, or the run could not be made.

Examples:
  dorsal eval questions --out baseline.json
  dorsal eval questions --against baseline.json --max-drop ndcg@10=0.01
  dorsal eval questions --url http://127.0.0.1:4141 --no-load --source 3 --against baseline.json
`,
  run: runEval,
}

async function runEval(args: readonly string[]): Promise<number> {
  const options = readEvalOptions(args)
  const interrupted = new AbortController()
  void stopSignal().then(() => interrupted.abort(new Error('interrupted')))
  try {
    return await evaluateDataset(options, interrupted.signal)
  } catch (error) {
    if (interrupted.signal.aborted) {
      tell('interrupted; nothing was kept')
      return 130
    }
    // 1 says that the library became worse, which nobody knows here.
    const failure = error instanceof UsageError ? undefined : explainFailure(error)
    if (failure === undefined) throw error
    for (const line of failure.split('\n')) tell(line)
    return 2
  }
}

/** @throws CommandError when a file is not what it should be; see makeRun */
async function evaluateDataset(options: EvalOptions, signal: AbortSignal): Promise<number> {
  const dataset = await openDataset(options)
  const foreign = await Promise.all(options.foreign.map(openForeign))
  const before = options.against === undefined ? undefined : await openRun(options.against)
  const writeFault = options.out === undefined ? undefined : await findWriteFault(options.out)
  if (writeFault !== undefined) throw new CommandError(writeFault)
  for (const note of dataset.notes) tell(`note: ${note}`)

  const run = await makeRun(dataset, foreign, options, { env: process.env, signal })
  const mismatch = before === undefined ? undefined : findMismatch(before, run)
  if (mismatch !== undefined) throw new CommandError(`${options.against}: ${mismatch}`)
  if (options.out !== undefined) await writeRun(options.out, run)

  const comparison = before === undefined ? undefined : compareRuns(before, run)
  const failures = comparison === undefined ? [] : findGateFailures(comparison, options.gate)
  if (before !== undefined) for (const change of listChangedSettings(before, run)) tell(`note: setting ${change}`)
  say(options.asJson ? toJson(run, comparison, failures) : toText(run, comparison, options))
  for (const failure of failures) tell(`worse: ${failure}`)
  return failures.length === 0 ? 0 : 1
}

async function openDataset({ dataset, server, mayLoad }: EvalOptions) {
  const isOnServer = server !== undefined && !existsSync(join(dataset, 'corpus.jsonl'))
  const reading = await readDataset(dataset, { withPages: mayLoad && !isOnServer })
  if (reading.kind === 'faulty') throw new CommandError(reading.faults.join('\n'))
  return reading.dataset
}

async function openForeign(folder: string): Promise<ForeignDataset> {
  const reading = await readForeignQuestions(folder)
  if (reading.kind === 'faulty') throw new CommandError(reading.faults.join('\n'))
  return reading
}

async function openRun(file: string): Promise<Run> {
  const reading = await readRun(file)
  if (reading.kind === 'faulty') throw new CommandError(reading.fault)
  return reading.run
}

const DEFAULT_WIDTH = 120

function toText(run: Run, comparison: Comparison | undefined, { withCurve }: EvalOptions): string {
  const summary = writeSummary(run, { withCurve })
  if (comparison === undefined) return summary
  return `${summary}\n\n${writeComparison(comparison, process.stdout.columns ?? DEFAULT_WIDTH)}`
}

function toJson(run: Run, comparison: Comparison | undefined, failures: readonly string[]): string {
  const { questions: _questions, ...figures } = run
  const compared = comparison === undefined ? {} : { comparison: presentComparison(comparison), failures }
  return JSON.stringify({ ...figures, ...compared }, null, 2)
}

function tell(line: string): void {
  process.stderr.write(`dorsal: ${printable(line)}\n`)
}
