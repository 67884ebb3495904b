import type { Logger } from 'pino'
import type { Database } from '../db/index.ts'
import { countPending, embedPendingChunks, makeQueryEmbedder, openAiEmbeddingModel } from '../embedding/index.ts'
import type { Job } from '../jobs/index.ts'
import { allowOrigin, makeSafeFetch } from '../outbound/index.ts'
import type { QueryEmbedder } from '../retrieval/index.ts'
import type { Config } from './config.ts'

/** Semantic search, where the settings and the database allow it. */
export interface Embedding {
  readonly model: string
  readonly embedder: QueryEmbedder
  /** Makes missing vectors, after the pages are answerable lexically already. */
  readonly job: Job
  pending(): Promise<number>
  close(): Promise<void>
}

export function makeEmbedding(db: Database, config: Config, log: Logger): Embedding | undefined {
  if (config.embedding === undefined) return undefined
  if (!db.can.vector) {
    log.warn('the database has no pgvector: the embedding settings are not used and search is lexical')
    return undefined
  }
  const fetch = makeSafeFetch({ allow: [allowOrigin(config.embedding.baseUrl)] })
  const model = openAiEmbeddingModel({ ...config.embedding, fetch })
  return {
    model: model.id,
    embedder: makeQueryEmbedder(model, log),
    pending: () => countPending(db.reader, model.id),
    close: () => fetch.close(),
    job: {
      name: 'embedding.embed-chunks',
      schedule: '*/5 * * * *',
      async run(signal) {
        const embedded = await embedPendingChunks(db, model, signal)
        if (embedded > 0) log.info({ chunks: embedded }, 'chunks embedded')
      },
    },
  }
}
