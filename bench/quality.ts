import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSource, toBody } from './ingest.ts'
import { ServerProcess } from './server-process.ts'
import { round } from './statistics.ts'

/** Retrieval and refusal on public question sets: `npm run bench:quality`. Format: BEIR-like, see docs/quality.md. */
const DATA = join(import.meta.dirname, '..', '..', 'shared', 'data')
const SETS = ['emanual', 'mtrag_mini', 'squad2_dev', 'scifact'] as const
/** Questions asked of each kind when refusal is measured. */
const SAMPLE = 200

interface Question {
  readonly id: string
  readonly text: string
  readonly answerable?: boolean
}

interface Page {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly html?: string
}

function readLines<T>(set: string, file: string): T[] {
  return readFileSync(join(DATA, set, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)
}

function readRelevance(set: string): Map<string, Map<string, number>> {
  const relevance = new Map<string, Map<string, number>>()
  for (const line of readFileSync(join(DATA, set, 'qrels.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)) {
    const [query = '', page = '', grade = '0'] = line.split('\t')
    const grades = relevance.get(query) ?? new Map<string, number>()
    relevance.set(query, grades.set(page, Number(grade)))
  }
  return relevance
}

async function load(server: ServerProcess, set: string): Promise<void> {
  const sourceId = await createSource(server)
  const pages = readLines<Page>(set, 'corpus.jsonl')
  const lines = pages.map(({ id, title, text, html }) =>
    JSON.stringify(toBody(sourceId, { external_id: id, title: title || id, html: html ?? `<p>${escape(text)}</p>` })),
  )
  await server.post('/dorsal/v1/external_pages/bulk', lines.join('\n'), 'application/x-ndjson')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

async function ranking(server: ServerProcess, set: string) {
  const relevance = readRelevance(set)
  let gain = 0
  let recall = 0
  let count = 0
  for (const { id, text, answerable } of readLines<Question>(set, 'queries.jsonl')) {
    const grades = relevance.get(id)
    if (grades === undefined || answerable === false) continue
    const { results } = await server.post<{ results: { external_id: string }[] }>('/dorsal/v1/search', {
      query: text.slice(0, 2_000),
      limit: 10,
      agent: 'ai_agent',
    })
    const found = results.map(({ external_id }) => grades.get(external_id) ?? 0)
    const ideal = [...grades.values()].toSorted((a, b) => b - a).slice(0, 10)
    gain += discounted(found) / (discounted(ideal) || 1)
    recall += found.filter((grade) => grade > 0).length / [...grades.values()].filter((grade) => grade > 0).length
    count++
  }
  return { questions: count, ndcg_at_10: round(gain / count, 3), recall_at_10: round(recall / count, 3) }
}

function discounted(grades: readonly number[]): number {
  return grades.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0)
}

/** Share of these questions that is answered rather than refused. */
async function answeredShare(server: ServerProcess, questions: readonly Question[]): Promise<number | undefined> {
  if (questions.length === 0) return undefined
  let answered = 0
  for (const { text } of questions) {
    const { status } = await server.post<{ status: string }>('/dorsal/v1/answers', {
      question: text.slice(0, 2_000),
      agent: 'ai_agent',
    })
    if (status === 'answered') answered++
  }
  return round(answered / questions.length, 3)
}

async function measure(set: string) {
  const work = mkdtempSync(join(tmpdir(), 'dorsal-quality-'))
  const server = await ServerProcess.start(work)
  try {
    await load(server, set)
    const own = readLines<Question>(set, 'queries.jsonl')
    const answered: Record<string, number | undefined> = {
      own: await answeredShare(server, own.filter(({ answerable }) => answerable !== false).slice(0, SAMPLE)),
      unanswerable: await answeredShare(server, own.filter(({ answerable }) => answerable === false).slice(0, SAMPLE)),
    }
    for (const other of SETS.filter((name) => name !== set)) {
      const questions = readLines<Question>(other, 'queries.jsonl').filter(({ answerable }) => answerable !== false)
      answered[other] = await answeredShare(server, questions.slice(0, SAMPLE))
    }
    return { set, ...(await ranking(server, set)), answered }
  } finally {
    await server.stop()
    rmSync(work, { recursive: true, force: true })
  }
}

if (!existsSync(DATA)) {
  process.stdout.write('The evaluation sets are not at hand: nothing was measured.\n')
} else {
  for (const set of SETS) process.stdout.write(`${JSON.stringify(await measure(set))}\n`)
}
