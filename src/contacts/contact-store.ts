import { readPage, type Reader, type Transaction } from '../db/index.ts'
import type { ListRequest, ListResult } from '../kernel/index.ts'
import { mergeAttributes } from './attributes.ts'
import type { Contact, ContactDescription } from './contact.ts'
import { moveReferences } from './contact-objects.ts'

export interface WrittenContact {
  readonly contact: Contact
  readonly isNew: boolean
}

/**
 * Creates the contact, or brings it up to date: a name and an email that differ replace the stored ones, attributes are
 * merged, and a lead of whom we learn that it is a user becomes one; a user never becomes a lead (facts §3.2, §4.2).
 */
export async function writeContact(
  tx: Transaction,
  workspaceId: number,
  given: ContactDescription,
  now: Date,
): Promise<WrittenContact> {
  const known = await lockByExternalId(tx, workspaceId, given.externalId)
  if (known !== undefined) return { contact: await update(tx, known, given, now), isNew: false }
  const created = await tx
    .insertInto('contact')
    .values({
      workspace_id: workspaceId,
      role: given.role,
      external_id: given.externalId,
      name: given.name ?? null,
      email: given.email ?? null,
      attributes: JSON.stringify(mergeAttributes({}, given.attributes)),
      created_at: now,
      updated_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const claimed = await tx
    .insertInto('contact_identity')
    .values({ workspace_id: workspaceId, external_id: given.externalId, contact_id: created.id })
    .onConflict((conflict) => conflict.doNothing())
    .returning('contact_id')
    .executeTakeFirst()
  if (claimed !== undefined) return { contact: created, isNew: true }

  // Another request made the same contact at this moment; ours has no identity and goes.
  await tx.deleteFrom('contact').where('workspace_id', '=', workspaceId).where('id', '=', created.id).execute()
  return writeContact(tx, workspaceId, given, now)
}

async function update(tx: Transaction, known: Contact, given: ContactDescription, now: Date): Promise<Contact> {
  const next = {
    role: given.role === 'user' ? given.role : known.role,
    name: given.name ?? known.name,
    email: given.email ?? known.email,
  }
  const attributes = mergeAttributes(known.attributes, given.attributes)
  const isSame =
    next.role === known.role &&
    next.name === known.name &&
    next.email === known.email &&
    JSON.stringify(attributes) === JSON.stringify(known.attributes)
  if (isSame) return known
  return tx
    .updateTable('contact')
    .set({ ...next, attributes: JSON.stringify(attributes), updated_at: now })
    .where('workspace_id', '=', known.workspace_id)
    .where('id', '=', known.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/**
 * Merges one contact into another, as Intercom merges a lead into the user that it turned out to be: conversations and
 * references of custom objects move, the kept contact's own values win, and the external id of the other leads to the
 * kept one from now on.
 */
export async function mergeContacts(tx: Transaction, from: Contact, into: Contact, now: Date): Promise<Contact> {
  const workspaceId = into.workspace_id
  const move = { contact_id: into.id }
  await tx
    .updateTable('conversation')
    .set(move)
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', from.id)
    .execute()
  await tx
    .updateTable('contact_identity')
    .set(move)
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', from.id)
    .execute()
  await moveReferences(tx, workspaceId, from.id, into.id)
  await tx.deleteFrom('contact').where('workspace_id', '=', workspaceId).where('id', '=', from.id).execute()
  return tx
    .updateTable('contact')
    .set({
      name: into.name ?? from.name,
      email: into.email ?? from.email,
      attributes: JSON.stringify({ ...from.attributes, ...into.attributes }),
      updated_at: now,
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', into.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Found by its own external id or by that of a contact that was merged into it; locked until the transaction ends. */
export async function lockByExternalId(
  tx: Transaction,
  workspaceId: number,
  externalId: string,
): Promise<Contact | undefined> {
  return tx
    .selectFrom('contact')
    .innerJoin('contact_identity as identity', (join) =>
      join.onRef('identity.workspace_id', '=', 'contact.workspace_id').onRef('identity.contact_id', '=', 'contact.id'),
    )
    .where('identity.workspace_id', '=', workspaceId)
    .where('identity.external_id', '=', externalId)
    .selectAll('contact')
    .forUpdate()
    .executeTakeFirst()
}

/**
 * Locks the contact with this external id and another one, as far as there are such. Who locks contacts before their
 * conversations, and several contacts by this, never waits in a circle with others who do.
 */
export async function lockBoth(
  tx: Transaction,
  workspaceId: number,
  externalId: string,
  otherId: number | undefined,
): Promise<void> {
  await tx
    .selectFrom('contact')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('id', '=', otherId ?? 0),
        eb(
          'id',
          '=',
          selectFrom('contact_identity')
            .select('contact_id')
            .where('workspace_id', '=', workspaceId)
            .where('external_id', '=', externalId),
        ),
      ]),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
}

export async function findContact(
  db: Reader | Transaction,
  workspaceId: number,
  id: number,
): Promise<Contact | undefined> {
  return db
    .selectFrom('contact')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Newest first; `externalId` finds one by any of its external ids. */
export function listContacts(
  db: Reader,
  workspaceId: number,
  filter: { readonly externalId: string | undefined; readonly email: string | undefined },
  request: ListRequest,
): Promise<ListResult<Contact>> {
  const { externalId, email } = filter
  const matching = db
    .selectFrom('contact')
    .where('workspace_id', '=', workspaceId)
    .$if(email !== undefined, (query) => query.where('email', '=', email ?? ''))
    .$if(externalId !== undefined, (query) =>
      query.where(
        'id',
        'in',
        db
          .selectFrom('contact_identity')
          .select('contact_id')
          .where('workspace_id', '=', workspaceId)
          .where('external_id', '=', externalId ?? ''),
      ),
    )
  return readPage(matching.selectAll().orderBy('id', 'desc'), request)
}
