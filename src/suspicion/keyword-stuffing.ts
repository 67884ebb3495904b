import { foldText } from './fold-text.ts'

/** Words without the end of a sentence or line; menus that were torn from a page come to 280. */
const LONGEST_RUN = 350
const SENTENCE_END = /[.!?:;。！？：；।؟\n]+/
/** Of so many words in a row so few are different: where settings are listed it is a seventh. */
const WINDOW = 200
const FEWEST_DIFFERENT = WINDOW / 10

function hasEndlessSentence(text: string): boolean {
  // A word and its space are two characters at least.
  const long = text.split(SENTENCE_END).filter((run) => run.length > 2 * LONGEST_RUN)
  return long.some((run) => run.trim().split(/\s+/).length > LONGEST_RUN)
}

function repeatsItself(folded: string): boolean {
  const words = folded.split(' ').filter((word) => word !== '.')
  for (let at = 0; at + WINDOW <= words.length; at += WINDOW / 2) {
    if (new Set(words.slice(at, at + WINDOW)).size <= FEWEST_DIFFERENT) return true
  }
  return false
}

/** True for words that nobody reads: they stand there to be found, whatever is searched for. */
export function isStuffed(text: string): boolean {
  return hasEndlessSentence(text) || repeatsItself(foldText(text))
}
