import { sql } from 'kysely'
import type { Database, Transaction } from '../db/index.ts'
import { generateToken, SCOPES, storeToken } from '../http/index.ts'
import type { Clock } from '../kernel/index.ts'

export const DEFAULT_WORKSPACE = 1

/** What Intercom calls the id of an app: part of event streams' names and of notifications. */
export function appIdOf(workspaceId: number): string {
  return `dorsal${workspaceId}`
}

/** Name of the token that the settings give; it is replaced when they change. */
const SETTINGS_TOKEN = 'DORSAL_ACCESS_TOKEN'

/**
 * Makes sure that the default workspace exists and has a token.
 * @returns the token that was generated because there was none; it can't be shown again.
 */
export function ensureWorkspace(
  db: Database,
  accessToken: string | undefined,
  clock: Clock,
): Promise<string | undefined> {
  const now = new Date(clock.now())
  return db.transact(async (tx) => {
    await tx
      .insertInto('workspace')
      .values({ id: DEFAULT_WORKSPACE, name: 'default', created_at: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
    // The id was given, not drawn: the next workspace must not draw it.
    await sql`select setval(pg_get_serial_sequence('workspace', 'id'), (select max(id) from workspace))`.execute(tx)
    if (accessToken !== undefined) {
      await tx
        .deleteFrom('access_token')
        .where('workspace_id', '=', DEFAULT_WORKSPACE)
        .where('name', '=', SETTINGS_TOKEN)
        .execute()
      await add(tx, accessToken, SETTINGS_TOKEN, now)
      return undefined
    }
    const known = await tx
      .selectFrom('access_token')
      .select('id')
      .where('workspace_id', '=', DEFAULT_WORKSPACE)
      .limit(1)
      .executeTakeFirst()
    if (known !== undefined) return undefined
    const token = generateToken()
    await add(tx, token, 'generated', now)
    return token
  })
}

function add(tx: Transaction, token: string, name: string, now: Date): Promise<void> {
  return storeToken(tx, { workspaceId: DEFAULT_WORKSPACE, name, token, scopes: SCOPES }, now)
}
