import type { Language } from '../analysis/index.ts'

/** The words of a language that turn or bind what a sentence says. */
export interface SmallWords {
  /** Each turns a statement into its opposite. */
  readonly negations: ReadonlySet<string>
  /** A sentence with one of these says something of some cases only. */
  readonly conditions: ReadonlySet<string>
  /** Articles, and what is said for politeness: with and without them a sentence says the same. */
  readonly fillers: ReadonlySet<string>
  /** Written-out numbers and their values. */
  readonly numbers: ReadonlyMap<string, number>
}

type Lists = readonly [negations: string, conditions: string, numbers: string, fillers: string]

/** The numbers are those from two to ten, as the word for one is often an article. */
const LISTS: Readonly<Record<Language, Lists>> = {
  en: [
    'no not never none neither nor nothing nobody cannot',
    'if unless when whenever until except without only otherwise while depending may might could some certain several',
    'two three four five six seven eight nine ten',
    'a an the please just simply',
  ],
  de: [
    'nicht kein keine keinen keinem keiner keines nie niemals nichts niemand weder',
    'wenn falls sofern solange bis außer ohne nur sonst manche einige bestimmte je',
    'zwei drei vier fünf sechs sieben acht neun zehn',
    'der die das den dem des ein eine einen einem einer eines bitte',
  ],
  fr: [
    'ne pas jamais non aucun aucune',
    'si quand lorsque sauf sans seulement sinon certains certaines jusqu que qu',
    'deux trois quatre cinq six sept huit neuf dix',
    'le la les un une des du',
  ],
  es: [
    'no nunca jamás ningún ninguna ninguno nada nadie tampoco ni',
    'si cuando salvo excepto sin solo sólo algunos algunas ciertos hasta',
    'dos tres cuatro cinco seis siete ocho nueve diez',
    'el la los las un una',
  ],
  it: [
    'non mai nessun nessuna nessuno niente nulla né',
    'se quando salvo eccetto senza solo altrimenti alcuni alcune certi fino',
    'due tre quattro cinque sei sette otto nove dieci',
    'il lo la i gli le un uno una',
  ],
  pt: [
    'não nunca jamais nenhum nenhuma nada ninguém nem',
    'se quando salvo exceto sem só somente apenas alguns algumas certos até',
    'dois três quatro cinco seis sete oito nove dez',
    'o a os as um uma',
  ],
  nl: [
    'niet geen nooit niets niemand noch',
    'als wanneer tenzij tot behalve zonder alleen anders sommige bepaalde',
    'twee drie vier vijf zes zeven acht negen tien',
    'de het een',
  ],
  sv: [
    'inte ej aldrig ingen inget inga ingenting',
    'om när såvida tills förutom utan bara endast annars vissa några',
    'två tre fyra fem sex sju åtta nio tio',
    'en ett',
  ],
  da: [
    'ikke ej aldrig ingen intet ingenting',
    'hvis når medmindre indtil undtagen uden kun ellers nogle visse',
    'to tre fire fem seks syv otte ni ti',
    'en et',
  ],
  no: [
    'ikke ei aldri ingen intet ingenting',
    'hvis når medmindre inntil unntatt uten bare kun ellers noen visse',
    'to tre fire fem seks sju åtte ni ti',
    'en ei et',
  ],
  pl: [
    'nie nigdy żaden żadna żadne nic nikt ani brak',
    'jeśli jeżeli gdy kiedy chyba dopóki oprócz bez tylko niektóre pewne',
    'dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć',
    '',
  ],
  ru: [
    'не нет никогда никакой никакая никто ничто ничего ни нельзя',
    'если когда пока кроме без только иначе некоторые определённые',
    'два три четыре пять шесть семь восемь девять десять',
    '',
  ],
  uk: [
    'не ні немає ніколи ніякий ніхто ніщо нічого',
    'якщо коли поки крім без тільки лише інакше деякі певні',
    'два три чотири пʼять шість сім вісім дев’ять десять',
    '',
  ],
}

const known = new Map<Language, SmallWords>(
  Object.entries(LISTS).map(([language, [negations, conditions, numbers, fillers]]) => [
    language,
    {
      negations: new Set(negations.split(' ')),
      conditions: new Set(conditions.split(' ')),
      fillers: new Set(fillers.split(' ')),
      numbers: new Map(numbers.split(' ').map((word, index) => [word, index + 2])),
    },
  ]),
)

/** Undefined where nobody has listed them: nothing can be told of such a sentence's sense. */
export function smallWords(language: Language): SmallWords | undefined {
  return known.get(language)
}

/** "can't", "n'est": the negation is part of the word. */
export function isNegation(word: string, { negations }: SmallWords): boolean {
  return negations.has(word) || /n't$|^n'/.test(word)
}
