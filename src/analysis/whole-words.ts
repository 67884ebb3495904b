import type { Language } from './script.ts'
import { tokenize, type Token } from './terms.ts'

/** A token with the ones that it joins: "2FA" with "2" and "FA". */
export interface WholeWord extends Token {
  readonly parts: readonly Token[]
}

/**
 * The words of a text, stop words left out, each in one form: of "e-mail" and "2FA" the joined one, in which their
 * spellings meet.
 */
export function wholeWords(text: string, language: Language): WholeWord[] {
  const whole: WholeWord[] = []
  for (const token of tokenize(text, language)) {
    const parts: Token[] = []
    // A joined form comes right after its parts.
    for (let last = whole.at(-1); last !== undefined && isWithin(last, token); last = whole.at(-1)) {
      whole.pop()
      parts.unshift(...last.parts, last)
    }
    whole.push({ ...token, parts })
  }
  return whole
}

function isWithin(part: Token, token: Token): boolean {
  return part.start >= token.start && part.end <= token.end && part.end - part.start < token.end - token.start
}
