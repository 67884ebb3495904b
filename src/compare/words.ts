/**
 * A word, a number with its separators, or a sign that changes what is said ("S10" and "S10+", "5" and "-5", a tick and a
 * cross).
 */
const WORD =
  /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|(?<=\p{N})[.,:/–-](?=\p{N}))*(?:['’ʼ][\p{L}\p{M}]+)*|(?<![\p{L}\p{N}])[-−](?=\p{N})|[%‰°+#@&=<>±×]|[\p{Sc}\p{So}]/gu

/** Every word of a text in small letters, signs included, with one kind of apostrophe. */
export function wordsOf(text: string): string[] {
  return (text.normalize('NFKC').match(WORD) ?? []).map((word) => word.toLowerCase().replaceAll(/[’ʼ]/g, "'"))
}
