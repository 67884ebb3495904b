import type { Selectable } from 'kysely'
import type { ContactRole, Schema } from '../db/index.ts'

export type Contact = Selectable<Schema['contact']>

/** A contact as an application describes it: absent fields stay as they are. */
export interface ContactDescription {
  readonly role: ContactRole
  readonly externalId: string
  readonly name: string | undefined
  readonly email: string | undefined
  /** Checked against their definitions. */
  readonly attributes: Readonly<Record<string, unknown>>
}

/** What audience rules see of a contact: its attributes, and what every contact has. */
export function toAskerAttributes(contact: Contact): Record<string, unknown> {
  return {
    ...contact.attributes,
    user_id: contact.external_id,
    role: contact.role,
    name: contact.name,
    email: contact.email,
  }
}
