import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Transaction } from '../db/index.ts'
import type { Outbox } from '../events/index.ts'
import { notFound } from '../kernel/index.ts'
import { eraseObjectsOf } from './contact-objects.ts'

/** Proof of an erasure: numbers and ids, nothing about the person. */
export interface ErasureReceipt {
  readonly id: string
  readonly contactId: number
  readonly erasedAt: Date
  readonly counts: ErasureCounts
}

export interface ErasureCounts {
  readonly conversations: number
  readonly parts: number
  readonly attachments: number
  readonly answers: number
  readonly events: number
  readonly deliveries: number
  readonly channel_events: number
  readonly identities: number
  readonly object_instances: number
  readonly export_files: number
}

export interface EraseDeps {
  readonly db: Database
  readonly outbox: Outbox
  /** Withdraws what else of the workspace may have the person in it. @returns how many export files */
  readonly onErase: (tx: Transaction, workspaceId: number) => Promise<number>
}

/**
 * Erases a contact with everything that belongs to it, in one transaction: conversations, messages, what answers used,
 * answers as they are stored, files, ratings, events and their deliveries, sent or not, custom objects that are about
 * nobody else. What receivers were told before is theirs to erase.
 * @throws `not_found`
 */
export function eraseContact(
  { db, outbox, onErase }: EraseDeps,
  workspaceId: number,
  contactId: number,
  now: Date,
): Promise<ErasureReceipt> {
  return db.transact(async (tx) => {
    const locked = await tx
      .selectFrom('contact')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', contactId)
      .forUpdate()
      .executeTakeFirst()
    if (locked === undefined) throw notFound('Contact')
    // A turn that is being answered right now waits for this lock, and then finds nothing.
    const conversations = await tx
      .selectFrom('conversation')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('contact_id', '=', contactId)
      .forUpdate()
      .execute()
    const { rows } = await sql<Omit<ErasureCounts, 'object_instances' | 'export_files'>>`
      with own as (select id from conversation where workspace_id = ${workspaceId} and contact_id = ${contactId}),
        said as (select id from conversation_part where workspace_id = ${workspaceId}
          and conversation_id in (select id from own)),
        happened as (select id from event where workspace_id = ${workspaceId}
          and conversation_id in (select id from own))
      select (select count(*) from own) as conversations,
        (select count(*) from said) as parts,
        (select count(*) from part_attachment where workspace_id = ${workspaceId}
          and part_id in (select id from said)) as attachments,
        (select count(*) from answer where workspace_id = ${workspaceId}
          and conversation_id in (select id from own)) as answers,
        (select count(*) from happened) as events,
        (select count(*) from delivery where workspace_id = ${workspaceId}
          and event_id in (select id from happened)) as deliveries,
        (select count(*) from channel_event where workspace_id = ${workspaceId}
          and conversation_id in (select id from own)) as channel_events,
        (select count(*) from contact_identity where workspace_id = ${workspaceId}
          and contact_id = ${contactId}) as identities`.execute(tx)
    const counted = rows[0]
    if (counted === undefined) throw new Error('counting gave no row')
    const counts = {
      ...counted,
      object_instances: await eraseObjectsOf(tx, workspaceId, contactId),
      export_files: await onErase(tx, workspaceId),
    }
    // Everything else hangs on the contact and goes with it.
    await tx.deleteFrom('contact').where('workspace_id', '=', workspaceId).where('id', '=', contactId).execute()
    const receipt = { id: randomUUID(), contactId, erasedAt: now, counts }
    await tx
      .insertInto('erasure')
      .values({
        workspace_id: workspaceId,
        id: receipt.id,
        contact_id: contactId,
        counts: JSON.stringify(counts),
        erased_at: now,
      })
      .execute()
    // Streams that are open for them end at once.
    for (const { id } of conversations) await outbox.announce(tx, { workspaceId, conversationId: id })
    const payload = JSON.stringify({ type: 'contact', id: String(contactId), deleted: true })
    await outbox.append(tx, workspaceId, [
      { family: 'notification', name: 'contact.deleted', conversationId: null, payload },
    ])
    return receipt
  })
}
