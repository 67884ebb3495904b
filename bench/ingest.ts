import { insertSource, makeReady, openBare, writeStraight } from './bare-database.ts'
import type { BenchPage } from './corpus.ts'
import { ServerProcess } from './server-process.ts'
import { measureEach, round, seconds, summarize } from './statistics.ts'

export interface IngestResult {
  readonly pages: number
  readonly pages_per_second: number
  readonly straight_pages_per_second: number
  readonly ratio: number
  readonly cpu_ms_per_page: number
}

/** Batch size of the server's own writer. */
const BATCH = 32
const AT_ONCE = 16

export async function benchBulk(
  pages: readonly BenchPage[],
  dirs: { server: string; bare: string },
): Promise<IngestResult> {
  return measure(pages, dirs, BATCH, async (server, sourceId) => {
    const lines = pages.map((page) => JSON.stringify(toBody(sourceId, page))).join('\n')
    await server.post('/dorsal/v1/external_pages/bulk', lines, 'application/x-ndjson')
  })
}

export async function benchSingle(
  pages: readonly BenchPage[],
  dirs: { server: string; bare: string },
): Promise<IngestResult> {
  return measure(pages, dirs, 1, async (server, sourceId) => {
    await measureEach(pages, AT_ONCE, (page) => server.post('/ai/external_pages', toBody(sourceId, page)))
  })
}

async function measure(
  pages: readonly BenchPage[],
  dirs: { server: string; bare: string },
  straightBatch: number,
  push: (server: ServerProcess, sourceId: number) => Promise<void>,
): Promise<IngestResult> {
  const server = await ServerProcess.start(dirs.server)
  const sourceId = await createSource(server)
  const cpuBefore = server.cpuMs()
  const took = await seconds(() => push(server, sourceId))
  const cpu = server.cpuMs() - cpuBefore
  await server.stop()

  const ready = makeReady(pages)
  const db = await openBare(dirs.bare)
  const straightSource = await insertSource(db)
  const straight = await seconds(() => writeStraight(db, straightSource, ready, straightBatch))
  await db.close()
  return {
    pages: pages.length,
    pages_per_second: round(pages.length / took, 1),
    straight_pages_per_second: round(pages.length / straight, 1),
    ratio: round(straight / took),
    cpu_ms_per_page: round(cpu / pages.length),
  }
}

/** Time from a page's acknowledgement until a search for its own word finds it. */
export async function benchFreshness(server: ServerProcess, count: number) {
  const sourceId = await createSource(server)
  const delays: number[] = []
  for (let index = 0; index < count; index++) {
    const word = `freshword${index}x`
    await server.post(
      '/ai/external_pages',
      toBody(sourceId, { external_id: word, title: word, html: `<p>${word} is here.</p>` }),
    )
    const startedAt = performance.now()
    for (;;) {
      const { results } = await server.post<{ results: unknown[] }>('/dorsal/v1/search', {
        query: word,
        agent: 'ai_agent',
      })
      if (results.length > 0) break
    }
    delays.push(performance.now() - startedAt)
  }
  return summarize(delays)
}

export async function createSource(server: ServerProcess): Promise<number> {
  const source = await server.post<{ id: number }>('/ai/content_import_sources', {
    sync_behavior: 'api',
    url: 'https://bench.example.com',
  })
  return source.id
}

export function toBody(sourceId: number, page: BenchPage) {
  return {
    source_id: sourceId,
    external_id: page.external_id,
    title: page.title.slice(0, 255) || page.external_id,
    html: page.html,
    url: `https://bench.example.com/${encodeURIComponent(page.external_id)}`,
    locale: 'en',
    ai_agent_availability: true,
    ai_copilot_availability: true,
  }
}
