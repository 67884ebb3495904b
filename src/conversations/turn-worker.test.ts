import { rmSync } from 'node:fs'
import { sql, type KyselyPlugin } from 'kysely'
import { expect, test } from 'vitest'
import { copyDataTemplate } from '../../test/support/data-template.ts'
import { embeddedEngine, openDatabase } from '../db/index.ts'
import { makeTurnWork, type TurnWorkDeps } from './turn-worker.ts'

/** Hides the contact from the next look, as it is hidden while it is merged into another one. */
function hidingContacts(): KyselyPlugin {
  let isContact = false
  return {
    transformQuery({ node }) {
      isContact = JSON.stringify(node).includes('"name":"contact"')
      return node
    },
    transformResult: async ({ result }) => (isContact ? { ...result, rows: [] } : result),
  }
}

test('a turn whose contact is merged at this moment can be taken again at once', async () => {
  const dataDir = await copyDataTemplate()
  const db = await openDatabase(await embeddedEngine({ dataDir, onFatal() {} }))
  try {
    const now = new Date(1_000_000)
    await sql`insert into contact (workspace_id, id, role, external_id, attributes, created_at, updated_at)
      values (1, 1, 'lead', 'visitor', '{}', ${now}, ${now})`.execute(db.reader)
    await sql`insert into conversation (workspace_id, id, channel, external_id, contact_id, api_version, status, handler,
        is_open, is_single_answer, turn, turn_due_at, turn_failures, memory, attributes, stream_closed_at_event,
        created_at, updated_at)
      values (1, 1, 'custom_channel', 'chat', 1, '2.14', 'thinking', 'agent', true, false, 1, ${now}, 0, '{}', '{}', 0,
        ${now}, ${now})`.execute(db.reader)
    const reader = db.reader.withPlugin(hidingContacts())
    const work = makeTurnWork({ db: { ...db, reader }, clock: { now: () => now.getTime() } } as unknown as TurnWorkDeps)
    const [due] = await work.take(1)
    if (due === undefined) throw new Error('no turn is due')
    expect(await work.take(1)).toEqual([])
    await work.handle(due, new AbortController().signal)
    expect(await work.take(1)).toEqual([due])
  } finally {
    await db.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
