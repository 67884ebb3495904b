import type { Reader, Suspicion } from '../db/index.ts'

/** What the index knows of a page: where citations' offsets point. */
export interface IndexedPage {
  readonly page_id: string
  readonly revision: number
  readonly title: string
  readonly url: string | null
  readonly language: string
  readonly index_state: 'indexed' | 'stale'
  /** What a reader sees of the html. */
  readonly text: string
  /** What was left out of `text`, counted. */
  readonly hidden: object
  readonly chunks: readonly {
    ordinal: number
    heading_path: string[]
    start: number
    end: number
    /** Why the passage may be written for a model and not for people. */
    suspicions: Suspicion[]
  }[]
}

export async function findIndexedPage(db: Reader, workspaceId: number, id: number): Promise<IndexedPage | undefined> {
  const page = await db
    .selectFrom('page')
    .select(['id', 'revision', 'title', 'url', 'language', 'index_state', 'text', 'hidden'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (page === undefined) return undefined
  const chunks = await db
    .selectFrom('chunk')
    .select(['ordinal', 'heading_path', 'start_offset as start', 'end_offset as end', 'suspicions'])
    .where('workspace_id', '=', workspaceId)
    .where('page_id', '=', id)
    .orderBy('ordinal')
    .execute()
  const { id: _id, ...rest } = page
  return { page_id: String(id), ...rest, chunks }
}
