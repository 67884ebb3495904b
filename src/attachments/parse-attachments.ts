import { parameterInvalid, type DorsalError } from '../kernel/index.ts'
import { MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS, type Attachment, type ParsedAttachment } from './attachment.ts'
import { decodeBase64 } from './decode-base64.ts'
import { cleanFileName, MAX_NAME_LENGTH } from './file-name.ts'
import { parseMediaType, UNKNOWN_TYPE } from './media-type.ts'

const MAX_URL_LENGTH = 2_048
const MAX_TYPE_LENGTH = 255

/**
 * Checks the attachments of one message and decodes their data (facts §4.2).
 * @throws DorsalError `parameter_invalid` with the field (`attachments.3.data`), as the Fin Agent API says it (§4.2)
 */
export function parseAttachments(given: readonly Attachment[]): ParsedAttachment[] {
  if (given.length > MAX_ATTACHMENTS) {
    throw parameterInvalid('attachments', `attachments cannot contain more than ${MAX_ATTACHMENTS} items`)
  }
  return given.map((attachment, index) => {
    const at = `attachments.${index}`
    return attachment.type === 'url' ? parseUrl(attachment, at) : parseFile(attachment, at)
  })
}

function parseUrl(attachment: Attachment, at: string): ParsedAttachment {
  const given = required(attachment, 'url', at)
  const url = URL.parse(given)
  if (url === null || !/^https?:$/.test(url.protocol)) throw invalid(`${at}.url`, 'must be an http or https URL')
  if (given.length > MAX_URL_LENGTH || url.href.length > MAX_URL_LENGTH) {
    throw invalid(`${at}.url`, `must have at most ${MAX_URL_LENGTH} characters`)
  }
  return { type: 'url', url: url.href, name: attachment.name === undefined ? null : parseName(attachment.name, at) }
}

function parseFile(attachment: Attachment, at: string): ParsedAttachment {
  const name = parseName(required(attachment, 'name', at), at)
  const contentType = parseType(required(attachment, 'content_type', at), `${at}.content_type`)
  const data = decodeBase64(required(attachment, 'data', at), MAX_ATTACHMENT_BYTES)
  switch (data) {
    case 'malformed':
      throw invalid(`${at}.data`, 'must be base64')
    case 'too_large':
      throw invalid(`${at}.data`, `must hold at most ${MAX_ATTACHMENT_BYTES} bytes`)
    default:
      return { type: 'file', name, contentType, data }
  }
}

function parseName(given: string, at: string): string {
  if (given.length > MAX_NAME_LENGTH) throw invalid(`${at}.name`, `must have at most ${MAX_NAME_LENGTH} characters`)
  const name = cleanFileName(given)
  if (name === undefined) throw invalid(`${at}.name`, 'must be the name of a file')
  return name
}

function parseType(given: string, field: string): string {
  // Browsers give an empty type for files that they do not know.
  if (given.trim() === '') return UNKNOWN_TYPE
  if (given.length > MAX_TYPE_LENGTH || parseMediaType(given) === undefined) {
    throw invalid(field, 'must be a media type such as text/plain')
  }
  return given.trim()
}

function required(attachment: Attachment, name: 'url' | 'name' | 'content_type' | 'data', at: string): string {
  const value = attachment[name]
  if (value !== undefined) return value
  throw invalid(`${at}.${name}`, 'is required')
}

function invalid(field: string, what: string): DorsalError {
  return parameterInvalid(field, `${field} ${what}`)
}
