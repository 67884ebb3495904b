import { analyze, tokenize, type Language } from '../../analysis/index.ts'

/**
 * Words that turn a question into another one although searches leave most of them out: what denies, excludes or
 * reverses, and what asks for a reason or a time. A language without a list counts all its small words as such.
 */
const WORDS: Readonly<Record<Language, string>> = {
  en:
    'no not non never none without except off out up down before after why when who ' +
    'cant cannot dont doesnt didnt wont wouldnt couldnt shouldnt isnt arent wasnt werent hasnt havent hadnt mustnt',
  da: 'ikke ingen intet aldrig uden undtagen af fra ud før efter hvorfor hvornår hvem',
  de: 'nicht kein keine keinen keinem keiner nie niemals ohne außer aus ab weg vor nach warum wieso weshalb wann wer',
  es: 'no ni nunca sin salvo excepto antes después porqué por cuándo quién',
  fr: 'pas non ne ni jamais sans sauf avant après pourquoi quand qui',
  it: 'non no né mai senza tranne prima dopo perché quando chi',
  nl: 'niet geen nooit zonder behalve uit af voor na waarom wanneer wie',
  no: 'ikke ingen aldri uten unntatt av fra ut før etter hvorfor når hvem',
  pl: 'nie bez nigdy oprócz przed po dlaczego czemu kiedy kto',
  pt: 'não nem nunca sem exceto antes depois porquê por quando quem',
  sv: 'inte ej inga aldrig utan förutom av från ut före efter varför när vem',
}

/** A number tells versions, prices and error codes apart. */
const NUMBER = /^\p{N}[\p{N}.,:/]*$/u

const lists = new Map<Language, ReadonlySet<string>>()

function listOf(language: Language): ReadonlySet<string> | undefined {
  const words = WORDS[language]
  if (words === undefined) return undefined
  const known = lists.get(language) ?? new Set(analyze(words, 'und'))
  lists.set(language, known)
  return known
}

/** The words of a question that another question must have too to mean the same. */
export function tellingWords(question: string, language: Language): Set<string> {
  const list = listOf(language)
  const kept = new Set(tokenize(question, language).map(({ start }) => start))
  const isTelling = (term: string, start: number) => (list === undefined ? !kept.has(start) : list.has(term))
  const telling = tokenize(question, 'und').filter(
    ({ surface, term, start }) => NUMBER.test(surface) || isTelling(term, start),
  )
  return new Set(telling.map(({ term }) => term))
}
