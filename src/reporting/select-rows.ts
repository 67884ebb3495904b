import { sql, type RawBuilder } from 'kysely'
import type { Column } from './column.ts'
import type { DatasetRows, Range } from './dataset.ts'
import { JOINS, type Join } from './joins.ts'

/** SQL of one value of each row, under a name. */
export interface Selected {
  readonly column: Pick<Column, 'joins'>
  readonly value: RawBuilder<unknown>
  readonly as: string
}

/**
 * SQL of the dataset's rows in the range.
 * @param keys SQL that is true for the keys to read, where not all of the range are wanted
 */
export function selectRows(
  rows: DatasetRows,
  selected: readonly Selected[],
  range: Range,
  keys: RawBuilder<unknown> = sql`${rows.key} in (select key from (${rows.keys(range)}) wanted)`,
): RawBuilder<Record<string, unknown>> {
  const values = selected.map(({ value, as }) => sql`${value} as ${sql.ref(as)}`)
  return sql`
    select ${sql.join(values)}
    from ${rows.from} ${sql.join(joinsOf(selected), sql` `)}
    where ${rows.workspaceId} = ${range.workspaceId} and ${keys}
      and ${rows.time} >= ${range.start} and ${rows.time} < ${range.end}
    order by ${rows.order}`
}

function joinsOf(selected: readonly Selected[]): RawBuilder<unknown>[] {
  const needed = new Set<Join>(selected.flatMap(({ column }) => column.joins))
  return [...needed].map((join) => JOINS[join])
}
