import { sql } from 'kysely'
import pg from 'pg'
import { openDatabase, serverEngine, type Database } from '../src/db/index.ts'
import { findDataset, resolveColumns } from '../src/reporting/catalogue.ts'
import { renderedValue } from '../src/reporting/column.ts'
import { selectRows } from '../src/reporting/select-rows.ts'
import { PostgresServer } from '../test/support/postgres-server.ts'
import { ServerProcess } from './server-process.ts'
import { median, round } from './statistics.ts'

/** What a team would look at: ids, times, words, and what is gathered from the parts of each conversation. */
const ATTRIBUTES = [
  'conversation_id',
  'conversation_started_at',
  'channel',
  'current_conversation_state',
  'fin_ai_agent_participated',
  'fin_ai_agent_resolution_state',
  'fin_ai_agent_rating',
  'teammate_replies_count',
  'language',
  'user_name',
  'External ID',
]
const RUNS = 3

/**
 * An export through the server beside `COPY ... TO STDOUT` of the same rows, from the same PostgreSQL: with what stands in
 * the conversations themselves, and with what is gathered from their parts as well.
 */
export async function benchExports(dataDir: string, conversations: number) {
  await using postgres = await PostgresServer.start()
  const url = await postgres.createDatabase('bench')
  const server = await ServerProcess.start(dataDir, { DATABASE_URL: url })
  const db = await openDatabase(serverEngine(url))
  try {
    await fill(db, conversations)
    const idle = server.memory()
    const narrow = ATTRIBUTES.filter((id) => !/participated|replies|user_name/.test(id))
    return {
      rows: conversations,
      narrow: await compare(server, db, url, narrow),
      wide: await compare(server, db, url, ATTRIBUTES),
      memory_mb: { idle, peak: server.peakMemory() },
    }
  } finally {
    await db.close()
    await server.stop()
  }
}

async function compare(server: ServerProcess, db: Database, url: string, attributes: readonly string[]) {
  const exported: number[] = []
  const copied: number[] = []
  let rows = 0
  for (let run = 0; run < RUNS; run++) {
    copied.push(await copy(db, url, attributes))
    const startedAt = performance.now()
    rows = await runExport(server, attributes)
    exported.push(performance.now() - startedAt)
  }
  const rate = (times: readonly number[]) => Math.round(rows / (median(times) / 1_000))
  return {
    rows_per_second: rate(exported),
    copy_rows_per_second: rate(copied),
    ratio: round(median(copied) / median(exported)),
  }
}

/** @returns the rows of the file */
async function runExport(server: ServerProcess, attributes: readonly string[]): Promise<number> {
  const { job_identifier: id } = await server.post<{ job_identifier: string }>('/export/reporting_data/enqueue', {
    dataset_id: 'conversation',
    attribute_ids: attributes,
    start_time: 0,
    end_time: 4_000_000_000,
  })
  for (;;) {
    const job = await server.get<{ status: string; row_count: number; reason?: string }>(`/export/reporting_data/${id}`)
    if (job.status === 'complete') return job.row_count
    if (job.status === 'failed') throw new Error(job.reason)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** @returns how long it took, in ms; the rows are received and thrown away */
async function copy(db: Database, url: string, attributes: readonly string[]): Promise<number> {
  const dataset = findDataset('conversation')
  if (dataset?.rows === undefined) throw new Error('there is no such dataset')
  const columns = resolveColumns(Object.values(dataset.columns), attributes)
  const selected = columns
    .filter((column) => column !== undefined)
    .map((column, index) => ({ column, value: renderedValue(column, 'UTC'), as: `c${index}` }))
  const range = { workspaceId: 1, start: new Date(0), end: new Date(4e12), withSilent: true }
  // In this version only those in which the user said something.
  const spoken = sql`exists (select from conversation_part p where p.workspace_id = c.workspace_id
    and p.conversation_id = c.id and p.author = 'user' and p.kind = 'message' and p.turn > 0
    and p.metadata->>'is_context' is distinct from 'true')`
  const query = selectRows(dataset.rows, selected, range, spoken).compile(db.reader)
  // COPY takes no parameters; these are numbers and times.
  const text = query.sql.replace(/\$(\d+)/g, (_match, number: string) => literal(query.parameters[Number(number) - 1]))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const startedAt = performance.now()
    await client.query(`copy (${text}) to stdout (format csv)`)
    return performance.now() - startedAt
  } finally {
    await client.end()
  }
}

function literal(value: unknown): string {
  return value instanceof Date ? `timestamptz '${value.toISOString()}'` : `'${String(value)}'`
}

/** Conversations with a question and its answer; some rated, some with a teammate. */
async function fill(db: Database, conversations: number): Promise<void> {
  const count = sql.lit(conversations)
  await sql`
    insert into contact (workspace_id, role, external_id, name, attributes, created_at, updated_at)
    select 1, 'user', 'u' || n, 'Person ' || n, '{}', now(), now() from generate_series(1, 10000) n`.execute(db.reader)
  await sql`
    insert into conversation (workspace_id, channel, external_id, contact_id, api_version, status, handler, is_open,
      is_single_answer, turn, turn_failures, memory, attributes, language, resolution_state, rating,
      stream_closed_at_event, created_at, updated_at)
    select 1, 'fin_agent_api', 'conversation-' || n, 1 + n % 10000, '2.14', 'complete', 'agent', n % 3 = 0, false, 1, 0,
      '{}', '{}', 'en', case n % 3 when 0 then 'escalated' else 'assumed_resolution' end,
      case n % 7 when 0 then 'good' end, 0, timestamptz '2026-01-01' + n * interval '2 seconds', now()
    from generate_series(1, ${count}) n`.execute(db.reader)
  await sql`
    insert into conversation_part (workspace_id, conversation_id, kind, author, author_name, purpose, body_html,
      body_text, turn, metadata, created_at)
    select c.workspace_id, c.id, 'message', said.author, said.author_name, said.purpose, '<p>x</p>', 'x', 1, '{}',
      c.created_at + said.after
    from conversation c cross join (values
      ('user', 'Person', null, interval '0'), ('fin', 'Dorsal', 'answer', interval '1 second'),
      ('agent', 'Kim', null, interval '1 hour')) as said (author, author_name, purpose, after)
    where said.author <> 'agent' or c.id % 3 = 0`.execute(db.reader)
  for (const table of ['contact', 'conversation', 'conversation_part']) {
    await sql`vacuum (analyze) ${sql.table(table)}`.execute(db.reader)
  }
}
