import type { Answered, Quote } from './answer.ts'

export const REFUSAL_TEXT = 'I could not find an answer to that in the library.'

type Rendered = Pick<Answered, 'wording' | 'quotes' | 'handWritten'>

/** As plain text: what a person wrote, the wording, or the quotes with a blank line between them. */
export function renderText({ wording, quotes, handWritten }: Rendered): string {
  if (handWritten !== undefined) return handWritten.text
  if (wording !== undefined) return wording.map(({ text }) => text).join(' ')
  return quotes.map(({ text }) => text).join('\n\n')
}

/** As HTML that a browser may show as it is: every character of a page is text, only page URLs become links. What a
 * person wrote was made safe when it was stored. */
export function renderHtml({ wording, quotes, handWritten }: Rendered): string {
  if (handWritten !== undefined) return handWritten.html
  if (wording === undefined) return quotes.map((quote) => `${renderLines(quote.text)}${renderLink(quote)}`).join('')
  const links = new Map(quotes.map((quote) => [quote.pageId, renderLink(quote)]))
  return `${renderLines(wording.map(({ text }) => text).join(' '))}${[...links.values()].join('')}`
}

export function renderRefusalHtml(): string {
  return `<p>${escapeHtml(REFUSAL_TEXT)}</p>`
}

const BULLET = /^\s*[-•*]\s+/
const NUMBER = /^\s*(\d{1,3})[.)]\s+/

/** A text line by line, as paragraphs and lists. */
export function renderLines(text: string): string {
  let html = ''
  let list: 'ul' | 'ol' | undefined
  const close = () => {
    if (list !== undefined) html += `</${list}>`
    list = undefined
  }
  for (const line of text.split('\n').filter((candidate) => candidate.trim() !== '')) {
    const kind = BULLET.test(line) ? 'ul' : NUMBER.test(line) ? 'ol' : undefined
    if (kind !== list) {
      close()
      if (kind !== undefined) html += kind === 'ol' ? `<ol start="${NUMBER.exec(line)?.[1]}">` : '<ul>'
      list = kind
    }
    const content = escapeHtml(line.replace(kind === 'ul' ? BULLET : NUMBER, ''))
    html += kind === undefined ? `<p>${content}</p>` : `<li>${content}</li>`
  }
  close()
  return html
}

/** A page without a URL is used but never linked (facts §1.3). */
function renderLink({ url, title }: Quote): string {
  if (url === null) return ''
  return `<p><a href="${escapeHtml(url)}" target="_blank" rel="noopener noreferrer">${escapeHtml(title)}</a></p>`
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
