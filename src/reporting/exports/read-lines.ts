import { sql } from 'kysely'
import { openCursor, type Database } from '../../db/index.ts'
import { atLeast, parseVersion } from '../../http/index.ts'
import { findDataset, listColumns, resolveColumns } from '../catalogue.ts'
import { renderedValue } from '../column.ts'
import type { Range } from '../dataset.ts'
import { selectRows } from '../select-rows.ts'
import type { ExportJob } from './export-job.ts'
import { toCsv } from './write-csv.ts'

/** Keys whose rows are read by one statement: few, since on the embedded database everybody else waits for it. */
const BATCH = 1_000
/** From this version on conversations in which the user never wrote are in their dataset (facts §6.3). */
const WITH_SILENT_SINCE = '2.16'

export interface ReadLinesOptions {
  readonly db: Database
  readonly timeZone: string
  /** Called for each batch; throwing ends the reading. */
  readonly onBatch: (rows: number) => Promise<void>
}

/**
 * The lines of an export's file, a batch at a time: the header, then a line for each row. Reading holds no more than a
 * batch, and no connection that others need in between.
 */
export async function* readLines(job: ExportJob, { db, timeZone, onBatch }: ReadLinesOptions): AsyncGenerator<string> {
  const dataset = findDataset(job.dataset_id)
  if (dataset === undefined) throw new Error(`there is no dataset ${job.dataset_id} any more`)
  // An attribute that was removed after the export was asked for is a column without values.
  const all = await listColumns(db.reader, job.workspace_id, dataset)
  const columns = resolveColumns(all, job.attribute_ids)
  yield toCsv([columns.map((column, index) => column?.id ?? job.attribute_ids[index] ?? '')])
  if (dataset.rows === undefined) return

  const range: Range = {
    workspaceId: job.workspace_id,
    start: job.start_time,
    end: job.end_time,
    withSilent: atLeast(parseVersion(job.api_version), WITH_SILENT_SINCE),
  }
  const selected = columns.map((column, index) => ({
    column: column ?? { joins: [] },
    value: column === undefined ? sql`''` : renderedValue(column, timeZone),
    as: `c${index}`,
  }))
  const cursor = await openCursor(db, dataset.rows.keys(range))
  const { rows: where } = dataset
  async function readBatch(): Promise<string[][] | undefined> {
    const keys = (await cursor.read(BATCH)).map(({ key }) => key)
    if (keys.length === 0) return undefined
    const query = selectRows(where, selected, range, sql`${where.key} = any(${keys}::int[])`).compile(db.reader)
    const statement = { text: query.sql, values: [...query.parameters], rowMode: 'array' as const }
    return (await cursor.session.query<string[]>(statement)).rows
  }
  let next = readBatch()
  try {
    for (let rows = await next; rows !== undefined; rows = await next) {
      // The database is at the next rows while these are written.
      next = readBatch()
      await onBatch(rows.length)
      yield toCsv(rows)
    }
  } finally {
    await next.catch(() => {})
    await cursor.close()
  }
}
