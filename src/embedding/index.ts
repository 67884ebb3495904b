export { countPending, embedPendingChunks } from './embed-chunks.ts'
export { openAiEmbeddingModel, type EmbeddingModel } from './embedding-model.ts'
export { makeQueryEmbedder } from './query-embedder.ts'
