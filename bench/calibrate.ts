import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FEATURES, featuresOf, findAnswer, findBest, unpackEvidence, type Support } from '../src/answers/index.ts'
import { loadCorpus } from '../src/cli/evaluating/load-corpus.ts'
import { startTemporaryServer } from '../src/cli/evaluating/temporary-server.ts'
import { planQuestions, readDataset, readForeignQuestions } from '../src/evaluation/index.ts'
import { DATA, SETS } from './evaluation-sets.ts'
import { fitLogistic } from './fit-logistic.ts'
import { writeShare } from './statistics.ts'

/**
 * `npm run bench:calibrate [SET]` fits the confidence of answers (`src/answers/support.ts`) to a public question set: its
 * own questions, and as many of the other sets, about other things. An answer is right when its page is a right one.
 * Then it prints what thresholds of the confidence do with the same questions, a table of docs/quality.md.
 */
const FOREIGN_SAMPLE = 200
/** Of this program's only workspace. */
const WORKSPACE = 1

interface Observation {
  readonly dataset: string
  readonly isAnswerable: boolean
  readonly isRight: boolean
  readonly support: Support | undefined
  readonly confidence: number
}

const THRESHOLDS = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7] as const

async function observe(set: string): Promise<Observation[]> {
  const signal = new AbortController().signal
  const reading = await readDataset(join(DATA, set), { withPages: true })
  const others = await Promise.all(
    SETS.filter((other) => other !== set).map((other) => readForeignQuestions(join(DATA, other))),
  )
  if (reading.kind !== 'read') throw new Error(`${set} can't be read`)
  const { dataset } = reading
  const foreign = others.flatMap((other) => (other.kind === 'read' ? [other] : []))
  const plan = planQuestions(dataset, foreign, { limit: undefined, foreignSample: FOREIGN_SAMPLE })
  await using server = await startTemporaryServer(process.env)
  const { client, db, learnWords } = server
  await loadCorpus(client, set, dataset.pages ?? [], { onProgress: () => undefined, signal, learnWords })

  const observations: Observation[] = []
  for (const { question, grades, dataset: from, kind } of plan) {
    // What needs a conversation to be understood says nothing by itself.
    if (question.history.length > 0) continue
    const body = { question: question.text }
    const { answer_id: id } = await client.json<{ answer_id: string }>('POST', '/dorsal/v1/answers', { body, signal })
    const stored = await findAnswer(db.reader, WORKSPACE, id)
    const evidence = stored?.evidence && unpackEvidence(stored.evidence, stored.passages)
    const best = evidence && findBest(evidence)
    observations.push({
      dataset: from,
      isAnswerable: kind === 'answerable',
      isRight: best !== undefined && (grades.get(best.passage.externalId) ?? 0) > 0,
      support: best?.support,
      confidence: best?.confidence ?? 0,
    })
  }
  return observations
}

/** What would be answered and refused if one confidence decided alone. */
function writeCurve(set: string, observations: readonly Observation[]): string {
  const own = observations.filter(({ dataset, isAnswerable }) => dataset === set && isAnswerable)
  const foreign = observations.filter(({ dataset }) => dataset !== set)
  const rows = THRESHOLDS.map((threshold) => {
    const answered = own.filter(({ confidence }) => confidence >= threshold)
    const right = answered.filter(({ isRight }) => isRight).length
    const refused = foreign.filter(({ confidence }) => confidence < threshold).length
    const wronglyRefused = own.length - answered.length
    // As many foreign questions as own ones.
    const weighed = (refused / foreign.length) * own.length
    const cells = [
      writeShare(answered.length, own.length),
      writeShare(right, answered.length),
      writeShare(weighed, weighed + wronglyRefused),
      writeShare(refused, foreign.length),
    ]
    return `| ${[set, threshold, ...cells].join(' | ')} |`
  })
  return [
    '| library | confidence from | own questions answered | of these from a right page | refusal precision | refusal recall |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

const [set = 'emanual', out] = process.argv.slice(2)
if (!existsSync(DATA)) {
  process.stdout.write('The evaluation sets are not at hand: nothing was measured.\n')
} else {
  const observations = await observe(set)
  if (out !== undefined) writeFileSync(out, JSON.stringify(observations))
  const usable = observations.flatMap(({ support, isRight }) => (support === undefined ? [] : [{ support, isRight }]))
  // Without vectors the meaning is nothing everywhere, and gets no weight.
  const { weights, bias } = fitLogistic(
    usable.map(({ support, isRight }) => {
      const features = featuresOf(support)
      return { features: FEATURES.map((name) => features[name]), isPositive: isRight }
    }),
  )
  const told = FEATURES.map((name, index) => `${name} ${weights[index]?.toFixed(2)}`).join(', ')
  process.stdout.write(`${set}, ${usable.length} questions: ${told}, bias ${bias.toFixed(2)}\n\n`)
  process.stdout.write(`${writeCurve(set, observations)}\n`)
}
