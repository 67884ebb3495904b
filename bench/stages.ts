import { cpSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { packagedModel } from '../src/embedding/index.ts'
import { openBare } from './bare-database.ts'
import { generateEnglishPages } from './english-pages.ts'
import { createSource, toBody } from './ingest.ts'
import { ServerProcess } from './server-process.ts'
import { measureEach, round, seconds, summarize } from './statistics.ts'

/** So many searches, then so many answers; the first of each are to warm up. No question comes twice: it is remembered. */
const BLOCK = 24
const BLOCKS = 9
const POLL_MS = 250
const PACKAGED = { DORSAL_EMBEDDING_MODEL: '' }

interface Stage {
  readonly name: string
  /** What search says that it was ordered by. */
  readonly mode: string
  readonly server: ServerProcess
  readonly search: Samples
  readonly answer: Samples
}

/**
 * Search and answers by words alone, with the vectors of the packaged model, and with the local reranker that
 * `DORSAL_RERANKER_FOLDER` names, if any. The stages take turns, so that what else the machine does is the same for all.
 * @param prepare makes a data directory
 * @param dir where another one may be
 */
export async function benchStages(prepare: (name: string) => Promise<string>, dir: (name: string) => string) {
  const { pages, questions } = generateEnglishPages(17)
  const words = await prepare('stage-words')
  const filling = await ServerProcess.start(words)
  const sourceId = await createSource(filling)
  const lines = pages.map((page) => JSON.stringify(toBody(sourceId, page))).join('\n')
  await filling.post('/dorsal/v1/external_pages/bulk', lines, 'application/x-ndjson')
  await filling.stop()
  const vectors = dir('stage-vectors')
  cpSync(words, vectors, { recursive: true })
  const embedding = { ...(await embedAll(vectors)), straight_per_second: await embedStraight(words) }

  const stages: Stage[] = []
  const begin = async (name: string, mode: string, dataDir: string, env: Readonly<Record<string, string>>) => {
    const server = await ServerProcess.start(dataDir, env)
    stages.push({ name, mode, server, search: new Samples(), answer: new Samples() })
    // Models that are being loaded are done without.
    while ((await searchFor(server, 'Is everything loaded?')).mode !== mode) await setTimeout(POLL_MS)
  }
  try {
    const reranker = process.env['DORSAL_RERANKER_FOLDER'] ?? ''
    if (reranker !== '') {
      const reranked = dir('stage-reranked')
      cpSync(vectors, reranked, { recursive: true })
      await begin('words, vectors and reranker', 'reranked', reranked, {
        ...PACKAGED,
        DORSAL_RERANKER_FOLDER: reranker,
      })
    }
    await begin('words', 'lexical', words, {})
    await begin('words and vectors', 'hybrid', vectors, PACKAGED)
    for (let block = 0; block < BLOCKS; block++) {
      const start = 2 * block * BLOCK
      for (const stage of stages) {
        await askBlock(stage, questions.slice(start, start + BLOCK), questions.slice(start + BLOCK, start + 2 * BLOCK))
        if (block === 0) stage.search.clear()
        if (block === 0) stage.answer.clear()
      }
    }
  } finally {
    for (const { server } of stages) await server.stop()
  }
  const results = stages.map(({ name, search, answer }) => ({ name, search: search.sum(), answer: answer.sum() }))
  return { embedding, stages: results.toSorted((a, b) => a.name.length - b.name.length) }
}

async function askBlock(stage: Stage, searched: readonly string[], asked: readonly string[]): Promise<void> {
  const { server, mode } = stage
  await stage.search.add(server, searched, async (query) => {
    const found = await searchFor(server, query)
    if (found.mode !== mode) throw new Error(`a search was ${found.mode}, not ${mode}`)
  })
  await stage.answer.add(server, asked, async (question) => {
    const { status } = await server.post<{ status: string }>('/dorsal/v1/answers', { question, agent: 'ai_agent' })
    if (status !== 'answered') throw new Error(`"${question}" got no answer: ${status}`)
  })
}

function searchFor(server: ServerProcess, query: string): Promise<{ mode: string }> {
  return server.post('/dorsal/v1/search', { query, limit: 10, agent: 'ai_agent' })
}

class Samples {
  readonly #ms: number[] = []
  #cpuMs = 0

  async add(server: ServerProcess, questions: readonly string[], ask: (question: string) => Promise<void>) {
    const cpuBefore = server.cpuMs()
    this.#ms.push(...(await measureEach(questions, 1, ask)))
    this.#cpuMs += server.cpuMs() - cpuBefore
  }

  clear(): void {
    this.#ms.length = 0
    this.#cpuMs = 0
  }

  sum() {
    return { ...summarize(this.#ms), cpu_ms_each: round(this.#cpuMs / this.#ms.length) }
  }
}

/** Passages a second from the first vectors to the last, when the model is loaded already. */
async function embedAll(dataDir: string) {
  const server = await ServerProcess.start(dataDir, PACKAGED)
  try {
    const pending = async () => {
      const { embedding } = await server.get<{ embedding: { pending: number } }>('/dorsal/v1/status')
      return embedding.pending
    }
    const all = await pending()
    const waitUntilBelow = async (count: number) => {
      let left = await pending()
      for (; left >= count; left = await pending()) await setTimeout(POLL_MS)
      return { left, at: performance.now(), cpuMs: server.cpuMs() }
    }
    const first = await waitUntilBelow(all)
    const last = await waitUntilBelow(1)
    return {
      passages: all,
      per_second: round((1000 * first.left) / (last.at - first.at), 1),
      cpu_ms_each: round((last.cpuMs - first.cpuMs) / first.left),
    }
  } finally {
    await server.stop()
  }
}

/** The model alone, on the same texts. */
async function embedStraight(dataDir: string): Promise<number> {
  const db = await openBare(dataDir)
  const { rows } = await sql<{ text: string }>`
    select array_to_string(array[p.title] || c.heading_path || array[c.text], e'\n') as text
    from chunk c join page p on p.workspace_id = c.workspace_id and p.id = c.page_id limit 512
  `.execute(db.reader)
  await db.close()
  const texts = rows.map(({ text }) => text)
  const model = await packagedModel()
  await model.warmUp?.()
  const took = await seconds(() => model.embed(texts, 'passage'))
  await model.close?.()
  return round(texts.length / took, 1)
}
