import sanitizeHtml from 'sanitize-html'
import { escapeHtml } from '../answers/index.ts'
import { extractPage } from '../ingest/index.ts'

/** A message as it is kept: html that a browser may show as it is, and what a reader sees of it. */
export interface MessageBody {
  readonly html: string
  readonly text: string
}

/** The elements that Intercom's messages may have (facts §4.5), less images: they would tell who reads, and when. */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: 'p div br hr h1 h2 h3 h4 b strong i em a ol ul li pre code table tbody thead tr td th blockquote'.split(
    ' ',
  ),
  allowedAttributes: { a: ['href', 'target', 'rel'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: {
    a: sanitizeHtml.simpleTransform('a', { target: '_blank', rel: 'noopener noreferrer nofollow' }),
  },
}

/** Reads a body that may be plain text or html (facts §4.2); a text with something like a tag counts as html. */
export function readMessageBody(raw: string): MessageBody {
  if (!/<[a-z/!][^>]*>/i.test(raw)) {
    const text = raw.replaceAll('\r\n', '\n').trim()
    return { html: textToHtml(text), text }
  }
  return readHtmlBody(raw)
}

export function readHtmlBody(raw: string): MessageBody {
  return { html: sanitizeHtml(raw, ALLOWED).trim(), text: extractPage(raw).text.trim() }
}

export function textToHtml(text: string): string {
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('')
}
