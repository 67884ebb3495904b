import { dropInvisible } from '../analysis/index.ts'

/** Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs and tatweel: no spelling depends on them here. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]/g

// eslint-disable-next-line no-control-regex -- ASCII begins with them
export const ASCII = /^[\0-\x7f]*$/
const APOSTROPHES = /['’‘`]/g
/** Punctuation of well-set English, which is ASCII but for this. */
const TYPOGRAPHY = /[\u00a0“”–—•·→]/g

/** One spelling for letters that mean the same: compatibility forms, lower case, no accents. */
export function foldLetters(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return dropInvisible(text).text.normalize('NFKD').replace(MARKS, '').normalize('NFC').toLowerCase()
}

/**
 * A text as plain words, so that patterns need not know of punctuation, line ends and markup: letters folded, words
 * separated by one space, sentences by ` . `. Apostrophes go: `don't` is `dont`.
 */
export function foldText(text: string): string {
  const letters = foldLetters(text.replace(APOSTROPHES, '').replace(TYPOGRAPHY, ' '))
  const sentences = letters.replace(/[.!?。！？।؟۔…]{1,9}(?=\s|$|["”)\]*])|[。！？।؟۔]/g, ' . ')
  // Most text is ASCII, and for it there is a much faster way to say the same.
  return sentences.replace(ASCII.test(sentences) ? /[^a-z0-9.]+/g : /[^\p{L}\p{M}\p{N}.]+/gu, ' ')
}

/** Letters of other scripts that look like Latin ones, after folding. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'аαɑᴀ',
    b: 'вьƅʙ',
    c: 'сϲᴄ',
    d: 'ԁɗᴅ',
    e: 'еεҽєᴇ',
    f: 'ғꜰϝ',
    g: 'ɡցɢ',
    h: 'һհнʜ',
    i: 'іιıɩɪӏ',
    j: 'јϳᴊ',
    k: 'кκᴋ',
    l: 'ⅼʟǀ',
    m: 'мᴍ',
    n: 'пոηɴ',
    o: 'оοσօᴏ',
    p: 'рρᴘ',
    q: 'ԛզǫ',
    r: 'гʀᴦ',
    s: 'ѕꜱ',
    t: 'тτᴛ',
    u: 'υսᴜ',
    v: 'ѵνᴠ',
    w: 'ԝωᴡ',
    x: 'хχ',
    y: 'уүγʏ',
    z: 'ᴢ',
  }).flatMap(([letter, others]) => [...others].map((other) => [other, letter])),
)
const LOOK_ALIKE = new RegExp(`[${[...LOOK_ALIKES.keys()].join('')}]`, 'g')

/** The text as it looks to one who reads Latin letters only; undefined when it has no look-alikes. Takes folded text. */
export function foldLookAlikes(folded: string): string | undefined {
  const plain = folded.replace(LOOK_ALIKE, (letter) => LOOK_ALIKES.get(letter) ?? letter)
  return plain === folded ? undefined : plain
}
