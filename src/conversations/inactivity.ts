import { sql } from 'kysely'
import type { Database } from '../db/index.ts'
import type { DueWork } from '../jobs/index.ts'
import type { Clock } from '../kernel/index.ts'
import type { Chronicle } from './chronicle.ts'
import { concludeTurn } from './conclude-turn.ts'
import { lockScene } from './scene.ts'
import { onSilence } from './agent-policy.ts'

export interface InactivityDeps {
  readonly db: Database
  readonly clock: Clock
  readonly chronicle: Chronicle
}

interface SilentConversation {
  readonly workspaceId: number
  readonly conversationId: number
}

const WIDTH = 4
/** Nobody waits for these. */
const RETRY_MS = 60_000

/** Checks in with users who went silent, and ends conversations that nobody goes on with (facts §7.5, §7.6). */
export function makeInactivityWork({ db, clock, chronicle }: InactivityDeps): DueWork<SilentConversation> {
  return {
    name: 'conversations.end-silence',
    width: WIDTH,
    // Not leased: handling is one short transaction, and who comes second finds the timer moved on.
    async take(limit) {
      const { rows } = await sql<{ workspace_id: number; id: number }>`
        select workspace_id, id from conversation where timer_at <= ${new Date(clock.now())}
        order by timer_at limit ${limit}`.execute(db.reader)
      return rows.map((row) => ({ workspaceId: row.workspace_id, conversationId: row.id }))
    },
    async nextDueAt() {
      const { rows } = await sql<{ at: Date | null }>`
        select min(timer_at) as at from conversation where timer_at is not null`.execute(db.reader)
      return rows[0]?.at?.getTime()
    },
    async handle({ workspaceId, conversationId }) {
      try {
        await db.transact(async (tx) => {
          const scene = await lockScene(tx, workspaceId, { id: conversationId })
          if (scene === undefined) return
          const { timer, timer_at: timerAt } = scene.conversation
          const now = new Date(clock.now())
          if (timer === null || timerAt === null || timerAt > now) return
          await concludeTurn(tx, chronicle, scene, onSilence(timer, scene), now)
        })
      } catch (error) {
        await sql`
          update conversation set timer_at = ${new Date(clock.now() + RETRY_MS)}
          where workspace_id = ${workspaceId} and id = ${conversationId} and timer_at is not null`.execute(db.reader)
        throw error
      }
    },
  }
}
