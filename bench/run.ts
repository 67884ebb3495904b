import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchConversations, benchReaders } from './conversations.ts'
import { generatePages, generateQueries, loadPages } from './corpus.ts'
import { benchExports } from './exports.ts'
import { benchFirstText } from './first-text.ts'
import { benchBulk, benchFreshness, benchSingle } from './ingest.ts'
import { benchObjects } from './objects.ts'
import { benchPeers, benchSearch } from './search.ts'
import { ServerProcess } from './server-process.ts'
import { benchStages } from './stages.ts'
import { round, summarize } from './statistics.ts'

/** `npm run bench -- --quick` leaves out the 100,000 chunks. */
const isQuick = process.argv.includes('--quick')
const isReranked = (process.env['DORSAL_RERANKER_FOLDER'] ?? '') !== ''
const work = mkdtempSync(join(tmpdir(), 'dorsal-bench-'))
const dir = (name: string) => join(work, name)

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** A data directory that exists already, as after the first start. */
async function prepare(name: string): Promise<string> {
  const server = await ServerProcess.start(dir(name))
  await server.stop()
  return dir(name)
}

async function run() {
  const { name, pages } = loadPages(2_560)
  const queries = generateQueries(500, 7)

  say('starting and stopping')
  const empty = await prepare('empty')
  const readyTimes: number[] = []
  for (let start = 0; start < 5; start++) {
    const server = await ServerProcess.start(empty)
    readyTimes.push(server.readyMs)
    await server.stop()
  }

  say(`pushing ${pages.length} pages (${name}) through bulk, then straight`)
  const bulk = await benchBulk(pages, { server: await prepare('bulk'), bare: await prepare('bulk-bare') })
  say('pushing pages one by one, then straight')
  const single = await benchSingle(pages.slice(0, 1_000), {
    server: await prepare('single'),
    bare: await prepare('single-bare'),
  })

  say('searching 10,000 chunks')
  // A generated page of 4 sections makes about 7 chunks.
  const small = await prepare('search-10k')
  const at10k = await benchSearch(small, generatePages(1_480, 11, 4), queries)
  const peers = await benchPeers(small, queries)
  const onPages = await benchSearch(dir('bulk'), [], PAGE_QUERIES)

  const server = await ServerProcess.start(dir('bulk'))
  const idleMemory = server.memory()
  const freshness = await benchFreshness(server, 200)
  await server.stop()

  say('holding conversations, streams and deliveries')
  const conversations = await benchConversations(await prepare('conversations'))
  const readers = await benchReaders(await prepare('readers'))

  say(`searching and answering by stages${isReranked ? '' : ', without a reranker: DORSAL_RERANKER_FOLDER is not set'}`)
  const stages = await benchStages(prepare, dir)
  const firstText = await benchFirstText(dir('stage-words'), 20)

  say('upserting custom objects, then straight')
  const objects = await benchObjects({ server: await prepare('objects'), bare: await prepare('objects-bare') }, 2_000)
  say('exporting conversations, beside COPY')
  const exports = await benchExports(dir('exports'), isQuick ? 100_000 : 1_000_000)

  let at100k
  if (!isQuick) {
    say('loading and searching 100,000 chunks')
    at100k = await benchSearch(await prepare('search-100k'), generatePages(14_800, 13, 4), queries)
  }
  return {
    machine: { cpus: cpus().length, model: cpus()[0]?.model, node: process.version },
    corpus: { name, pages: pages.length },
    ready_ms: summarize(readyTimes),
    bulk,
    single,
    search_10k: at10k,
    peers_10k: peers,
    search_pages: onPages,
    search_100k: at100k,
    ...stages,
    first_text: firstText,
    conversations,
    readers,
    objects,
    exports,
    write_to_answerable: freshness,
    memory_mb: { idle: idleMemory, at_10k: at10k.memory_mb, at_100k: at100k?.memory_mb },
  }
}

const PAGE_QUERIES = Array.from({ length: 20 }, () => [
  'insert a table in a document',
  'conditional formatting of cells',
  'how do I print a brochure',
  'change the default font',
  'record a macro',
  'protect a sheet with a password',
  'export to pdf',
  'mail merge from a spreadsheet',
  'remove page numbers',
  'keyboard shortcut for paste special',
  'pivot table filter',
  'slide transition timing',
]).flat()

type Results = Awaited<ReturnType<typeof run>>

