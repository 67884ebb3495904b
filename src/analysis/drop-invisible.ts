/**
 * Characters that show nothing: controls, soft hyphen, zero-width and bidirectional controls, variation selectors,
 * fillers and tags. Text can be smuggled in them, and search cannot match words that contain them. The joiners of
 * Persian words and emoji sequences go too: the letters stay.
 */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu

/** Line ends other than the line feed. */
const LINE_END = /[\v\f\r\x85\u2028\u2029]/g

/** More marks on one letter than any language uses; the rest is decoration, and slow to normalise. */
const MARK_PILE = /(\p{M}{10})\p{M}+/gu

/** Removes characters that show nothing; `removed` counts them in UTF-16 units. */
export function dropInvisible(text: string): { readonly text: string; readonly removed: number } {
  // Most text is plain ASCII; this test is much cheaper than a replacement that finds nothing.
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  if (!/[^\t\n\x20-\x7e]/.test(text)) return { text, removed: 0 }
  const kept = text.toWellFormed().replace(LINE_END, '\n').replace(INVISIBLE, '').replace(MARK_PILE, '$1')
  return { text: kept, removed: text.length - kept.length }
}
