/**
 * Characters that show nothing: controls, soft hyphen, zero-width and bidirectional controls, variation selectors,
 * fillers and the tag block (in UTF-16: U+DB40 with any second half). Text can be smuggled in them, and search cannot
 * match words that contain them. The joiners of Persian and emoji sequences go too: the letters stay.
 */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex
  /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]|\udb40[\udc00-\udfff]|\ud834[\udd73-\udd7a]|\ud82f[\udca0-\udca3]/g

/** Line ends other than the line feed. */
const LINE_END = /[\v\f\r\x85\u2028\u2029]/g

/** More marks on one letter than any language uses; the rest is decoration, and slow to normalise. */
const MARK_PILE = /(\p{M}{10})\p{M}+/gu

/** Removes characters that show nothing; `removed` counts them in UTF-16 units. */
export function dropInvisible(text: string): { readonly text: string; readonly removed: number } {
  // Most text is plain ASCII; this test is much cheaper than a replacement that finds nothing.
  // eslint-disable-next-line no-control-regex
  if (!/[^\t\n\x20-\x7e]/.test(text)) return { text, removed: 0 }
  const kept = text.toWellFormed().replace(LINE_END, '\n').replace(INVISIBLE, '').replace(MARK_PILE, '$1')
  return { text: kept, removed: text.length - kept.length }
}

/** Counts characters (UTF-16 units) that are not white space. */
export function countInk(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code > 32 && code !== 160) count += 1
  }
  return count
}
