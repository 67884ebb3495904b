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
  'refundable non-refundable',
].map((pair) => pair.split(' '))

/** A state that a sentence says something to be in: UTF-16 offsets of its word, `end` exclusive. */
export interface State {
  /** Equal for both sides; words that share an opposite share it too. */
  readonly axis: string
  readonly isSecond: boolean
  readonly start: number
  readonly end: number
}

const sides = new Map<string, { readonly axis: string; readonly isSecond: boolean }>()
for (const [first = '', second = ''] of PAIRS) {
  const axis = sides.get(first)?.axis ?? sides.get(second)?.axis ?? first
  sides.set(first, { axis, isSecond: false })
  sides.set(second, { axis, isSecond: true })
}

/** "Is now available", but not "the free plan is": there the word tells which one. */
const PREDICATE =
  /\b(?:is|are|was|were|be|been|isn't|aren't|remains?|stays?|becomes?) (?:(?:not|now|also|always|still|currently|usually|automatically|completely) )*(?<word>[a-z-]+)/gi

/** The first state with an opposite that an English sentence says something to be in. */
export function findState(sentence: string): State | undefined {
  for (const { 0: match, index, groups } of sentence.matchAll(PREDICATE)) {
    const word = groups?.['word'] ?? ''
    const side = sides.get(word.toLowerCase())
    const end = index + match.length
    if (side !== undefined) return { ...side, start: end - word.length, end }
  }
  return undefined
}
