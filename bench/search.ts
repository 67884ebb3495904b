import { setTimeout } from 'node:timers/promises'
import { create, insertMultiple, search as oramaSearch } from '@orama/orama'
import MiniSearch from 'minisearch'
import { sql } from 'kysely'
import { analyzeQuery } from '../src/analysis/index.ts'
import { openBare } from './bare-database.ts'
import { createSource, toBody } from './ingest.ts'
import type { BenchPage } from './corpus.ts'
import { ServerProcess } from './server-process.ts'
import { measureEach, round, summarize, type Latency } from './statistics.ts'

export interface SearchResult {
  readonly chunks: number
  readonly http: Latency
  readonly bare_sql: Latency
  readonly ratio_p95: number
  readonly cpu_ms_per_search: number
  readonly memory_mb: number
}

const WARM_UP = 50

/**
 * Searches over HTTP, one at a time, once the words of all pages are learned; then the bare ranking statement on the same
 * data in the same engine.
 */
export async function benchSearch(
  dataDir: string,
  pages: readonly BenchPage[],
  queries: readonly string[],
): Promise<SearchResult> {
  let server = await ServerProcess.start(dataDir)
  if (pages.length > 0) {
    const sourceId = await createSource(server)
    const lines = pages.map((page) => JSON.stringify(toBody(sourceId, page))).join('\n')
    await server.post('/dorsal/v1/external_pages/bulk', lines, 'application/x-ndjson')
    await server.stop()
    server = await ServerProcess.start(dataDir)
  }
  await wordsLearned(server)
  const ask = (query: string) => server.post('/dorsal/v1/search', { query, limit: 10, agent: 'ai_agent' })
  await measureEach(queries.slice(0, WARM_UP), 1, ask)
  const cpuBefore = server.cpuMs()
  const http = summarize(await measureEach(queries, 1, ask))
  const cpu = server.cpuMs() - cpuBefore
  const memory = server.memory()
  await server.stop()

  const db = await openBare(dataDir)
  const bare = (query: string) => {
    const terms = analyzeQuery(query, ['en']).terms.flatMap(({ variants }) => variants)
    return sql`
      select c.id, c.page_id, c.text, -bm25_get_current_score() as score from chunk c
      where c.workspace_id = 1 and c.ai_agent
      order by c.terms <@> to_bm25query(${terms.join(' ')}, 'chunk_terms_bm25') limit 10
    `.execute(db.reader)
  }
  await measureEach(queries.slice(0, WARM_UP), 1, bare)
  const bareSql = summarize(await measureEach(queries, 1, bare))
  const { count } = await db.reader
    .selectFrom('chunk')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  await db.close()
  return {
    chunks: count,
    http,
    bare_sql: bareSql,
    ratio_p95: round(http.p95 / bareSql.p95),
    cpu_ms_per_search: round(cpu / queries.length),
    memory_mb: memory,
  }
}

/** A server learns what is new when it starts, else within a minute. */
async function wordsLearned(server: ServerProcess): Promise<void> {
  interface Status {
    readonly vocabulary: { readonly unread_chunks: number }
  }
  while ((await server.get<Status>('/dorsal/v1/status')).vocabulary.unread_chunks > 0) await setTimeout(250)
}

/** In-memory engines on the very same chunks, in this process, without HTTP. */
export async function benchPeers(dataDir: string, queries: readonly string[]) {
  const db = await openBare(dataDir)
  const chunks = await db.reader.selectFrom('chunk').select(['id', 'text', 'page_id']).execute()
  await db.close()

  const miniSearch = new MiniSearch({ fields: ['text'], storeFields: ['page_id'] })
  miniSearch.addAll(chunks)
  const orama = create({ schema: { text: 'string' } as const })
  await insertMultiple(
    orama,
    chunks.map(({ id, text }) => ({ id: String(id), text })),
  )

  const askMini = async (query: string) => miniSearch.search(query).slice(0, 10)
  const askOrama = async (query: string) => oramaSearch(orama, { term: query, limit: 10 })
  await measureEach(queries.slice(0, WARM_UP), 1, askMini)
  await measureEach(queries.slice(0, WARM_UP), 1, askOrama)
  return {
    chunks: chunks.length,
    minisearch: summarize(await measureEach(queries, 1, askMini)),
    orama: summarize(await measureEach(queries, 1, askOrama)),
  }
}
