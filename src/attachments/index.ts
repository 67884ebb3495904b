export { Attachment, Attachments, type ParsedAttachment } from './attachment.ts'
export { makeAttachmentReader, type AttachmentReader, type ReadAttachment } from './attachment-reader.ts'
export { parseAttachments } from './parse-attachments.ts'
