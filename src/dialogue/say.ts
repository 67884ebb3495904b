import type { Language } from '../analysis/index.ts'
import { RATING_KEYS, type Phrase, type RatingKey } from './language-words.ts'
import { en } from './languages/en.ts'
import { LANGUAGES } from './languages.ts'

/**
 * A sentence of the agent as plain text, in English where the language has none.
 * @param topics titles that `clarifyingChoice` names
 */
export function say(language: Language, phrase: Phrase, topics: readonly string[] = []): string {
  const { phrases } = LANGUAGES[language] ?? en
  const list = new Intl.ListFormat(language in LANGUAGES ? language : 'en', { type: 'disjunction' })
  // A replacement function: a title may hold what replace() would take for a pattern.
  return phrases[phrase].replace('{topics}', () => list.format(topics))
}

const FACES: Readonly<Record<RatingKey, string>> = { terrible: '😠', bad: '🙁', ok: '😐', good: '😃', amazing: '🤩' }

/** Emoji and label of each rating, in the conversation's language (facts §4.5). */
export function ratingLabels(language: Language): Readonly<Record<RatingKey, { emoji: string; label: string }>> {
  const { ratings } = LANGUAGES[language] ?? en
  const entries = RATING_KEYS.map((key) => [key, { emoji: FACES[key], label: ratings[key] }] as const)
  return Object.fromEntries(entries) as Record<RatingKey, { emoji: string; label: string }>
}
