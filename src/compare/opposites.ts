/**
 * English states that exclude each other. No plain verbs: "enable it" and "disable it" are two instructions, while
 * "it is enabled" and "it is disabled" can't both be.
 */
const PAIRS = [
  'enabled disabled',
  'allowed forbidden',
  'allowed prohibited',
  'permitted prohibited',
  'available unavailable',
  'supported unsupported',
  'required optional',
  'mandatory optional',
  'included excluded',
  'compatible incompatible',
  'possible impossible',
  'able unable',
  'visible hidden',
  'visible invisible',
  'public private',
  'free paid',
  'valid invalid',
  'safe unsafe',
  'secure insecure',
  'encrypted unencrypted',
  'limited unlimited',
  'reversible irreversible',
  'active inactive',
  'on off',
  'open closed',
  'always never',
  'refundable non-refundable',
].map((pair) => pair.split(' '))

/** The word that a state is told by, and on which side of it this word stands. */
export interface Side {
  /** Equal for both sides; words that share an opposite share it too. */
  readonly axis: string
  readonly isSecond: boolean
}

const sides = new Map<string, Side>()
for (const [first = '', second = ''] of PAIRS) {
  const axis = sides.get(first)?.axis ?? sides.get(second)?.axis ?? first
  sides.set(first, { axis, isSecond: false })
  sides.set(second, { axis, isSecond: true })
}

export function sideOf(word: string): Side | undefined {
  return sides.get(word)
}

const PREDICATE = /\b(?:is|are|was|were|be|been|isn't|aren't|remains?|stays?|becomes?)\b/i

/** Whether an English sentence says what something is, rather than what to do. */
export function tellsState(sentence: string): boolean {
  return PREDICATE.test(sentence)
}
