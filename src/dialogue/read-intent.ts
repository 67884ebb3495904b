import type { Language } from '../analysis/index.ts'
import { INTENTS, type SpokenIntent } from './language-words.ts'
import { LANGUAGES } from './languages.ts'
import { compilePatterns, foldMessage } from './message-pattern.ts'

/** `question`: whatever is to be looked up in the library. */
export type Intent = SpokenIntent | 'question'

/** Longer messages say something of their own. */
const MAX_CHARACTERS = 160

/** Nothing but thumbs up and the like. */
const APPROVAL = /^\s*(?:[👍👌✅🙏🙂😊😀😃🎉][\p{Emoji_Modifier}\ufe0f]*\s*)+$/u

/** What is quoted is a name or a text on the screen, not said to the agent. */
const QUOTATION = /["“”„«»]/

type Reader = (folded: string) => SpokenIntent | undefined
const readers = new Map<string, Reader>()

/**
 * What a whole message means when it is not a question for the library. Precision comes first: whatever is not wholly
 * made of known phrases is a question.
 * @param language the conversation's; a message that it does not know is tried in the others, where it counts only if
 * all that know it agree, so that "gracias" is understood anywhere.
 */
export function readIntent(text: string, language: Language): Intent {
  if (text.length > MAX_CHARACTERS || QUOTATION.test(text)) return 'question'
  if (APPROVAL.test(text)) return 'yes'
  const folded = foldMessage(text)
  if (folded === '') return 'question'
  for (const code of [language, 'en']) {
    const intent = readerOf(code)?.(folded)
    if (intent !== undefined) return intent
  }
  const found = new Set(Object.keys(LANGUAGES).flatMap((code) => readerOf(code)?.(folded) ?? []))
  const [only] = found
  return found.size === 1 && only !== undefined ? only : 'question'
}

/** Patterns are compiled at first use: few conversations need more than one language. */
function readerOf(code: string): Reader | undefined {
  const known = readers.get(code)
  if (known !== undefined) return known
  const words = LANGUAGES[code]
  if (words === undefined) return undefined
  const options = { fillers: words.fillers, isSpaceless: words.isSpaceless ?? false }
  const tests = INTENTS.map((intent) => ({ intent, isMeant: compilePatterns(words.patterns[intent], options) }))
  const reader: Reader = (folded) => tests.find(({ isMeant }) => isMeant(folded))?.intent
  readers.set(code, reader)
  return reader
}
