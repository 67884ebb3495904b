/** Counts characters (UTF-16 units) that are not white space. */
export function countInk(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code > 32 && code !== 160) count += 1
  }
  return count
}
