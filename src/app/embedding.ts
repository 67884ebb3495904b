import type { Logger } from 'pino'
import type { Database, Transaction } from '../db/index.ts'
import {
  makeEmbeddingJob,
  makePassageReranker,
  makeQueryEmbedder,
  ServedModels,
  type EmbeddingModel,
  type OpenModel,
  type Reranker,
} from '../embedding/index.ts'
import type { Job } from '../jobs/index.ts'
import type { Clock } from '../kernel/index.ts'
import type { PassageReranker, QueryEmbedder, Search } from '../retrieval/index.ts'
import type { Config } from './config.ts'
import { makeModels } from './models.ts'

/** What models do for search, as the settings and the database allow. */
export interface Embedding {
  /** Undefined when search is lexical. */
  readonly vectors: Vectors | undefined
  readonly reranker: { readonly id: string; readonly rerank: PassageReranker } | undefined
  /** Loads the models that searches ask, so that the first search finds them ready. Failures are logged. */
  warmUp(): Promise<void>
  close(): Promise<void>
}

export interface Vectors {
  readonly models: ServedModels
  readonly embedder: QueryEmbedder
  /** Makes missing vectors, after the pages are answerable lexically already, and changes the model. */
  readonly job: Job
}

interface EmbeddingDeps {
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
  readonly config: Config
  /** The search that models are compared by. */
  readonly searchWith: (embedder: QueryEmbedder) => Search
  readonly queue: (tx: Transaction, job: Pick<Job, 'name'>) => Promise<void>
}

const JOB = { name: 'embedding.embed-chunks', schedule: '*/5 * * * *' } as const

export async function makeEmbedding(deps: EmbeddingDeps): Promise<Embedding> {
  const { db, clock, log, config, queue } = deps
  const { openEmbedding, openReranker, close } = makeModels(config.models)
  const models = await chooseModel(deps, openEmbedding)
  const reranker = await openReranker()
  const unreachable = new Set<number>()
  let isClosed = false

  /** A query found the model alive: what waits for it does not wait for the schedule. */
  function embedSoon(): void {
    db.transact((tx) => queue(tx, JOB)).catch((error: unknown) => log.warn({ err: error }, 'no job could be queued'))
  }

  async function load(model: EmbeddingModel | Reranker | undefined): Promise<void> {
    if (model?.warmUp === undefined) return
    const startedAt = performance.now()
    try {
      await model.warmUp()
      log.info({ model: model.id, took_ms: Math.round(performance.now() - startedAt) }, 'a local model is ready')
    } catch (error) {
      if (!isClosed) log.warn({ err: error, model: model.id }, 'a local model could not be loaded')
    }
  }

  return {
    vectors: models && {
      models,
      embedder: makeQueryEmbedder({ models, clock, log, unreachable, onReachable: embedSoon }),
      job: { ...JOB, run: makeEmbeddingJob({ ...deps, models, swap: config.models.embeddingSwap, unreachable }) },
    },
    reranker: reranker && { id: reranker.id, rerank: makePassageReranker(reranker, { clock, log }) },
    async warmUp() {
      const serving = await models?.serving().catch(() => undefined) // the first search will tell
      await Promise.all([load(serving?.model), load(reranker)])
    },
    async close() {
      isClosed = true
      await close()
      await models?.close()
      await reranker?.close?.()
    },
  }
}

async function chooseModel({ db, clock, log, config }: EmbeddingDeps, open: OpenModel) {
  const description = config.models.embedding
  if (description === undefined) return undefined
  if (!db.can.vector) {
    log.warn('the database has no pgvector: no embedding model is used and search is lexical')
    return undefined
  }
  const model = await open(description)
  if (model === undefined) return undefined
  const models = new ServedModels({ db, clock, log, open })
  await models.choose(model, description)
  return models
}
