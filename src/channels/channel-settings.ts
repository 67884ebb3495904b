import { defineAttribute } from '../contacts/index.ts'
import { readStoredSettings, writeStoredSettings } from '../conversations/index.ts'
import type { Database, Reader, Transaction } from '../db/index.ts'
import { parameterInvalid } from '../kernel/index.ts'
import {
  DEFAULT_CHANNEL_SETTINGS,
  isOfContact,
  parseFlow,
  type ChannelSettings,
  type ChannelSettingsBody,
} from './flow.ts'

const KEY = 'custom_channel'

export async function readChannelSettings(db: Reader | Transaction, workspaceId: number): Promise<ChannelSettings> {
  const stored = (await readStoredSettings(db, workspaceId))[KEY]
  return { ...DEFAULT_CHANNEL_SETTINGS, ...(stored as Partial<ChannelSettings> | undefined) }
}

/**
 * Changes what is given, and defines the attributes that the flow collects.
 * @throws `parameter_invalid` for a step that is not whole; `conflict` for an attribute that exists with another type
 */
export async function changeChannelSettings(
  db: Database,
  workspaceId: number,
  { enabled, flow: given }: ChannelSettingsBody,
  now: Date,
): Promise<ChannelSettings> {
  const flow = given === undefined ? undefined : parseFlow(given)
  if (flow !== undefined && 'field' in flow) throw parameterInvalid(flow.field, flow.message)
  return db.transact(async (tx) => {
    for (const [index, step] of (flow ?? []).entries()) {
      if (step.type !== 'collect_attribute' || isOfContact(step.attribute)) continue
      const { id: name, model, type } = step.attribute
      await defineAttribute(tx, workspaceId, { model, name, type }, `flow.${index}.attribute`, now)
    }
    const change = { ...(enabled === undefined ? {} : { enabled }), ...(flow === undefined ? {} : { flow }) }
    await writeStoredSettings(tx, workspaceId, KEY, (stored) => ({ ...(stored as object | undefined), ...change }), now)
    return readChannelSettings(tx, workspaceId)
  })
}
