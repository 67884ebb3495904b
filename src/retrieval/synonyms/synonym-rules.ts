import { analyze, tokenize, wholeWords, type Language, type QueryTerm } from '../../analysis/index.ts'
import type { SynonymList } from './schemas.ts'

/** What a phrase in a question counts as too. */
interface Rule {
  /** Its analysed terms; at least one. */
  readonly words: readonly string[]
  /** Its small words: "in" tells "log in" from an activity log. */
  readonly smallWords: readonly string[]
  /** Analysed synonyms, of several terms with spaces between. */
  readonly synonyms: readonly string[]
}

/** Rules by the first of their words. */
export type SynonymRules = ReadonlyMap<string, readonly Rule[]>

/** The list as it applies to pages of one language. */
export function makeSynonymRules({ groups, one_way }: SynonymList, language: Language): SynonymRules {
  const rules = new Map<string, Rule[]>()
  const add = (phrase: string, others: readonly string[]) => {
    const words = termsOf(phrase, language)
    const synonyms = others
      .map((other) => termsOf(other, language).join(' '))
      .filter((synonym) => synonym !== '' && synonym !== words.join(' '))
    const [first] = words
    if (first === undefined || synonyms.length === 0) return
    const rule = { words, smallWords: smallWordsOf(phrase, language), synonyms: [...new Set(synonyms)] }
    const known = rules.get(first)
    if (known === undefined) rules.set(first, [rule])
    else known.push(rule)
  }
  for (const group of groups) for (const phrase of group) add(phrase, group)
  for (const { from, to } of one_way) add(from, [to])
  return rules
}

/**
 * The words of a question with their synonyms. A phrase counts where all of its words are in the question, and then each
 * of them may stand in a passage as the phrase's synonym.
 */
export function withSynonyms(
  terms: readonly QueryTerm[],
  question: string,
  rulesOfLanguages: readonly SynonymRules[],
): QueryTerm[] {
  const asked = new Set(terms.flatMap(({ variants }) => variants))
  const said = new Set(analyze(question, 'und'))
  const found = new Map<string, Set<string>>()
  for (const rules of rulesOfLanguages) {
    for (const { words, smallWords, synonyms } of [...asked].flatMap((term) => rules.get(term) ?? [])) {
      if (!words.every((word) => asked.has(word)) || !smallWords.every((word) => said.has(word))) continue
      for (const word of words) found.set(word, new Set([...(found.get(word) ?? []), ...synonyms]))
    }
  }
  if (found.size === 0) return [...terms]
  // "2FA" is asked for as "2", "FA" and "2fa": what stands for the whole stands for its parts.
  const wholes = wholeWords(question, 'und').filter(({ parts }) => parts.length > 0)
  const wholesOf = (surface: string) => {
    const holding = wholes.filter(({ parts }) => parts.some((part) => part.surface === surface))
    return terms.filter((term) => holding.some((whole) => whole.surface === term.surface))
  }
  return terms.map((term) => {
    const variants = [term, ...wholesOf(term.surface)].flatMap((each) => each.variants)
    const synonyms = new Set(variants.flatMap((variant) => [...(found.get(variant) ?? [])]))
    return synonyms.size === 0 ? term : { ...term, synonyms: [...synonyms] }
  })
}

function termsOf(phrase: string, language: Language): string[] {
  return [...new Set(wholeWords(phrase, language).map(({ term }) => term))]
}

/** The words of a phrase that are left out of the index of a language, as they are written. */
function smallWordsOf(phrase: string, language: Language): string[] {
  const kept = new Set(tokenize(phrase, language).map(({ start }) => start))
  return tokenize(phrase, 'und').flatMap(({ term, start }) => (kept.has(start) ? [] : [term]))
}
