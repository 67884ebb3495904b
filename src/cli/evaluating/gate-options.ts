import { DEFAULT_GATE, isMetric, METRICS, REFUSAL_METRICS, type Gate } from '../../evaluation/index.ts'
import { UsageError } from '../command.ts'

/** Options that say how much worse a run may be than the one before, for `parseArgs`. */
export const GATE_OPTIONS = {
  'max-new-refusals': { type: 'string' },
  'max-wrong-answers': { type: 'string' },
  'max-lost-citations': { type: 'string' },
  'max-changed': { type: 'string' },
  'max-drop': { type: 'string', multiple: true },
} as const

export const GATE_OPTION_NAMES = Object.keys(GATE_OPTIONS) as (keyof typeof GATE_OPTIONS)[]

export const GATE_HELP = `\
  --max-new-refusals N  answerable questions that are refused now (default: 0)
  --max-wrong-answers N unanswerable and foreign questions that are answered now (default: 0)
  --max-lost-citations N
                        pages that an answer cited and does not cite now (default: 0)
  --max-changed N       answers in other words (default: any number)
  --max-drop METRIC=X   a metric, such as ndcg@10 or answer_rate, may fall by X at most; may be repeated`

type CountOption = Exclude<keyof typeof GATE_OPTIONS, 'max-drop'>
type GateValues = { readonly [Option in CountOption]?: string } & { readonly 'max-drop'?: readonly string[] }

/**
 * @param foreign names of datasets whose questions are asked as foreign ones
 * @throws UsageError
 */
export function toGate(values: GateValues, foreign: readonly string[]): Gate {
  const count = (option: CountOption, fallback: number) => {
    const raw = values[option]
    if (raw === undefined) return fallback
    if (!/^\d{1,9}$/.test(raw)) throw new UsageError(`--${option} must be a number from 0, not ${JSON.stringify(raw)}`)
    return Number(raw)
  }
  return {
    maxNewRefusals: count('max-new-refusals', DEFAULT_GATE.maxNewRefusals),
    maxWrongAnswers: count('max-wrong-answers', DEFAULT_GATE.maxWrongAnswers),
    maxLostCitations: count('max-lost-citations', DEFAULT_GATE.maxLostCitations),
    maxChanged: count('max-changed', DEFAULT_GATE.maxChanged),
    maxDrops: new Map((values['max-drop'] ?? []).map((pair) => parseDrop(pair, foreign))),
  }
}

function parseDrop(pair: string, foreign: readonly string[]): [metric: string, most: number] {
  const separator = pair.lastIndexOf('=')
  const metric = pair.slice(0, separator)
  const most = pair.slice(separator + 1)
  if (separator < 1 || !/^(0|1|0?\.\d{1,9})$/.test(most)) {
    throw new UsageError(`--max-drop must look like METRIC=0.01, not ${JSON.stringify(pair)}`)
  }
  const foreignMetrics = foreign.flatMap((name) => REFUSAL_METRICS.map((one) => `foreign:${name}:${one}`))
  if (!isMetric(metric) && !foreignMetrics.includes(metric)) {
    const known = [...Object.keys(METRICS), ...foreignMetrics].join(', ')
    throw new UsageError(`--max-drop: no metric is called ${JSON.stringify(metric)}; there are ${known}`)
  }
  return [metric, Number(most)]
}
