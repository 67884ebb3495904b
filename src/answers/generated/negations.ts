/**
 * Words that turn a sentence into its opposite, by language, and behind the bar those for what is lacking: "never" and
 * "without" do not stand for each other. Beginnings of words end in `*`, endings begin with it.
 */
const NEGATIONS: Readonly<Record<string, string>> = {
  en: "no not never none nothing nobody neither nor cannot unable impossible *n't *n’t | without",
  de: 'nicht kein* nie niemals nichts niemand weder unmöglich | ohne',
  nl: 'niet geen nooit niets niemand noch | zonder',
  sv: 'inte ej inga ingen inget aldrig varken | utan',
  da: 'ikke ej ingen intet aldrig hverken | uden',
  no: 'ikke ingen intet aldri verken | uten',
  fr: "ne pas jamais aucun* rien personne ni n'* n’* | sans",
  es: 'no nunca jamás ningún ningun* nada nadie ni | sin',
  pt: 'não nunca jamais nenhum* nada ninguém nem | sem',
  it: 'non mai nessun* niente nulla né | senza',
  pl: 'nie nigdy żad* nic nikt ani | bez',
  cs: 'ne* nikdy žádn* nic nikdo ani | bez',
  ru: 'не нет нельзя никогда ничего никто никак* ни невозможно | без',
  uk: 'не ні немає ніколи нічого ніхто неможливо | без',
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

export interface Negations {
  /** Where lack is not told apart, it counts as a denial. */
  readonly denies: boolean
  /** Undefined in languages where it is not told apart here. */
  readonly lacks: boolean | undefined
}

/** What a text denies; undefined for a language whose negations are not known here. */
export function negationsIn(text: string, language: string): Negations | undefined {
  const parts = NEGATED_PARTS[language]
  if (parts !== undefined) return { denies: parts.test(text), lacks: undefined }
  const lists = NEGATIONS[language]
  if (lists === undefined) return undefined
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+(?:['’]\p{L}+)*/gu) ?? []
  const [denials = '', lacks] = lists.split(' | ')
  const has = (list: string) => words.some((word) => list.split(' ').some((negation) => fits(word, negation)))
  return { denies: has(denials), lacks: lacks === undefined ? undefined : has(lacks) }
}

function fits(word: string, negation: string): boolean {
  if (negation.startsWith('*')) return word.endsWith(negation.slice(1))
  return negation.endsWith('*') ? word.startsWith(negation.slice(0, -1)) : word === negation
}

/** Whether a sentence denies nothing that is not denied around its quote. */
export function deniesOnly(said: Negations, around: Negations): boolean {
  const [first, second] = alike(said, around)
  return (!first.denies || second.denies) && (first.lacks !== true || second.lacks === true)
}

/** Both with lack counted in the same way. */
function alike(...both: readonly [Negations, Negations]): readonly [Negations, Negations] {
  if (both.every(({ lacks }) => lacks !== undefined)) return both
  const [first, second] = both.map(({ denies, lacks }) => ({ denies: denies || lacks === true, lacks: undefined }))
  return first === undefined || second === undefined ? both : [first, second]
}
