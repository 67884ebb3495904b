import { EXTRACTIVE_SETTINGS, GENERATED_SETTINGS, type AnswerSettings } from '../answers/index.ts'
import { BM25, type Database } from '../db/index.ts'
import { INGEST_VERSION } from '../ingest/index.ts'
import type { Embedding } from './embedding.ts'
import type { Model } from './model.ts'
import { VERSION } from './version.ts'

/** What decides answers now, besides questions and the library; it is kept with each answer. */
export async function answerSettings(
  db: Database,
  { vectors, reranker }: Embedding,
  model: Model | undefined,
): Promise<AnswerSettings> {
  return {
    version: VERSION,
    ingest_version: INGEST_VERSION,
    ranking: db.can.bm25 ? 'bm25' : 'tsvector',
    bm25_k1: BM25.k1,
    bm25_b: BM25.b,
    embedding_model: (await vectors?.models.serving())?.name ?? null,
    reranker: reranker?.id ?? null,
    chat_model: model?.id ?? null,
    ...EXTRACTIVE_SETTINGS,
    ...(model === undefined ? {} : GENERATED_SETTINGS),
  }
}
