/** Final forms of letters, which become medial when a suffix follows. */
const FINAL_LETTERS = new Map([
  ['ך', 'כ'],
  ['ם', 'מ'],
  ['ן', 'נ'],
  ['ף', 'פ'],
  ['ץ', 'צ'],
])
const PREFIX = /^[והבלמשכ]/
/** Endings and the fewest letters each must leave: a bare final tav is too often part of a three-letter word. */
const SUFFIXES: readonly (readonly [string, number])[] = [
  ['ים', 3],
  ['ות', 3],
  ['ה', 3],
  ['ת', 4],
]
const MIN_STEM = 3

/**
 * A light Hebrew stemmer, since Snowball has none: joined prefixes (and, the, in, to, from, that, as) and the
 * endings of gender, plural and construct come off, final letters become medial. It only has to be consistent: the
 * same rules run over pages and queries, so a prefix letter taken from a root is taken on both sides.
 */
export function stemHebrew(word: string): string {
  const ending = SUFFIXES.find(([suffix, left]) => word.endsWith(suffix) && word.length - suffix.length >= left)
  // The ending goes first: how many prefixes may go must not depend on whether the word is plural.
  let stem = ending === undefined ? word : word.slice(0, -ending[0].length)
  while (PREFIX.test(stem) && stem.length > MIN_STEM) stem = stem.slice(1)
  return stem.replace(/[ךםןףץ]/g, (letter) => FINAL_LETTERS.get(letter) ?? letter)
}
