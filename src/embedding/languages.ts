import type { EmbeddingModel } from './embedding-model.ts'

const LATIN_ONLY = /^[\p{Script=Latin}\P{L}]*$/u

/** Whether a query in this language is worth embedding. Of one in Latin letters that can't be told, it is. */
export function understands({ languages }: EmbeddingModel, query: string, language: string): boolean {
  if (languages === undefined || languages.has(language)) return true
  return language === 'und' && LATIN_ONLY.test(query)
}
