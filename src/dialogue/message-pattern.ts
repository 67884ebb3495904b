/**
 * The words of a message without what does not tell anything: case, accents, punctuation, emoji. Apostrophes vanish
 * (`don't` is `dont`), everything else between words is one space.
 */
export function foldMessage(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0640'’`´]/g, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .normalize('NFC')
}

export interface PatternOptions {
  /** With `|` between. */
  readonly fillers: string
  readonly isSpaceless: boolean
}

/** Compiles patterns of one intent into a test of a whole folded message; see `LanguageWords` for what they look like. */
export function compilePatterns(patterns: readonly string[], options: PatternOptions): (folded: string) => boolean {
  const gap = options.isSpaceless ? '' : ' '
  const literal = (words: string) => {
    const folded = foldMessage(words)
    // A listed word that folds to nothing would match everywhere.
    if (folded === '') throw new Error(`the pattern part ${JSON.stringify(words)} has no letters`)
    return options.isSpaceless ? folded.replaceAll(' ', '') : `${folded} `
  }
  const choice = (list: readonly string[]) => `(?:${list.map(literal).join('|')})`
  const alternatives = patterns.map((pattern) => compileOne(pattern, choice))
  const fillers = `${choice(options.fillers.split('|'))}*`
  const expression = new RegExp(`^${fillers}(?:(?:${alternatives.join('|')})${fillers})+$`, 'u')
  return (folded) => expression.test(options.isSpaceless ? folded.replaceAll(' ', '') : `${folded}${gap}`)
}

/** `word (a|b) [c|d]` as an expression; a group of several words is one alternative. */
function compileOne(pattern: string, choice: (list: readonly string[]) => string): string {
  const parts = pattern.match(/\([^()[\]]*\)|\[[^()[\]]*\]|[^()[\]]+/g) ?? []
  let expression = ''
  for (const part of parts) {
    const inner = part.slice(1, -1).split('|')
    if (part.startsWith('(')) expression += choice(inner)
    else if (part.startsWith('[')) expression += `${choice(inner)}?`
    else if (part.trim() !== '') expression += choice([part])
  }
  return expression
}
