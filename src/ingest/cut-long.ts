import type { Span } from '../analysis/index.ts'

/** Weight of a piece: one for an alphabetic character, four for an ideograph; 2,000 is about 500 tokens. */
const PIECE_WEIGHT = 2_000

/** Where a piece that starts at `from` may reach at most, never between the halves of a surrogate pair. */
function farthest(text: string, from: number, end: number): number {
  let weight = 0
  let at = from
  while (at < end && weight < PIECE_WEIGHT) {
    weight += text.charCodeAt(at) < 0x2e80 ? 1 : 4
    at += 1
  }
  const isHalf = at < end && /^[\udc00-\udfff]/.test(text.charAt(at)) && /^[\ud800-\udbff]/.test(text.charAt(at - 1))
  return isHalf ? at - 1 : at
}

/**
 * Cuts one overlong sentence, row or code block into pieces of at most about 500 tokens: after a line if there is one,
 * else after a word, else wherever the limit falls. The last resort; nothing but white space is lost between pieces.
 */
export function cutLong(text: string, span: Span): Span[] {
  const pieces: Span[] = []
  let from = span.start
  while (from < span.end) {
    const limit = farthest(text, from, span.end)
    let cut = limit
    if (limit < span.end) {
      const window = text.slice(from, limit + 1)
      const line = window.lastIndexOf('\n')
      const space = window.search(/\s\S*$/)
      // A cut in the first half would leave crumbs.
      if (line > window.length / 2) cut = from + line
      else if (space > window.length / 2) cut = from + space
    }
    const piece = text.slice(from, cut)
    if (piece.trim() !== '') pieces.push({ start: from, end: from + piece.trimEnd().length })
    from = cut
    // The line end itself belongs to no piece; the indentation of the next line does.
    const gap = /^(?:[^\S\n]*\n)+|^[^\S\n]+/.exec(text.slice(from, Math.min(from + PIECE_WEIGHT, span.end)))
    from += gap?.[0].length ?? 0
  }
  return pieces
}
