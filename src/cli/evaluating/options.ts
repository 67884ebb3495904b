import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Gate } from '../../evaluation/index.ts'
import { ASKER_OPTIONS, toAskerFields } from '../asker-options.ts'
import { onePositional, positiveInteger, UsageError } from '../command.ts'
import { GATE_OPTION_NAMES, GATE_OPTIONS, toGate } from './gate-options.ts'

/** What a run is asked to do. */
export interface EvalOptions {
  readonly dataset: string
  /** Undefined: a temporary server. */
  readonly server: { readonly url: string; readonly token?: string } | undefined
  /** False: the pages are on the server already. */
  readonly mayLoad: boolean
  readonly asker: ReturnType<typeof toAskerFields>
  readonly only: 'search' | 'answers' | undefined
  readonly limit: number | undefined
  readonly concurrency: number
  /** Folders of other datasets. */
  readonly foreign: readonly string[]
  readonly foreignSample: number
  readonly out: string | undefined
  readonly against: string | undefined
  readonly gate: Gate
  readonly withCurve: boolean
  readonly asJson: boolean
}

const OPTIONS = {
  ...ASKER_OPTIONS,
  ...GATE_OPTIONS,
  url: { type: 'string' },
  token: { type: 'string' },
  'no-load': { type: 'boolean', default: false },
  only: { type: 'string' },
  limit: { type: 'string' },
  concurrency: { type: 'string', default: '1' },
  foreign: { type: 'string', multiple: true, default: [] as string[] },
  'foreign-sample': { type: 'string', default: '200' },
  out: { type: 'string' },
  against: { type: 'string' },
  curve: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

const PARTS = ['search', 'answers'] as const

/** @throws UsageError */
export function readEvalOptions(args: readonly string[]): EvalOptions {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS })
  const dataset = onePositional(positionals, 'dataset')
  const { url, token, only, against } = values
  const part = PARTS.find((known) => known === only)
  if (only !== undefined && part === undefined) throw new UsageError(`--only must be one of ${PARTS.join(', ')}`)
  if (url === undefined && (token !== undefined || values['no-load'])) {
    throw new UsageError(`${token === undefined ? '--no-load' : '--token'} needs --url: a temporary server is empty`)
  }
  if (values.source.length > 0 && !values['no-load']) {
    throw new UsageError('--source needs --no-load: pages that are loaded have a source of their own')
  }
  const isGated = GATE_OPTION_NAMES.some((option) => values[option] !== undefined)
  if (isGated && against === undefined) throw new UsageError('--max-... needs --against: there is nothing to compare')
  const foreign = values.foreign.map(nameOf)
  const twice = [nameOf(dataset), ...foreign].find((name, index, names) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new UsageError(`two datasets are called ${JSON.stringify(twice)}; rename a folder`)
  if (foreign.length > 0 && part === 'search')
    throw new UsageError('--foreign is about answers, --only search has none')
  return {
    dataset,
    server: url === undefined ? undefined : { url, ...(token === undefined ? {} : { token }) },
    mayLoad: !values['no-load'],
    asker: toAskerFields(values),
    only: part,
    limit: values.limit === undefined ? undefined : positiveInteger('--limit', values.limit),
    concurrency: positiveInteger('--concurrency', values.concurrency),
    foreign: values.foreign,
    foreignSample: positiveInteger('--foreign-sample', values['foreign-sample']),
    out: values.out,
    against,
    gate: toGate(values, foreign),
    withCurve: values.curve,
    asJson: values.json,
  }
}

function nameOf(folder: string): string {
  return basename(resolve(folder))
}
