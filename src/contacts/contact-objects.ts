import { sql } from 'kysely'
import type { Transaction } from '../db/index.ts'

/**
 * Erases the custom objects that are about this contact: those that refer to it or to its conversations, and to nobody
 * else. What also refers to others stays without its references to the contact, which go with the contact.
 * @param contactId a contact that is locked
 * @returns how many objects
 */
export async function eraseObjectsOf(tx: Transaction, workspaceId: number, contactId: number): Promise<number> {
  const own = sql`select id from conversation where workspace_id = ${workspaceId} and contact_id = ${contactId}`
  // Who is writing to one of them is waited for: it may refer to somebody else by then.
  const { rows } = await sql<{ id: number }>`
    select id from object_instance where workspace_id = ${workspaceId} and id in (
      select instance_id from object_reference where workspace_id = ${workspaceId} and contact_id = ${contactId}
      union all
      select instance_id from object_reference where workspace_id = ${workspaceId} and conversation_id in (${own}))
    order by id for update`.execute(tx)
  if (rows.length === 0) return 0
  const locked = sql`any(${rows.map(({ id }) => id)}::int[])`
  const erased = await sql`
    delete from object_instance where workspace_id = ${workspaceId} and id = ${locked} and id not in (
      select instance_id from object_reference where workspace_id = ${workspaceId} and instance_id = ${locked}
        and (contact_id <> ${contactId} or conversation_id not in (${own})))`.execute(tx)
  return Number(erased.numAffectedRows ?? 0)
}

/** References to one contact become references to the other, each once. */
export async function moveReferences(tx: Transaction, workspaceId: number, from: number, into: number): Promise<void> {
  await sql`delete from object_reference r where workspace_id = ${workspaceId} and contact_id = ${from}
    and exists (select 1 from object_reference o where o.workspace_id = r.workspace_id
      and o.instance_id = r.instance_id and o.attribute_id = r.attribute_id and o.contact_id = ${into})`.execute(tx)
  await sql`update object_reference set contact_id = ${into}
    where workspace_id = ${workspaceId} and contact_id = ${from}`.execute(tx)
}
