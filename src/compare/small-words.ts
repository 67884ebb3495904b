import type { Language } from '../analysis/index.ts'

/** The words of a language that bind what a sentence says, or say nothing; those that deny are in `analysis`. */
export interface SmallWords {
  /** A sentence with one of these says something of some cases only. */
  readonly conditions: ReadonlySet<string>
  /** Articles, and what is said for politeness: with and without them a sentence says the same. */
  readonly fillers: ReadonlySet<string>
  /** Written-out numbers and their values. */
  readonly numbers: ReadonlyMap<string, number>
}

type Lists = readonly [conditions: string, numbers: string, fillers: string]

/** The numbers are those from two to ten, as the word for one is often an article. */
const LISTS: Readonly<Record<Language, Lists>> = {
  en: [
    'if unless when whenever until except without only otherwise while depending may might could some certain several',
    'two three four five six seven eight nine ten',
    'a an the please just simply',
  ],
  de: [
    'wenn falls sofern solange bis außer ohne nur sonst manche einige bestimmte je',
    'zwei drei vier fünf sechs sieben acht neun zehn',
    'der die das den dem des ein eine einen einem einer eines bitte',
  ],
  fr: [
    'si quand lorsque sauf sans seulement sinon certains certaines jusqu que qu',
    'deux trois quatre cinq six sept huit neuf dix',
    'le la les un une des du',
  ],
  es: [
    'si cuando salvo excepto sin solo sólo algunos algunas ciertos hasta',
    'dos tres cuatro cinco seis siete ocho nueve diez',
    'el la los las un una',
  ],
  it: [
    'se quando salvo eccetto senza solo altrimenti alcuni alcune certi fino',
    'due tre quattro cinque sei sette otto nove dieci',
    'il lo la i gli le un uno una',
  ],
  pt: [
    'se quando salvo exceto sem só somente apenas alguns algumas certos até',
    'dois três quatro cinco seis sete oito nove dez',
    'o a os as um uma',
  ],
  nl: [
    'als wanneer tenzij tot behalve zonder alleen anders sommige bepaalde',
    'twee drie vier vijf zes zeven acht negen tien',
    'de het een',
  ],
  sv: [
    'om när såvida tills förutom utan bara endast annars vissa några',
    'två tre fyra fem sex sju åtta nio tio',
    'en ett',
  ],
  da: [
    'hvis når medmindre indtil undtagen uden kun ellers nogle visse',
    'to tre fire fem seks syv otte ni ti',
    'en et',
  ],
  no: [
    'hvis når medmindre inntil unntatt uten bare kun ellers noen visse',
    'to tre fire fem seks sju åtte ni ti',
    'en ei et',
  ],
  pl: [
    'jeśli jeżeli gdy kiedy chyba dopóki oprócz bez tylko niektóre pewne',
    'dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć',
    '',
  ],
  ru: [
    'если когда пока кроме без только иначе некоторые определённые',
    'два три четыре пять шесть семь восемь девять десять',
    '',
  ],
  uk: [
    'якщо коли поки крім без тільки лише інакше деякі певні',
    'два три чотири пʼять шість сім вісім дев’ять десять',
    '',
  ],
}

const known = new Map<Language, SmallWords>(
  Object.entries(LISTS).map(([language, [conditions, numbers, fillers]]) => [
    language,
    {
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
