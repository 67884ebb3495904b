import { basename, join, resolve } from 'node:path'
import type { CorpusPage, Dataset, Grades, Question } from './dataset.ts'
import { Faults } from './faults.ts'
import { PageLine, QuestionLine } from './lines.ts'
import { readJsonl } from './read-jsonl.ts'
import { readQrels, type Judgement } from './read-qrels.ts'

export type DatasetReading =
  | { readonly kind: 'read'; readonly dataset: Dataset }
  /** A line each, with the file and the line at fault. */
  | { readonly kind: 'faulty'; readonly faults: readonly string[] }

/**
 * Reads and checks a folder of `queries.jsonl`, `qrels.tsv` and, unless the pages are on the server already,
 * `corpus.jsonl`. All of it is checked before anything is asked.
 */
export async function readDataset(
  folder: string,
  { withPages }: { readonly withPages: boolean },
): Promise<DatasetReading> {
  const faults = new Faults()
  const pages = withPages ? await readPages(join(folder, 'corpus.jsonl'), faults) : undefined
  const questions = await readQuestions(folder, faults)
  const qrels = join(folder, 'qrels.tsv')
  const judgements = await readQrels(qrels, faults)

  if (pages !== undefined && pages.length > 0) {
    const known = new Set(pages.map(({ id }) => id))
    for (const { page, line } of judgements) {
      if (!known.has(page)) faults.add(qrels, line, `corpus.jsonl has no page ${JSON.stringify(page)}`)
    }
  }
  const asked = new Set(questions.map(({ id }) => id))
  const strangers = judgements.filter(({ question }) => !asked.has(question))
  const [stranger] = strangers
  if (stranger !== undefined && strangers.length === judgements.length && asked.size > 0) {
    faults.add(
      qrels,
      stranger.line,
      `queries.jsonl has no question ${JSON.stringify(stranger.question)}, nor any other of the ids here`,
    )
  }
  const relevance = toRelevance(judgements)
  const unjudged = questions.filter(({ id, isAnswerable }) => isAnswerable && !isJudged(relevance.get(id)))
  if (
    unjudged.length === questions.length &&
    faults.count === 0 &&
    questions.some(({ isAnswerable }) => isAnswerable)
  ) {
    faults.add(qrels, undefined, 'no question has a relevant page')
  }
  if (faults.count > 0) return { kind: 'faulty', faults: faults.toLines() }

  const notes: string[] = []
  if (stranger !== undefined) {
    notes.push(
      `${qrels}:${stranger.line}: judgements left out, their questions are not in queries.jsonl: ${strangers.length}`,
    )
  }
  if (unjudged.length > 0) {
    notes.push(
      `answerable questions that do not count for search, qrels.tsv has no relevant page for them: ${unjudged.length}`,
    )
  }
  return { kind: 'read', dataset: { name: basename(resolve(folder)), questions, relevance, pages, notes } }
}

/** Only the questions of a dataset, for asking them of another library. */
export async function readForeignQuestions(
  folder: string,
): Promise<
  | { readonly kind: 'read'; readonly name: string; readonly questions: readonly Question[] }
  | Extract<DatasetReading, { kind: 'faulty' }>
> {
  const faults = new Faults()
  const questions = await readQuestions(folder, faults)
  if (faults.count === 0 && !questions.some(({ isAnswerable }) => isAnswerable)) {
    faults.add(join(folder, 'queries.jsonl'), undefined, 'it has no answerable question')
  }
  if (faults.count > 0) return { kind: 'faulty', faults: faults.toLines() }
  return { kind: 'read', name: basename(resolve(folder)), questions }
}

async function readQuestions(folder: string, faults: Faults): Promise<Question[]> {
  const lines = await readJsonl(join(folder, 'queries.jsonl'), QuestionLine, faults)
  return lines.map(({ value: { id, text, answers, answerable, history } }) => ({
    id,
    text,
    answers: answers ?? [],
    isAnswerable: answerable ?? true,
    history: history ?? [],
  }))
}

async function readPages(file: string, faults: Faults): Promise<CorpusPage[]> {
  const lines = await readJsonl(file, PageLine, faults)
  for (const { number, value } of lines) {
    if (value.html === undefined && value.text === undefined) faults.add(file, number, 'needs html or text')
  }
  return lines.map(({ number, value }) => ({ ...value, origin: `${file}:${number}` }))
}

function toRelevance(judgements: readonly Judgement[]): Map<string, Map<string, number>> {
  const relevance = new Map<string, Map<string, number>>()
  for (const { question, page, grade } of judgements) {
    const grades = relevance.get(question) ?? new Map<string, number>()
    relevance.set(question, grades.set(page, grade))
  }
  return relevance
}

function isJudged(grades: Grades | undefined): boolean {
  return grades !== undefined && [...grades.values()].some((grade) => grade > 0)
}
