/** Of flags such as Scotland's: a black flag, tags, and their end. */
const FLAG = /\u{1f3f4}[\u{e0061}-\u{e007a}\u{e0030}-\u{e0039}]{2,6}\u{e007f}/gu
/** They spell ASCII and show nothing. */
const TAG = /[\u{e0001}\u{e0020}-\u{e007e}]/u
/** One says how the character before it looks; several are data. */
const VARIATION_RUN = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{2}/u
/** Text that reads in another order than it shows. */
const OVERRIDE = /[\u202d\u202e]/
/** One of these joins or parts letters; a row of different ones is data. */
const ZERO_WIDTH_RUN = /[\u00ad\u180e\u200b-\u200f\u2060-\u2064\u206a-\u206f\ufeff\u115f\u1160\u3164\uffa0]{8,}/gu

/** True when characters that show nothing carry a text of their own. Takes text as it came. */
export function hasSmuggledCharacters(raw: string): boolean {
  const text = raw.replace(FLAG, '')
  if (TAG.test(text) || VARIATION_RUN.test(text) || OVERRIDE.test(text)) return true
  return (text.match(ZERO_WIDTH_RUN) ?? []).some((run) => new Set(run).size > 1)
}
