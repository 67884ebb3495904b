import type { SelectQueryBuilder } from 'kysely'
import type { ListRequest, ListResult } from '../kernel/index.ts'

/** A page of an ordered query's rows, with how many rows there are in all. */
export async function readPage<DB, Table extends keyof DB, Row>(
  ordered: SelectQueryBuilder<DB, Table, Row>,
  { page, perPage }: ListRequest,
): Promise<ListResult<Row>> {
  const [counted] = await ordered
    .clearSelect()
    .clearOrderBy()
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .$castTo<{ count: number }>()
    .execute()
  const items = await ordered
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  return { items, totalCount: counted?.count ?? 0 }
}
