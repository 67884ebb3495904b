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
  const name = `contact.${contact.role}.created`
  const payload = JSON.stringify(presentContact(contact))
  await outbox.append(tx, contact.workspace_id, [{ family: 'notification', name, conversationId, payload }])
}
