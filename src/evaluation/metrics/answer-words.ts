/** Words that SQuAD's own evaluation leaves out. */
const ARTICLES = new Set(['a', 'an', 'the'])
/** A letter of a script that writes no spaces is a word of its own. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu

/**
 * The words of an answer, normalised as SQuAD does: lower case, without punctuation and English articles. Signs of any
 * script are punctuation here.
 */
export function answerWords(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{P}\p{S}]/gu, '')
  return (plain.match(WORD) ?? []).filter((word) => !ARTICLES.has(word))
}
