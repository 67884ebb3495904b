import { findContact, type Contact } from '../contacts/index.ts'
import type { Channel, Transaction } from '../db/index.ts'
import type { Conversation } from './conversation.ts'
import { lockConversation } from './conversation-store.ts'
import { readAgentSettings, type AgentSettings } from './settings.ts'

/** A locked conversation with what is needed to go on with it. */
export interface Scene {
  readonly conversation: Conversation
  readonly contact: Contact
  readonly settings: AgentSettings
}

/** Locks a conversation for a change; undefined when there is none, or none any more. */
export async function lockScene(
  tx: Transaction,
  workspaceId: number,
  by: { readonly id: number } | { readonly channel: Channel; readonly externalId: string },
): Promise<Scene | undefined> {
  const conversation = await lockConversation(tx, workspaceId, by)
  if (conversation === undefined) return undefined
  const contact = await findContact(tx, workspaceId, conversation.contact_id)
  if (contact === undefined) return undefined
  return { conversation, contact, settings: await readAgentSettings(tx, workspaceId) }
}
