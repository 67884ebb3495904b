import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadCorpus } from '../src/cli/evaluating/load-corpus.ts'
import { startTemporaryServer } from '../src/cli/evaluating/temporary-server.ts'
import { readDataset, type Dataset, type Question } from '../src/evaluation/index.ts'
import { DATA, SETS } from './evaluation-sets.ts'
import { writeShare } from './statistics.ts'

/**
 * `npm run bench:small` makes libraries of a few pages each out of the public question sets, and asks them the questions of
 * these pages and of other sets: what somebody sees who tries the program with the first pages at hand.
 */
const SIZES = [
  { pages: 5, libraries: 6 },
  { pages: 20, libraries: 3 },
  { pages: 80, libraries: 1 },
] as const
/** Asked in each library, at most. */
const OWN_QUESTIONS = 60
/** Asked in each library, of each other set. */
const FOREIGN_QUESTIONS = 20

interface Counts {
  own: number
  answered: number
  right: number
  foreign: number
  foreignAnswered: number
}

interface WireAnswer {
  readonly status: string
  readonly citations: readonly { readonly url: string }[]
}

/** Answerable ones that need no conversation to be understood. */
function plainQuestions({ questions }: Dataset): Question[] {
  return questions.filter(({ isAnswerable, history }) => isAnswerable && history.length === 0)
}

/** So many, from all over the list; other ones for each `turn`. */
function spread<T>(items: readonly T[], count: number, turn: number): T[] {
  const step = Math.max(1, Math.floor(items.length / count))
  return Array.from({ length: count }, (_, at) => items[(at * step + turn) % items.length] as T)
}

async function measure(dataset: Dataset, others: readonly Dataset[], size: number, turn: number, counts: Counts) {
  const signal = new AbortController().signal
  const rightPages = ({ id }: Question) =>
    [...(dataset.relevance.get(id) ?? [])].flatMap(([page, grade]) => (grade > 0 ? [page] : []))
  const questions = plainQuestions(dataset)
  const chosen = new Set(spread([...new Set(questions.flatMap(rightPages))], size, turn))
  const pages = (dataset.pages ?? []).filter(({ id }) => chosen.has(id))
  // Where a citation leads tells which page it is of.
  const urlOf = (id: string) => `https://small.example/${encodeURIComponent(id)}`
  const withUrls = pages.map((page) => ({ ...page, url: urlOf(page.id) }))

  await using server = await startTemporaryServer(process.env)
  const { client, learnWords } = server
  await loadCorpus(client, dataset.name, withUrls, { onProgress: () => undefined, signal, learnWords })
  const ask = ({ text: question }: Question) =>
    client.json<WireAnswer>('POST', '/dorsal/v1/answers', { body: { question }, signal })
  const own = questions.filter((question) => rightPages(question).some((page) => chosen.has(page)))
  for (const question of spread(own, Math.min(own.length, OWN_QUESTIONS), turn)) {
    const right = rightPages(question).map(urlOf)
    const { status, citations } = await ask(question)
    counts.own++
    if (status === 'answered') counts.answered++
    if (citations.some(({ url }) => right.includes(url))) counts.right++
  }
  for (const question of others.flatMap((other) => spread(plainQuestions(other), FOREIGN_QUESTIONS, turn))) {
    const { status } = await ask(question)
    counts.foreign++
    if (status === 'answered') counts.foreignAnswered++
  }
}

if (!existsSync(DATA)) {
  process.stdout.write('The evaluation sets are not at hand: nothing was measured.\n')
} else {
  const datasets: Dataset[] = []
  for (const set of SETS) {
    const reading = await readDataset(join(DATA, set), { withPages: true })
    if (reading.kind === 'read') datasets.push(reading.dataset)
  }
  process.stdout.write(
    '| set | pages | own questions | answered | from a right page | foreign questions | answered |\n' +
      '| --- | --- | --- | --- | --- | --- | --- |\n',
  )
  for (const dataset of datasets) {
    for (const { pages, libraries } of SIZES) {
      const counts: Counts = { own: 0, answered: 0, right: 0, foreign: 0, foreignAnswered: 0 }
      const others = datasets.filter((other) => other !== dataset)
      for (let turn = 0; turn < libraries; turn++) await measure(dataset, others, pages, turn, counts)
      const { own, answered, right, foreign, foreignAnswered } = counts
      const cells = [
        dataset.name,
        pages,
        own,
        writeShare(answered, own),
        writeShare(right, own),
        foreign,
        writeShare(foreignAnswered, foreign),
      ]
      process.stdout.write(`| ${cells.join(' | ')} |\n`)
    }
  }
}
