import type { AttachmentReader, ParsedAttachment } from '../attachments/index.ts'
import type { Database, Transaction } from '../db/index.ts'
import type { Conversation, Part, PartAttachment } from './conversation.ts'

/** Keeps what came with a message; it is read when the agent looks at it. */
export async function insertAttachments(
  tx: Transaction,
  part: Part,
  attachments: readonly ParsedAttachment[],
): Promise<void> {
  if (attachments.length === 0) return
  await tx
    .insertInto('part_attachment')
    .values(
      attachments.map((attachment, ordinal) => ({
        workspace_id: part.workspace_id,
        part_id: part.id,
        ordinal,
        state: 'waiting' as const,
        ...(attachment.type === 'url'
          ? { name: attachment.name ?? '', content_type: '', size_bytes: 0, url: attachment.url, data: null }
          : {
              name: attachment.name,
              content_type: attachment.contentType,
              size_bytes: attachment.data.byteLength,
              url: null,
              data: Buffer.from(attachment.data),
            }),
      })),
    )
    .execute()
}

/** Reads the attachments of these parts that nobody has read yet, and keeps what was found. */
export async function readWaitingAttachments(
  { db, read }: { readonly db: Database; readonly read: AttachmentReader },
  { workspace_id }: Pick<Conversation, 'workspace_id'>,
  parts: readonly Part[],
  signal: AbortSignal,
): Promise<void> {
  const waiting = await db.reader
    .selectFrom('part_attachment')
    .selectAll()
    .where('workspace_id', '=', workspace_id)
    .where(
      'part_id',
      'in',
      parts.map(({ id }) => id),
    )
    .where('state', '=', 'waiting')
    .orderBy('part_id')
    .orderBy('ordinal')
    .execute()
  for (const row of waiting) {
    const found = await read(toParsed(row), signal)
    await db.reader
      .updateTable('part_attachment')
      .set({
        name: found.name,
        content_type: found.contentType,
        size_bytes: found.sizeBytes,
        data: found.data === null ? null : Buffer.from(found.data),
        text: found.text,
        state: found.state,
        reason: found.reason,
      })
      .where('workspace_id', '=', workspace_id)
      .where('part_id', '=', row.part_id)
      .where('ordinal', '=', row.ordinal)
      .execute()
  }
}

function toParsed(row: PartAttachment): ParsedAttachment {
  return row.url === null
    ? { type: 'file', name: row.name, contentType: row.content_type, data: row.data ?? new Uint8Array() }
    : { type: 'url', url: row.url, name: row.name === '' ? null : row.name }
}
