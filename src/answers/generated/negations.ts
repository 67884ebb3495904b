/** Words that turn a sentence into its opposite, by language; beginnings of words where they end in `*`. */
const NEGATIONS: Readonly<Record<string, string>> = {
  en: "no not never none nothing nobody neither nor cannot without unable impossible *n't *n’t",
  de: 'nicht kein* nie niemals nichts niemand ohne weder unmöglich',
  nl: 'niet geen nooit niets niemand zonder noch',
  sv: 'inte ej inga ingen inget aldrig utan varken',
  da: 'ikke ej ingen intet aldrig uden hverken',
  no: 'ikke ingen intet aldri uten verken',
  fr: "ne pas jamais aucun* rien personne sans ni n'* n’*",
  es: 'no nunca jamás ningún ningun* nada nadie sin ni',
  pt: 'não nunca jamais nenhum* nada ninguém sem nem',
  it: 'non mai nessun* niente nulla senza né',
  pl: 'nie nigdy żad* nic nikt bez ani',
  cs: 'ne* nikdy žádn* nic nikdo bez ani',
  ru: 'не нет нельзя никогда ничего никто никак* без ни невозможно',
  uk: 'не ні немає ніколи нічого ніхто без неможливо',
  tr: 'değil yok hiç* asla hayır',
}

/** Scripts without spaces, and languages that negate inside of words. */
const NEGATED_PARTS: Readonly<Record<string, RegExp>> = {
  zh: /[不没沒无無未勿别別]/,
  ja: /ない|なく|ません|せず|無/,
  ko: /않|없|못|안 |아니/,
  ar: /(?:^|\s)(?:لا|لم|لن|ليس\S*|غير|بدون|دون)(?=\s|$)/,
  he: /(?:^|\s)(?:לא|אין|בלי|ללא|אל)(?=\s|$)/,
  hi: /नहीं|मत |बिना/,
}

/** Whether a text denies something; undefined for a language whose negations are not known here. */
export function hasNegation(text: string, language: string): boolean | undefined {
  const parts = NEGATED_PARTS[language]
  if (parts !== undefined) return parts.test(text)
  const list = NEGATIONS[language]?.split(' ')
  if (list === undefined) return undefined
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+(?:['’]\p{L}+)*/gu) ?? []
  return words.some((word) => list.some((negation) => fits(word, negation)))
}

function fits(word: string, negation: string): boolean {
  if (negation.startsWith('*')) return word.endsWith(negation.slice(1))
  return negation.endsWith('*') ? word.startsWith(negation.slice(0, -1)) : word === negation
}
