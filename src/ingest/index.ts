export { makePageIndexer } from './page-indexer.ts'
export { preparePage } from './prepare-page.ts'
export { reindexStalePages, type ReindexResult } from './reindex.ts'
