import { toUnixSeconds } from '../kernel/index.ts'
import type { Contact } from './contact.ts'
import type { ErasureReceipt } from './erase-contact.ts'

/** A contact with the names of Intercom's contact model. */
export function presentContact(contact: Contact) {
  return {
    type: 'contact' as const,
    id: String(contact.id),
    role: contact.role,
    external_id: contact.external_id,
    name: contact.name,
    email: contact.email,
    custom_attributes: contact.attributes,
    created_at: toUnixSeconds(contact.created_at),
    updated_at: toUnixSeconds(contact.updated_at),
  }
}

export function presentReceipt({ id, contactId, erasedAt, counts }: ErasureReceipt) {
  return {
    type: 'erasure' as const,
    id,
    contact_id: String(contactId),
    erased: counts,
    erased_at: toUnixSeconds(erasedAt),
  }
}
