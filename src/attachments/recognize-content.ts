import { parseMediaType, UNKNOWN_TYPE } from './media-type.ts'

/** How a file is read; `other` is not read. */
export type ContentKind = 'pdf' | 'html' | 'markdown' | 'text' | 'other'

export interface RecognizedContent {
  readonly kind: ContentKind
  /** Without parameters. Only the sender's claim where the bytes do not tell; never a promise that it is harmless. */
  readonly contentType: string
  /** As claimed. */
  readonly charset: string | undefined
}

/** First bytes, in Latin-1, of files that may have no NUL or pass for text. The others are told by their NULs. */
const SIGNATURES: readonly (readonly [start: string, contentType: string])[] = [
  ['%PDF-', 'application/pdf'],
  ['\x89PNG\r\n', 'image/png'],
  ['\xff\xd8\xff', 'image/jpeg'],
  ['GIF87a', 'image/gif'],
  ['GIF89a', 'image/gif'],
  ['PK\x03\x04', 'application/zip'],
  ['PK\x05\x06', 'application/zip'],
  ['\x1f\x8b', 'application/gzip'],
  ['{\\rtf', 'application/rtf'],
]

/** What many kinds of document are made of; the claim says more. */
const CONTAINERS: ReadonlySet<string> = new Set(['application/zip', 'application/gzip'])

const KIND_OF_TYPE = new Map<string, ContentKind>([
  ['application/pdf', 'pdf'],
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['text/markdown', 'markdown'],
  ['text/x-markdown', 'markdown'],
  ['text/rtf', 'other'],
  ['image/svg+xml', 'other'],
])

const TEXT_TYPE = /^text\/|[/+](?:x-)?(?:json|ndjson|jsonl|xml|yaml|toml|csv)$/

const TYPE_OF_EXTENSION = new Map([
  ['pdf', 'application/pdf'],
  ['html', 'text/html'],
  ['htm', 'text/html'],
  ['xhtml', 'application/xhtml+xml'],
  ['md', 'text/markdown'],
  ['markdown', 'text/markdown'],
  ['csv', 'text/csv'],
  ['tsv', 'text/tab-separated-values'],
  ['json', 'application/json'],
  ['jsonl', 'application/x-ndjson'],
  ['ndjson', 'application/x-ndjson'],
  ['xml', 'application/xml'],
  ['yaml', 'application/yaml'],
  ['yml', 'application/yaml'],
  ['txt', 'text/plain'],
  ['text', 'text/plain'],
  ['log', 'text/plain'],
])

/**
 * What a file is: by its bytes where they tell, then by its declared type, then by the extension of its name.
 * @param declared a content type, parameters and all
 */
export function recognizeContent(bytes: Uint8Array, declared: string | undefined, name: string): RecognizedContent {
  const { essence = UNKNOWN_TYPE, charset } = parseMediaType(declared ?? '') ?? {}
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const claim = essence === UNKNOWN_TYPE ? (TYPE_OF_EXTENSION.get(extension) ?? essence) : essence
  const kind = kindOf(claim)

  const found = signatureOf(bytes)
  if (found !== undefined) {
    const contentType = CONTAINERS.has(found) && kind === 'other' && claim !== UNKNOWN_TYPE ? claim : found
    return { kind: kindOf(found), contentType, charset }
  }
  if (kind === 'other' || kind === 'pdf' || isText(bytes, charset)) return { kind, contentType: claim, charset }
  return { kind: 'other', contentType: UNKNOWN_TYPE, charset }
}

function kindOf(type: string): ContentKind {
  return KIND_OF_TYPE.get(type) ?? (TEXT_TYPE.test(type) ? 'text' : 'other')
}

function signatureOf(bytes: Uint8Array): string | undefined {
  // PDFs are found with a byte order mark or white space in front.
  const start = Buffer.from(bytes.subarray(0, 64))
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf)?\s*/, '')
  return SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1]
}

/** Text has no NUL, except where characters are two bytes wide. */
function isText(bytes: Uint8Array, charset: string | undefined): boolean {
  const isWide = hasWideMark(bytes) || /^utf-?16/i.test(charset ?? '')
  return isWide || !bytes.includes(0)
}

function hasWideMark([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}
