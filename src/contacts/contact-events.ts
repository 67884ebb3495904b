import type { Transaction } from '../db/index.ts'
import type { Outbox } from '../events/index.ts'
import type { Contact } from './contact.ts'
import { presentContact } from './present.ts'

/**
 * Tells those who subscribed to the topic of a new contact.
 * @param conversationId the conversation that brought the contact, with which the event will be erased
 */
export async function tellNewContact(
  tx: Transaction,
  outbox: Outbox,
  contact: Contact,
  conversationId: number,
): Promise<void> {
  const topic = `contact.${contact.role}.created`
  const wanted = await outbox.wantedTopics(tx, contact.workspace_id)
  if (!wanted.has(topic)) return
  await outbox.append(tx, contact.workspace_id, [
    { family: 'notification', name: topic, conversationId, payload: JSON.stringify(presentContact(contact)) },
  ])
}
