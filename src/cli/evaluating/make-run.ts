import {
  evaluate,
  planQuestions,
  RUN_VERSION,
  summarize,
  type Dataset,
  type ForeignDataset,
  type Run,
} from '../../evaluation/index.ts'
import type { ApiClient } from '../api-client.ts'
import { CommandError } from '../command.ts'
import { connect } from '../connection-options.ts'
import { ProgressLine } from '../progress-line.ts'
import { makeHttpSubject } from './http-subject.ts'
import { loadCorpus } from './load-corpus.ts'
import type { EvalOptions } from './options.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Makes a server ready, asks it every question and takes away again what was put there, however it ends.
 * @throws CommandError when the server does not take a page; what the server's client throws; the signal's reason
 */
export async function makeRun(
  dataset: Dataset,
  foreign: readonly ForeignDataset[],
  options: EvalOptions,
  { env, signal }: { readonly env: Environment; readonly signal: AbortSignal },
): Promise<Run> {
  if (options.server !== undefined)
    return askServer({ client: connect(options.server, env) }, dataset, foreign, options, signal)
  // A server elsewhere needs no database engine here.
  const { startTemporaryServer } = await import('./temporary-server.ts')
  await using server = await startTemporaryServer(env)
  signal.throwIfAborted()
  return await askServer(server, dataset, foreign, options, signal)
}

interface Server {
  readonly client: ApiClient
  readonly learnWords?: () => Promise<void>
}

async function askServer(
  { client, learnWords }: Server,
  dataset: Dataset,
  foreign: readonly ForeignDataset[],
  options: EvalOptions,
  signal: AbortSignal,
): Promise<Run> {
  const { pages } = dataset
  if (pages === undefined) return askQuestions(client, dataset, foreign, options, options.asker, signal)
  const corpus = await withProgress(pages.length, 'pages', (onProgress) =>
    loadCorpus(client, dataset.name, pages, { onProgress, signal, learnWords }),
  )
  try {
    if (corpus.faults.length > 0) throw new CommandError(corpus.faults.join('\n'))
    const asker = { ...options.asker, source_ids: [corpus.sourceId] }
    return await askQuestions(client, dataset, foreign, options, asker, signal)
  } finally {
    await corpus.remove()
  }
}

async function askQuestions(
  client: ApiClient,
  dataset: Dataset,
  foreign: readonly ForeignDataset[],
  options: EvalOptions,
  asker: object,
  signal: AbortSignal,
): Promise<Run> {
  const { only, concurrency, limit, foreignSample } = options
  const server = await client.json<unknown>('GET', '/dorsal/v1/status', { signal })
  const plan = planQuestions(dataset, foreign, { limit, foreignSample })
  const questions = await withProgress(plan.length, 'questions', (onProgress) =>
    evaluate(plan, makeHttpSubject(client, asker, signal), { only, concurrency, onProgress }),
  )
  return {
    version: RUN_VERSION,
    date: new Date().toISOString(),
    dataset: dataset.name,
    settings: {
      server: options.server === undefined ? 'temporary' : client.baseUrl,
      loaded: dataset.pages !== undefined,
      ...options.asker,
      only: only ?? 'both',
      limit: limit ?? 'all',
      concurrency,
      foreign: foreign.map(({ name }) => name),
      foreign_sample: foreignSample,
    },
    server,
    ...summarize(questions),
    questions,
  }
}

/** Shows how far it is where somebody sits at a terminal; logs of a build stay short. */
async function withProgress<T>(
  total: number,
  what: string,
  work: (onProgress: (done: number) => void) => Promise<T>,
): Promise<T> {
  if (!process.stderr.isTTY) return work(() => {})
  const line = new ProgressLine(process.stderr, total)
  try {
    return await work((done) => line.show(done, what))
  } finally {
    line.clear()
  }
}
