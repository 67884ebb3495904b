/** Words that SQuAD's own evaluation leaves out. */
const ARTICLES = new Set(['a', 'an', 'the'])
/** A letter of a script that writes no spaces is a word of its own. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu

/**
 * The words of an answer, normalised as SQuAD's evaluation does: lower case, without punctuation and English articles.
 * Unlike there, punctuation is that of any script, and a symbol separates words, so that menu paths are the same however
 * they are spaced.
 */
export function answerWords(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll(/\p{P}/gu, '').replaceAll(/\p{S}/gu, ' ')
  return (plain.match(WORD) ?? []).filter((word) => !ARTICLES.has(word))
}
