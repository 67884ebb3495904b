import type { Language } from './script.ts'

/**
 * Words that turn a sentence into its opposite, and behind the bar those for what is lacking: "never" and "without" do
 * not stand for each other. Beginnings of words end in `*`, endings begin with it.
 */
const WORDS: Readonly<Record<Language, string>> = {
  en: "no not never none nothing nobody neither nor cannot *n't | without",
  de: 'nicht kein* nie niemals nichts niemand weder | ohne',
  nl: 'niet geen nooit niets niemand noch | zonder',
  sv: 'inte ej inga ingen inget ingenting aldrig varken | utan',
  da: 'ikke ej ingen intet ingenting aldrig hverken | uden',
  no: 'ikke ei ingen intet ingenting aldri verken | uten',
  // "Personne" is a person as well, and when it denies, "ne" does too.
  fr: "ne pas non jamais aucun* rien ni n'* | sans",
  es: 'no nunca jamás ningún ningun* nada nadie tampoco ni | sin',
  pt: 'não nunca jamais nenhum* nada ninguém nem | sem',
  it: 'non mai nessun* niente nulla né | senza',
  pl: 'nie nigdy żad* nic nikt ani brak | bez',
  cs: 'ne* nikdy žádn* nic nikdo ani | bez',
  ru: 'не нет нельзя никогда ничего ничто никто никак* ни | без',
  uk: 'не ні немає ніколи нічого ніщо ніхто ніяк* | без',
  tr: 'değil yok hiç* asla hayır',
}

/** What a single word takes away from its sentence. */
export interface NegationWords {
  denies(word: string): boolean
  /** Absent where lack is not told apart: it counts as a denial. */
  readonly lacks: ((word: string) => boolean) | undefined
}

const known = new Map<Language, NegationWords>(
  Object.entries(WORDS).map(([language, lists]) => {
    const [denials = '', lacks] = lists.split(' | ')
    return [language, { denies: makeTest(denials), lacks: lacks === undefined ? undefined : makeTest(lacks) }]
  }),
)

/** Undefined for a language whose negations are no words, or that nobody has listed. */
export function negationWords(language: Language): NegationWords | undefined {
  return known.get(language)
}

/** @returns whether a word in small letters is on the list */
function makeTest(list: string): (word: string) => boolean {
  const entries = list.split(' ')
  const whole = new Set(entries.filter((entry) => !entry.includes('*')))
  const beginnings = entries.filter((entry) => entry.endsWith('*')).map((entry) => entry.slice(0, -1))
  const endings = entries.filter((entry) => entry.startsWith('*')).map((entry) => entry.slice(1))
  return (word) => {
    const plain = word.replaceAll('’', "'")
    if (whole.has(plain)) return true
    return beginnings.some((part) => plain.startsWith(part)) || endings.some((part) => plain.endsWith(part))
  }
}
