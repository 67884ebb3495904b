import { ApiClient } from '../api-client.ts'
import { explainFailure } from '../explain-failure.ts'
import { plural } from '../terminal.ts'
import { fail, ok, warn, type Finding } from './check.ts'

/** The fields of `GET /dorsal/v1/status` that are looked at. */
interface WireStatus {
  readonly sources: number
  readonly pages: number
  readonly chunks: number
  readonly index: { readonly stale_pages: number }
  readonly embedding: { readonly model: string | null; readonly pending: number }
  readonly database: { readonly version: string; readonly capabilities: { readonly bm25: boolean } }
  readonly version: string
}

/** Asks the server that holds the data directory: its files are not ours to open meanwhile. */
export async function checkServer(url: string, token: string | undefined): Promise<Finding[]> {
  if (token === undefined) {
    return [warn('server', 'not asked: give --token, or set DORSAL_ACCESS_TOKEN to what the server printed')]
  }
  let status: WireStatus
  try {
    status = await new ApiClient(url, token).json<WireStatus>('GET', '/dorsal/v1/status')
  } catch (error) {
    const reason = explainFailure(error) ?? (error as Error).message
    return [fail('server', `${reason}; if it listens elsewhere, name it with --url`)]
  }
  const { index, embedding, database } = status
  return [
    ok('server', `version ${status.version} at ${url}`),
    ok('database', `PostgreSQL ${database.version}`),
    database.capabilities.bm25 ? ok('ranking', 'BM25 by pg_textsearch') : warn('ranking', 'tsvector, no pg_textsearch'),
    embedding.model === null
      ? ok('semantic search', 'not configured; search is lexical')
      : ok('semantic search', `model ${embedding.model}, ${plural(embedding.pending, 'chunk')} waiting`),
    ok(
      'library',
      [plural(status.sources, 'source'), plural(status.pages, 'page'), plural(status.chunks, 'chunk')].join(', '),
    ),
    index.stale_pages === 0
      ? ok('index', 'no stale page')
      : warn('index', `${plural(index.stale_pages, 'page')} not indexed; the server does it within minutes`),
  ]
}
