/** A word, a number or a sign that changes what is said ("S10" and "S10+", "5" and "-5"). */
const WORD =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ][\p{L}\p{M}]+)*|(?<![\p{L}\p{N}])[-−](?=\p{N})|[%‰°+#@&=<>±×]|\p{Sc}/gu

/** Every word of a text as it is written, signs included, with one kind of apostrophe. */
export function wordsOf(text: string): string[] {
  return (text.normalize('NFKC').match(WORD) ?? []).map((word) => word.replaceAll(/[’ʼ]/g, "'"))
}

/** Small letters alone: in scripts that have them, no name, no number and no code. */
export function isPlainWord(word: string): boolean {
  return /^[\p{Ll}\p{Mn}']+$/u.test(word)
}
