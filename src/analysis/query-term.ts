import type { QueryTerm } from './analyze-query.ts'

/** The analysed terms that a text may have for one of these words or for a synonym of it, each once. */
export function termsToFind(words: readonly QueryTerm[]): string[] {
  return [...new Set(words.flatMap(({ variants, synonyms = [] }) => [...variants, ...synonyms.flatMap(partsOf)]))]
}

/** Whether a text with these analysed terms has the word, or a synonym of it: of a phrase every word. */
export function isSaidIn({ variants, synonyms = [] }: QueryTerm, present: Pick<ReadonlySet<string>, 'has'>): boolean {
  return (
    variants.some((variant) => present.has(variant)) ||
    synonyms.some((synonym) => partsOf(synonym).every((part) => present.has(part)))
  )
}

/** The terms of a synonym. */
export function partsOf(synonym: string): string[] {
  return synonym.split(' ')
}
