export { extractPage } from './extract-page.ts'
export { makePageIndexer } from './page-indexer.ts'
export { INGEST_VERSION, preparePage } from './prepare-page.ts'
export { reindexStalePages, type ReindexResult } from './reindex.ts'
