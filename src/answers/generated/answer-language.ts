import { detectLanguage } from '../../analysis/index.ts'
import type { Turn } from '../../retrieval/index.ts'

/** Below this many UTF-16 units a language told from letters is a guess. */
const TRUSTED_UNITS = 24
const TRUSTED_ANSWER_UNITS = 40

/** Languages so close that a few sentences do not tell them apart. */
const RELATED = [
  ['da', 'no', 'nb', 'nn'],
  ['id', 'ms'],
  ['hr', 'sr', 'bs', 'sl'],
  ['cs', 'sk'],
  ['pt', 'gl'],
  ['bg', 'mk'],
]

/** The language to answer in: the question's, or, where that is short, what the user wrote before; undefined: unknown. */
export function languageToAnswerIn(question: string, history: readonly Turn[]): string | undefined {
  const before = history.filter(({ role }) => role === 'user').map(({ text }) => text)
  for (const text of [question, [...before, question].join('\n')]) {
    const language = detectLanguage(text)
    const isTrusted = text.length >= TRUSTED_UNITS || !/\p{sc=Latin}/u.test(text)
    if (language !== 'und' && isTrusted) return language
  }
  return undefined
}

/** Whether a text is in another language for sure. */
export function isInAnotherLanguage(text: string, language: string | undefined): boolean {
  if (language === undefined || text.length < TRUSTED_ANSWER_UNITS) return false
  const detected = detectLanguage(text)
  if (detected === 'und' || detected === language) return false
  return !RELATED.some((group) => group.includes(detected) && group.includes(language))
}

/** Such as "German"; undefined where it has no name. */
export function nameOf(language: string | undefined): string | undefined {
  if (language === undefined) return undefined
  return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(language)
}
