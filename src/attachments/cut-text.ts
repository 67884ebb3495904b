/**
 * Text that can be stored: without NULs and lone surrogates, and at most `maxCharacters` (UTF-16 units) long. It is cut
 * at the end of a line, unless that would take more than half of it.
 */
export function cutText(text: string, maxCharacters: number): { readonly text: string; readonly isCut: boolean } {
  const clean = text.replace(/[\0\p{Surrogate}]/gu, '')
  if (clean.length <= maxCharacters) return { text: clean, isCut: false }
  const lineEnd = clean.lastIndexOf('\n', maxCharacters)
  const end = lineEnd > maxCharacters / 2 ? lineEnd : maxCharacters
  return { text: clean.slice(0, end).replace(/\p{Surrogate}$/u, ''), isCut: true }
}
