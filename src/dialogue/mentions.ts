import { foldMessage } from './message-pattern.ts'

/** Scripts that put no spaces between words. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Whether a message has this phrase in it: whole words, whatever their case, accents and punctuation. */
export function mentions(message: string, phrase: string): boolean {
  const folded = foldMessage(phrase)
  if (folded === '') return false
  const said = foldMessage(message)
  return SPACELESS.test(folded)
    ? said.replaceAll(' ', '').includes(folded.replaceAll(' ', ''))
    : ` ${said} `.includes(` ${folded} `)
}
