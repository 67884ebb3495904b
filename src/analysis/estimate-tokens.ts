/**
 * Estimates how many tokens a model makes of a text: one for four characters of alphabetic scripts, one for each
 * ideograph, kana or Hangul syllable. Good to about a quarter, which is enough to size chunks without a tokenizer.
 */
export function estimateTokens(text: string): number {
  let quarters = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    // Halves of surrogate pairs count as well: emoji and rare ideographs take about two tokens.
    quarters += code < 0x2e80 ? 1 : 4
  }
  return Math.ceil(quarters / 4)
}
