import { sql } from 'kysely'
import type { Quote } from '../answers/index.ts'
import type { Reader, Transaction } from '../db/index.ts'
import type { Conversation, NewPart, Part, PartAttachment, PartSource } from './conversation.ts'

export async function insertPart(
  tx: Transaction,
  conversation: Pick<Conversation, 'workspace_id' | 'id'>,
  turn: number,
  part: NewPart,
  now: Date,
): Promise<Part> {
  return tx
    .insertInto('conversation_part')
    .values({
      workspace_id: conversation.workspace_id,
      conversation_id: conversation.id,
      kind: part.kind,
      author: part.author,
      author_name: part.authorName,
      purpose: part.purpose,
      body_html: part.html,
      body_text: part.text,
      sent_at: part.sentAt,
      turn,
      metadata: JSON.stringify(part.metadata),
      created_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Keeps what an answer used, with the revision that it was taken from. */
export async function insertSources(tx: Transaction, part: Part, quotes: readonly Quote[]): Promise<void> {
  if (quotes.length === 0) return
  await tx
    .insertInto('part_source')
    .values(
      quotes.map((quote, ordinal) => ({
        workspace_id: part.workspace_id,
        part_id: part.id,
        ordinal,
        page_id: quote.pageId,
        revision: quote.revision,
        title: quote.title,
        url: quote.url,
        quote: quote.text,
        start_offset: quote.start,
        end_offset: quote.end,
        updated_at: quote.updatedAt,
      })),
    )
    .execute()
}

/** A part that says the same, written at the same time by the same author, and not longer ago than the window. */
export async function findDuplicate(
  tx: Transaction,
  conversation: Conversation,
  part: Pick<NewPart, 'author' | 'text' | 'sentAt'>,
  since: Date,
): Promise<Part | undefined> {
  if (part.sentAt === null) return undefined
  return (
    tx
      .selectFrom('conversation_part')
      .selectAll()
      .where('workspace_id', '=', conversation.workspace_id)
      .where('conversation_id', '=', conversation.id)
      .where('author', '=', part.author)
      .where('sent_at', '=', part.sentAt)
      .where('body_text', '=', part.text)
      .where('created_at', '>', since)
      // Messages from before the agent was asked are context, not messages to it.
      .where('turn', '>', 0)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
  )
}

/** The parts of a conversation, oldest first; with `last`, only so many of the newest. */
export async function listParts(
  db: Reader | Transaction,
  { workspace_id, id }: Pick<Conversation, 'workspace_id' | 'id'>,
  last?: number,
): Promise<Part[]> {
  const parts = await db
    .selectFrom('conversation_part')
    .selectAll()
    .where('workspace_id', '=', workspace_id)
    .where('conversation_id', '=', id)
    .orderBy('id', 'desc')
    .$if(last !== undefined, (query) => query.limit(last ?? 0))
    .execute()
  return parts.toReversed()
}

export async function listSources(
  db: Reader | Transaction,
  workspaceId: number,
  partIds: readonly number[],
): Promise<PartSource[]> {
  return db
    .selectFrom('part_source')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('part_id', '=', sql<number>`any(${[...partIds]}::int[])`)
    .orderBy('part_id')
    .orderBy('ordinal')
    .execute()
}

/** Attachments without their bytes, which may be large. */
export type AttachmentSummary = Omit<PartAttachment, 'data'>

export async function listAttachments(
  db: Reader | Transaction,
  workspaceId: number,
  partIds: readonly number[],
): Promise<AttachmentSummary[]> {
  return db
    .selectFrom('part_attachment')
    .select(['workspace_id', 'part_id', 'ordinal', 'name', 'content_type', 'size_bytes', 'url', 'text'])
    .select(['state', 'reason'])
    .where('workspace_id', '=', workspaceId)
    .where('part_id', '=', sql<number>`any(${[...partIds]}::int[])`)
    .orderBy('part_id')
    .orderBy('ordinal')
    .execute()
}
