// The server with conversations whose turn does not end: their streams stay open. Writes their addresses, one a line, to
// the file that BENCH_ADDRESSES names.
import { writeFileSync } from 'node:fs'
import { buildApp } from '../src/app/build-app.ts'
import { readConfig } from '../src/app/config.ts'
import { makeLogger } from '../src/app/logger.ts'
import { systemClock } from '../src/kernel/index.ts'
import { makeStreamAddresses } from '../src/streams/index.ts'

const CONVERSATIONS = Number(process.env['BENCH_CONVERSATIONS'])
const config = readConfig(process.env)
const app = await buildApp({
  config,
  clock: systemClock,
  log: makeLogger(config.logLevel),
  onFatal(error) {
    throw error
  },
})
const url = await app.listen()
const { rows } = await app.db.pool.query<{ id: number; external_id: string }>(
  `with someone as (
    insert into contact (workspace_id, role, external_id, attributes, created_at, updated_at)
    values (1, 'user', 'reader', '{}', now(), now()) returning id)
  insert into conversation (workspace_id, channel, external_id, contact_id, api_version, status, handler, is_open,
    is_single_answer, turn, turn_failures, memory, attributes, stream_closed_at_event, created_at, updated_at)
  select 1, 'fin_agent_api', 'held-' || n, someone.id, '2.14', 'thinking', 'agent', true, false, 1, 0, '{}', '{}', 0,
    now(), now()
  from someone, generate_series(1, $1::int) n
  returning id, external_id`,
  [CONVERSATIONS],
)
const addresses = makeStreamAddresses({ db: app.db.reader, clock: systemClock, publicUrl: () => url })
const lines = await Promise.all(
  rows.map(({ id, external_id: externalId }) =>
    addresses.address({
      workspaceId: 1,
      appId: 'bench',
      conversationId: id,
      externalId,
      afterEvent: 0,
      rewind: false,
    }),
  ),
)
writeFileSync(process.env['BENCH_ADDRESSES'] ?? '', lines.join('\n'))
process.stdout.write(`Dorsal is ready at ${url}\n`)
await new Promise((resolve) => process.once('SIGTERM', resolve))
await app.close()
