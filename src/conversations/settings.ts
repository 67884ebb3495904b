import { Type, type Static } from 'typebox'
import type { Database, Reader, Transaction } from '../db/index.ts'
import { oneOf } from '../http/index.ts'

export const RATINGS = ['terrible', 'bad', 'ok', 'good', 'amazing'] as const
export type Rating = (typeof RATINGS)[number]

const Seconds = Type.Integer({ minimum: 10, maximum: 90 * 86_400 })

const Phrase = Type.String({
  minLength: 2,
  maxLength: 200,
  pattern: '[\\p{L}\\p{N}]',
  description: 'a phrase with letters or digits',
})

/** How the agent behaves; every part may be left out of a change. */
export const AgentSettingsChange = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })),
    // The two switches of the Fin Agent API's settings (facts §4.7).
    sse: Type.Optional(Type.Boolean()),
    streaming: Type.Optional(Type.Boolean()),
    // Facts §9: not in 2.14's description, but in its guide; clients end a turn on either.
    awaiting_status_event: Type.Optional(Type.Boolean()),
    escalation: Type.Optional(
      Type.Object(
        {
          offer: Type.Optional(Type.Boolean()),
          rules: Type.Optional(
            Type.Array(
              Type.Object(
                {
                  name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
                  phrases: Type.Array(Phrase, { minItems: 1, maxItems: 50 }),
                },
                { additionalProperties: false },
              ),
              { maxItems: 50 },
            ),
          ),
        },
        { additionalProperties: false },
      ),
    ),
    csat: Type.Optional(
      Type.Object(
        {
          enabled: Type.Optional(Type.Boolean()),
          options: Type.Optional(Type.Array(oneOf(RATINGS), { minItems: 2, maxItems: 5, uniqueItems: true })),
          window_seconds: Type.Optional(Seconds),
        },
        { additionalProperties: false },
      ),
    ),
    inactivity: Type.Optional(
      Type.Object(
        {
          check_in: Type.Optional(oneOf(['off', 'check_in', 'check_in_and_offer'])),
          check_in_after_seconds: Type.Optional(Seconds),
          close_after_seconds: Type.Optional(Seconds),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
)
export type AgentSettingsChange = Static<typeof AgentSettingsChange>

type Complete<T> = {
  readonly [K in keyof T]-?: T[K] extends object | undefined ? Complete<NonNullable<T[K]>> : NonNullable<T[K]>
}
export type AgentSettings = Complete<AgentSettingsChange>

/** Check-in after 4 minutes (facts §7.5), resolution assumed after 24 hours (§7.6); the rest is ours. */
export const DEFAULT_AGENT_SETTINGS: AgentSettings = {
  name: 'Dorsal',
  sse: true,
  streaming: false,
  awaiting_status_event: true,
  escalation: { offer: true, rules: [] },
  csat: { enabled: true, options: [...RATINGS], window_seconds: 7 * 86_400 },
  inactivity: { check_in: 'check_in', check_in_after_seconds: 240, close_after_seconds: 86_400 },
}

/** Settings of a workspace by the part of the program that they belong to. */
type StoredSettings = Readonly<Record<string, unknown>>

export async function readStoredSettings(db: Reader | Transaction, workspaceId: number): Promise<StoredSettings> {
  const row = await db
    .selectFrom('agent_settings')
    .select('settings')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst()
  return (row?.settings ?? {}) as StoredSettings
}

export async function writeStoredSettings(
  tx: Transaction,
  workspaceId: number,
  key: string,
  change: (stored: unknown) => unknown,
  now: Date,
): Promise<void> {
  // The upsert locks the row: a change at the same moment waits, and then builds on this one.
  await tx
    .insertInto('agent_settings')
    .values({ workspace_id: workspaceId, settings: '{}', updated_at: now })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet({ updated_at: now }))
    .execute()
  const stored = await readStoredSettings(tx, workspaceId)
  const settings = JSON.stringify({ ...stored, [key]: change(stored[key]) })
  await tx.updateTable('agent_settings').set({ settings }).where('workspace_id', '=', workspaceId).execute()
}

const KEY = 'agent'

export async function readAgentSettings(db: Reader | Transaction, workspaceId: number): Promise<AgentSettings> {
  return toAgentSettings(await readStoredSettings(db, workspaceId))
}

/** @param stored all settings of the workspace, as they are stored; null for none */
export function toAgentSettings(stored: object | null): AgentSettings {
  return overlay(DEFAULT_AGENT_SETTINGS, (stored as StoredSettings | null)?.[KEY] as AgentSettingsChange | undefined)
}

/** What is not given stays as it is. */
export function changeAgentSettings(
  db: Database,
  workspaceId: number,
  change: AgentSettingsChange,
  now: Date,
): Promise<AgentSettings> {
  return db.transact(async (tx) => {
    await writeStoredSettings(tx, workspaceId, KEY, (stored) => overlay((stored ?? {}) as object, change), now)
    return readAgentSettings(tx, workspaceId)
  })
}

/** Objects are merged, everything else is replaced. */
function overlay<T extends object>(base: T, change: object | undefined): T {
  const merged: Record<string, unknown> = { ...(base as Record<string, unknown>) }
  for (const [key, value] of Object.entries(change ?? {})) {
    const below = merged[key]
    merged[key] = isPlain(value) && isPlain(below) ? overlay(below, value) : value
  }
  return merged as T
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
