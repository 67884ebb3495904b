import { extractPage } from '../ingest/index.ts'
import type { Conversion } from './conversion.ts'
import { cutText } from './cut-text.ts'
import { decodeText } from './decode-text.ts'
import type { Converter } from './isolated-converter.ts'
import type { RecognizedContent } from './recognize-content.ts'

/** `kept`: there is nothing to read in it. `reason` says why it was not read, or not all of it. */
export type ReadContent =
  | { readonly state: 'read'; readonly text: string; readonly reason: string | null }
  | { readonly state: 'kept' | 'failed'; readonly text: null; readonly reason: string }

/** Of the text that is read, in UTF-16 units. */
const MAX_CHARACTERS = 50_000
const MAX_PDF_PAGES = 50
/** Of text and markup, in bytes and in characters; markup has far less text than it has bytes. */
const MAX_SOURCE = 500_000

const ONLY_BEGINNING = 'only its beginning was read'

/** Reads the text of a file. @throws the signal's reason */
export async function readContent(
  bytes: Uint8Array,
  content: RecognizedContent,
  convert: Converter,
  signal: AbortSignal,
): Promise<ReadContent> {
  const conversion = await extractText(bytes, content, convert, signal)
  if (conversion.kind === 'unreadable') return { state: 'kept', text: null, reason: 'files of this kind are not read' }
  if (conversion.kind === 'failed') return { state: 'failed', text: null, reason: conversion.fault }
  const { text, isCut } = cutText(conversion.text, MAX_CHARACTERS)
  if (text.trim() === '') return { state: 'kept', text: null, reason: 'there is no text in it' }
  return { state: 'read', text, reason: isCut ? ONLY_BEGINNING : conversion.note }
}

async function extractText(
  bytes: Uint8Array,
  { kind, charset }: RecognizedContent,
  convert: Converter,
  signal: AbortSignal,
): Promise<Conversion | { readonly kind: 'unreadable' }> {
  const source = bytes.subarray(0, MAX_SOURCE)
  const note = source.byteLength < bytes.byteLength ? ONLY_BEGINNING : null
  switch (kind) {
    case 'other':
      return { kind: 'unreadable' }
    case 'pdf':
      return convert({ kind, data: bytes, maxPages: MAX_PDF_PAGES, maxCharacters: MAX_CHARACTERS }, signal)
    case 'text':
      return { kind: 'converted', text: decodeText(source, charset), note }
    case 'html':
      return htmlToText(decodeText(source, charset ?? metaCharset(source)), note)
    case 'markdown': {
      const html = await convert({ kind, text: decodeText(source, charset) }, signal)
      return html.kind === 'converted' ? htmlToText(html.text, note) : html
    }
    default:
      return kind satisfies never
  }
}

/** What a reader of the page would see. */
function htmlToText(html: string, note: string | null): Conversion {
  const { text } = extractPage(html.slice(0, MAX_SOURCE))
  return { kind: 'converted', text, note: html.length > MAX_SOURCE ? ONLY_BEGINNING : note }
}

/** The encoding that an html file names in its own beginning. */
function metaCharset(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  return /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(start)?.[1]
}
