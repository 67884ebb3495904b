import { sql } from 'kysely'
import type { Contact } from '../contacts/index.ts'
import type { Channel, Reader, Transaction } from '../db/index.ts'
import type { Conversation } from './conversation.ts'
import { toAgentSettings, type AgentSettings } from './settings.ts'

/** A conversation with what is needed to go on with it. */
export interface Scene {
  readonly conversation: Conversation
  readonly contact: Contact
  readonly settings: AgentSettings
}

type By = { readonly id: number } | { readonly channel: Channel; readonly externalId: string }

/** Locks a conversation for a change; undefined when there is none, or none any more. */
export async function lockScene(tx: Transaction, workspaceId: number, by: By): Promise<Scene | undefined> {
  const row = await select(tx, workspaceId, by).forUpdate(['conversation']).executeTakeFirst()
  return row && toScene(row)
}

export async function findScene(db: Reader, workspaceId: number, by: By): Promise<Scene | undefined> {
  const row = await select(db, workspaceId, by).executeTakeFirst()
  return row && toScene(row)
}

/** One statement, for it is what every turn begins and ends with. */
function select(db: Reader | Transaction, workspaceId: number, by: By) {
  const all = db
    .selectFrom('conversation')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'conversation.workspace_id')
        .onRef('contact.id', '=', 'conversation.contact_id'),
    )
    .leftJoin('agent_settings', 'agent_settings.workspace_id', 'conversation.workspace_id')
    .selectAll('conversation')
    .select(sql<ContactJson>`to_jsonb(contact)`.as('contact'))
    .select('agent_settings.settings')
    .where('conversation.workspace_id', '=', workspaceId)
  return 'id' in by
    ? all.where('conversation.id', '=', by.id)
    : all.where('conversation.channel', '=', by.channel).where('conversation.external_id', '=', by.externalId)
}

/** JSON knows no times. */
type ContactJson = Omit<Contact, 'created_at' | 'updated_at'> & { created_at: string; updated_at: string }

function toScene({
  contact,
  settings,
  ...conversation
}: Conversation & { contact: ContactJson; settings: object | null }): Scene {
  return {
    conversation,
    contact: { ...contact, created_at: new Date(contact.created_at), updated_at: new Date(contact.updated_at) },
    settings: toAgentSettings(settings),
  }
}
