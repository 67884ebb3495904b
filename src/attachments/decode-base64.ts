/**
 * Decodes base64 of the standard alphabet, with all of its padding or none. White space, other characters and bits that
 * no encoder writes are refused: two spellings of one file must not differ.
 */
export function decodeBase64(text: string, maxBytes: number): Uint8Array | 'malformed' | 'too_large' {
  if (text.length > 4 * Math.ceil(maxBytes / 3)) return 'too_large'
  const bytes = Buffer.from(text, 'base64')
  // Node's decoder skips what it does not know, so the text must come out again as it went in.
  const canonical = bytes.toString('base64')
  if (text !== canonical && text !== canonical.replace(/=+$/, '')) return 'malformed'
  return bytes.byteLength > maxBytes ? 'too_large' : bytes
}