function report(results: Results): string {
  const rows: [string, string, string, string][] = [
    ['measurement', 'Dorsal', 'beside it', 'ratio (goal)'],
    ['ready on existing data, ms', `${results.ready_ms.p50}`, '', '(< 3000)'],
    [
      'bulk, pages/s',
      `${results.bulk.pages_per_second}`,
      `straight ${results.bulk.straight_pages_per_second}`,
      `${results.bulk.ratio} (>= 0.6)`,
    ],
    [
      'single POSTs, 16 at once, pages/s',
      `${results.single.pages_per_second}`,
      `straight ${results.single.straight_pages_per_second}`,
      `${results.single.ratio} (>= 0.3)`,
    ],
    ['CPU ms a page, bulk / single', `${results.bulk.cpu_ms_per_page} / ${results.single.cpu_ms_per_page}`, '', ''],
    ...searchRows('search 10k chunks', results.search_10k),
    [
      '  MiniSearch / Orama p95 at 10k',
      '',
      `${results.peers_10k.minisearch.p95} / ${results.peers_10k.orama.p95}`,
      '(Dorsal lower)',
    ],
    ...searchRows(`search ${results.corpus.name}`, results.search_pages),
    ...(results.search_100k === undefined ? [] : searchRows('search 100k chunks', results.search_100k)),
    ...results.stages.flatMap((stage) => stageRows(stage, results.stages[0])),
    ...(isReranked ? [] : [NO_RERANKER]),
    [
      `${results.embedding.passages} passages embedded, 1/s`,
      `${results.embedding.per_second}`,
      `the model alone ${results.embedding.straight_per_second}`,
      `${round(results.embedding.per_second / results.embedding.straight_per_second)}, CPU ms each ${results.embedding.cpu_ms_each}`,
    ],
    [
      'first text of a model, p50 / p95 ms',
      `${results.first_text.first_text.p50} / ${results.first_text.first_text.p95}`,
      `its own first sentence ${results.first_text.model_first_sentence.p50}, token ${results.first_text.model_first_token.p50}`,
      `${results.first_text.ratio}, ${results.first_text.extra_ms} ms more`,
    ],
    ...replyRows('start to reply, one at a time', results.conversations.alone),
    ...replyRows('question to reply, 200 conversations open', results.conversations.open),
    [
      'conversations started and answered, 1/s',
      `${results.conversations.burst.per_second}`,
      '',
      `CPU ms each ${results.conversations.burst.cpu_ms_each}`,
    ],
    [
      'deliveries to a local receiver, 1/s',
      `${results.conversations.deliveries.per_second}`,
      '',
      `CPU ms each ${results.conversations.deliveries.cpu_ms_each}`,
    ],
    [
      `${results.readers.readers} streams held: memory, MB`,
      `${results.readers.memory_mb.held}`,
      `without ${results.readers.memory_mb.before}`,
      `CPU while idle ${round(results.readers.cpu_share_while_idle * 100, 1)} %`,
    ],
    [
      'custom object upserts, 16 at once, 1/s',
      `${results.objects.per_second}`,
      `bare SQL ${results.objects.straight_per_second}`,
      `${results.objects.ratio}, CPU ms each ${results.objects.cpu_ms_each}`,
    ],
    ...exportRows(results.exports),
    [
      'write to answerable p50 / p99, ms',
      `${results.write_to_answerable.p50} / ${results.write_to_answerable.p99}`,
      '',
      '(p99 < 50)',
    ],
    [
      'memory idle / 10k / 100k, MB',
      `${results.memory_mb.idle} / ${results.memory_mb.at_10k} / ${results.memory_mb.at_100k ?? '-'}`,
      '',
      '(< 700)',
    ],
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function searchRows(label: string, result: Results['search_10k']): [string, string, string, string][] {
  return [
    [
      `${label} (${result.chunks}), p50 / p95 ms`,
      `${result.http.p50} / ${result.http.p95}`,
      `bare SQL ${result.bare_sql.p50} / ${result.bare_sql.p95}`,
      `${round(result.ratio_p95)} (<= 1.5)`,
    ],
  ]
}

const NO_RERANKER: [string, string, string, string] = [
  'reranker: search, answer',
  'skipped',
  'DORSAL_RERANKER_FOLDER is not set',
  '',
]

function stageRows(
  { name, search, answer }: Results['stages'][number],
  words: Results['stages'][number] | undefined,
): [string, string, string, string][] {
  const row = (label: string, result: typeof search, beside = result): [string, string, string, string] => [
    `${label} by ${name}, p50 / p95 ms`,
    `${result.p50} / ${result.p95}`,
    `CPU ms each ${result.cpu_ms_each}`,
    beside === result ? '' : `${round(result.p50 / beside.p50)} of words`,
  ]
  return [row('search', search, words?.search), row('answer', answer, words?.answer)]
}

function exportRows({ rows, narrow, wide, memory_mb: memory }: Results['exports']): [string, string, string, string][] {
  const row = (label: string, result: typeof narrow): [string, string, string, string] => [
    `export of ${rows} conversations, ${label}, rows/s`,
    `${result.rows_per_second}`,
    `COPY ${result.copy_rows_per_second}`,
    `${result.ratio} (>= 0.3)`,
  ]
  return [
    row('8 columns of their own', narrow),
    row('11 columns, some of their parts', wide),
    ['  memory at its peak, MB', `${memory.peak}`, `idle ${memory.idle}`, '(< 150 over idle)'],
  ]
}

function replyRows(
  label: string,
  result: Pick<Results['conversations']['open'], 'webhook_ms' | 'stream_ms'>,
): [string, string, string, string][] {
  const { webhook_ms: webhook, stream_ms: stream } = result
  return [
    [`${label}, webhook, p50 / p95 ms`, `${webhook.p50} / ${webhook.p95}`, '', ''],
    [`${label}, stream, p50 / p95 ms`, `${stream.p50} / ${stream.p95}`, '', ''],
  ]
}

try {
  const results = await run()
  const folder = join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'latest.json'), `${JSON.stringify(results, null, 2)}\n`)
  process.stdout.write(`${report(results)}\n\n${JSON.stringify(results)}\n`)
} finally {
  rmSync(work, { recursive: true, force: true })
}
