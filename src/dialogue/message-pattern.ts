/**
 * Letters that have no accent to lose and are typed without their stroke or with a dot by many; one Arabic letter that
 * each keyboard has its own code for; the two ways to write a nasal in Devanagari.
 */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ہ: 'ه',
  '\u0901': '\u0902',
}

/** Accents, points, the dot under Devanagari letters: what many do not type. Vowel signs are letters of their own. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u0640\u093c]/g

/**
 * The words of a message without what does not tell anything: case, accents, punctuation, emoji. Apostrophes vanish
 * (`don't` is `dont`) and so do characters without a shape, such as the joiner within a Persian word; everything else
 * between words is one space. Folding what is folded changes nothing.
 */
export function foldMessage(text: string): string {
  return (
    text
      // Before normalizing, which makes a space and an accent of the acute that stands for an apostrophe.
      .replaceAll(/['‘’ʼ`´׳]|\p{Cf}|[\ufe00-\ufe0f]/gu, '')
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[ßłđıىیکةہ\u0901]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
      .replaceAll(ACCENTS, '')
      .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim()
      .normalize('NFC')
  )
}

export interface PatternOptions {
  /** With `|` between. */
  readonly fillers: string
  readonly isSpaceless: boolean
}

/** Where in the message something that begins at `at` may end. */
type Step = (message: readonly string[], at: number) => Iterable<number>

/**
 * Compiles patterns of one intent into a test of a whole folded message; see `LanguageWords` for what they look like.
 * Not one regular expression: a word that is both a filler and a pattern would make that try every way to divide them,
 * twice as many with each repetition. Here every place in the message is looked at a fixed number of times.
 */
export function compilePatterns(patterns: readonly string[], options: PatternOptions): (folded: string) => boolean {
  const split = (folded: string) => (options.isSpaceless ? [...folded.replaceAll(' ', '')] : folded.split(' '))
  const filler = oneOf(options.fillers, split)
  const steps = patterns.map((pattern) => compileOne(pattern, filler, split))
  const anyPattern: Step = (message, at) => new Set(steps.flatMap((step) => [...step(message, at)]))
  const anything: Step = (message, at) => [...anyPattern(message, at), ...filler(message, at)]
  const listed = new Set(split(foldMessage([options.fillers, ...patterns].join(' '))))
  return (folded) => {
    const message = split(folded)
    // Most questions end here.
    if (!message.every((word) => listed.has(word))) return false
    const starts = repeat(filler, message, [0])
    const ends = [...starts].flatMap((at) => [...anyPattern(message, at)])
    return repeat(anything, message, ends).has(message.length)
  }
}

/** All places that are reached from some by any number of steps, each looked at once. */
function repeat(step: Step, message: readonly string[], from: Iterable<number>): Set<number> {
  const reached = new Set(from)
  // A set yields what is added to it on the way, too.
  for (const at of reached) for (const end of step(message, at)) reached.add(end)
  return reached
}

/** `word (a|b) [c|d]` as a step, with room for one filler between the parts: `can i [please] talk`. */
function compileOne(pattern: string, filler: Step, split: (folded: string) => string[]): Step {
  const texts = pattern.match(/\([^()[\]]*\)|\[[^()[\]]*\]|[^()[\]]+/g) ?? []
  if (texts.join('') !== pattern) throw new Error(`the pattern ${JSON.stringify(pattern)} has a stray bracket`)
  const parts = texts
    .filter((text) => text.trim() !== '')
    .map((text) => ({ isOptional: text.startsWith('['), step: oneOf(text.replaceAll(/[()[\]]/g, ''), split) }))
  return (message, at) => {
    let places = new Set([at])
    for (const [index, { isOptional, step }] of parts.entries()) {
      const fillerEnds = index === 0 ? [] : [...places].flatMap((place) => [...filler(message, place)])
      const ends = [...places, ...fillerEnds].flatMap((place) => [...step(message, place)])
      places = new Set(isOptional ? [...places, ...ends] : ends)
    }
    return places
  }
}

/** One of several texts with `|` between. */
function oneOf(alternatives: string, split: (folded: string) => string[]): Step {
  const byFirst = new Map<string | undefined, string[][]>()
  for (const text of alternatives.split('|')) {
    const folded = foldMessage(text)
    // A listed text that folds to nothing would match everywhere.
    if (folded === '') throw new Error(`the pattern part ${JSON.stringify(text)} has no letters`)
    const words = split(folded)
    byFirst.set(words[0], [...(byFirst.get(words[0]) ?? []), words])
  }
  return (message, at) =>
    (byFirst.get(message[at]) ?? [])
      .filter((words) => words.every((word, index) => message[at + index] === word))
      .map((words) => at + words.length)
}
