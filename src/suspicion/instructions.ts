import { ENGLISH_INSTRUCTIONS } from './english-instructions.ts'
import { ASCII, foldLetters } from './fold-text.ts'
import { LANGUAGES, type InstructionWords } from './instruction-words.ts'

/** Words between two that belong together; a sentence's end stands between no two. */
const GAP = '[^.]{0,28}?'

function patternOf({ ignore, earlier, orders, isVerbLast, reveal, prompt, sentences }: InstructionWords): RegExp {
  // Some languages say "previous" before, some after what it describes.
  const told = `(?:(?:${earlier})${GAP}(?:${orders})|(?:${orders})${GAP}(?:${earlier}))`
  const either = [
    `(?:${ignore})${GAP}${told}`,
    ...(isVerbLast === true ? [`${told}${GAP}(?:${ignore})`] : []),
    `(?:${reveal})${GAP}(?:${prompt})`,
    `(?:${prompt})${GAP}(?:${reveal})`,
    ...sentences,
  ]
  return new RegExp(foldLetters(either.join('|')))
}

/** One pattern for the languages of some scripts, and what nearly every text lacks, which spares it the pattern. */
function groupOf(languages: readonly InstructionWords[]) {
  const hints = languages.flatMap(({ ignore, prompt, sentences }) => [ignore, prompt, ...sentences])
  return { hint: new RegExp(foldLetters(hints.join('|'))), patterns: languages.map(patternOf) }
}

/** Vietnamese and the like keep a few letters that ASCII lacks. */
const isLatin = ({ ignore }: InstructionWords) => !/[^\u0020-\u024f]/.test(foldLetters(ignore))
const LATIN = groupOf(LANGUAGES.filter(isLatin))
const OTHERS = groupOf(LANGUAGES.filter((words) => !isLatin(words)))

/** True for a text, of any language we know such words of, that tells a model what to do. Takes folded text. */
export function hasInstructions(folded: string): boolean {
  if (ENGLISH_INSTRUCTIONS.test(folded)) return true
  const groups = ASCII.test(folded) ? [LATIN] : [LATIN, OTHERS]
  return groups.some(({ hint, patterns }) => hint.test(folded) && patterns.some((pattern) => pattern.test(folded)))
}
