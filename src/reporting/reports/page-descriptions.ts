import { sql } from 'kysely'
import type { Reader } from '../../db/index.ts'

/** What is known of a page, also of one that is gone. */
export interface PageDescription {
  readonly pageId: number
  /** Of a deleted page as its last quote has it; null when it was never quoted. */
  readonly title: string | null
  readonly url: string | null
  /** Null when the page is gone. */
  readonly sourceId: number | null
  readonly updatedAt: Date | null
}

export async function describePages(
  db: Reader,
  workspaceId: number,
  pageIds: readonly number[],
): Promise<ReadonlyMap<number, PageDescription>> {
  const { rows } = await sql<PageDescription>`
    select wanted.id as "pageId", coalesce(p.title, quoted.title) as title,
      case when p.id is null then quoted.url else p.url end as url, p.source_id as "sourceId", p.content_changed_at as "updatedAt"
    from unnest(${[...pageIds]}::int[]) as wanted (id)
    left join page p on p.workspace_id = ${workspaceId} and p.id = wanted.id
    left join lateral (
      select s.title, s.url from part_source s
      where s.workspace_id = ${workspaceId} and s.page_id = wanted.id and p.id is null
      order by s.part_id desc limit 1
    ) quoted on true`.execute(db)
  return new Map(rows.map((row) => [row.pageId, row]))
}
