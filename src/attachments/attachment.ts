import { Type, type Static } from 'typebox'

export const MAX_ATTACHMENTS = 10

/** Of one file, decoded; 10 MB. */
export const MAX_ATTACHMENT_BYTES = 10 * 1024 * 1024

/**
 * One attachment of a message as the request gives it (facts §4.2, `fin_agent_attachment`). Which fields a type needs
 * is checked by `parseAttachments`, since JSON Schema could not name the missing one.
 */
export const Attachment = Type.Object({
  type: Type.Unsafe<'url' | 'file'>({ type: 'string', enum: ['url', 'file'] }),
  url: Type.Optional(Type.String()),
  name: Type.Optional(Type.String()),
  content_type: Type.Optional(Type.String()),
  data: Type.Optional(Type.String({ description: 'base64' })),
})
export type Attachment = Static<typeof Attachment>

export const Attachments = Type.Array(Attachment, { maxItems: MAX_ATTACHMENTS })

/** An attachment whose fields were checked. Nothing of its content was looked at. */
export type ParsedAttachment =
  /** `name` is null when none was given. */
  | { readonly type: 'url'; readonly url: string; readonly name: string | null }
  /** `contentType` is the sender's claim, parameters included. */
  | { readonly type: 'file'; readonly name: string; readonly contentType: string; readonly data: Uint8Array }
