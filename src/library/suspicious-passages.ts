import { sql } from 'kysely'
import { readPage, type Reader, type Suspicion } from '../db/index.ts'
import type { ListRequest, ListResult } from '../kernel/index.ts'

/** A passage that may be written for a model and not for people. */
export interface SuspiciousPassage {
  readonly page_id: number
  readonly external_id: string
  readonly source_id: number
  readonly title: string
  readonly url: string | null
  readonly heading_path: string[]
  readonly text: string
  /** UTF-16 offsets into the page's text. */
  readonly start: number
  readonly end: number
  readonly suspicions: Suspicion[]
}

/** Newest pages first, passages in the order of their page. @param sourceId only of this source */
export function listSuspiciousPassages(
  db: Reader,
  workspaceId: number,
  sourceId: number | undefined,
  request: ListRequest,
): Promise<ListResult<SuspiciousPassage>> {
  const all = db
    .selectFrom('chunk')
    .innerJoin('page', (join) =>
      join.onRef('page.workspace_id', '=', 'chunk.workspace_id').onRef('page.id', '=', 'chunk.page_id'),
    )
    .where('chunk.workspace_id', '=', workspaceId)
    .where(sql<boolean>`chunk.suspicions <> '{}'`)
    .$if(sourceId !== undefined, (query) => query.where('chunk.source_id', '=', sourceId ?? 0))
    .select(['page.id as page_id', 'page.external_id', 'chunk.source_id', 'page.title', 'page.url'])
    .select(['chunk.heading_path', 'chunk.text', 'chunk.start_offset as start', 'chunk.end_offset as end'])
    .select('chunk.suspicions')
    .orderBy('chunk.page_id', 'desc')
    .orderBy('chunk.ordinal')
  return readPage(all, request)
}
