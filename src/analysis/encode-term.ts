/** Terms that start with this are encoded ones, and nothing else is. */
const PREFIX = 'zq'
const MAX_LENGTH = 255
const PLAIN = /^(?:[a-z][a-z0-9]*|[0-9]{1,18})$/
const RADIX = 36

/** Code points are grouped in blocks; a letter of the current block costs two characters, its offset. */
const BLOCK_BITS = 9
const BLOCK_MASK = (1 << BLOCK_BITS) - 1
/** 0x400-0x5ff: Cyrillic, Armenian and Hebrew words need no switch at all. */
const FIRST_BLOCK = 2
const HAN_START = 0x4e00
const HAN_END = 0x9fff
/** First digits of the three forms: 0-14 an offset, 15-31 a Han character, 32-33 a switch of block. */
const HAN_DIGIT = 15
const SWITCH_DIGIT = 32

function digits(value: number, length: number): string {
  return value.toString(RADIX).padStart(length, '0')
}

/**
 * Turns a term into a string of `[a-z0-9]` that PostgreSQL's default parser takes for one token in every locale:
 * it starts with a letter or is all digits. Plain ASCII terms stay as they are; anything else becomes `zq` and a
 * code that can be read back, and so does a plain term that starts with `zq`: that is why two terms never collide.
 * (The exception is length: a code is cut, between characters, at 255.) `1e5` and `12abc` are encoded because the
 * parser would take them for a float and for something else in every version.
 */
export function encodeTerm(term: string): string {
  if (PLAIN.test(term) && !term.startsWith(PREFIX)) return term.slice(0, MAX_LENGTH)
  let code = PREFIX
  let block = FIRST_BLOCK
  for (const character of term) {
    const codePoint = character.codePointAt(0) ?? 0
    let next = ''
    if (codePoint >= HAN_START && codePoint <= HAN_END) {
      next = digits(HAN_DIGIT * RADIX * RADIX + codePoint - HAN_START, 3)
    } else {
      const own = codePoint >> BLOCK_BITS
      if (own !== block) next = digits(SWITCH_DIGIT * RADIX * RADIX + own, 3)
      block = own
      next += digits(codePoint & BLOCK_MASK, 2)
    }
    if (code.length + next.length > MAX_LENGTH) break
    code += next
  }
  return code
}
