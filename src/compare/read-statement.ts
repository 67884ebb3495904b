import { LIST_MARK, negationWords, tokenize, type Language, type NegationWords } from '../analysis/index.ts'
import { findState, type State } from './opposites.ts'
import { readQuantities, type Quantity } from './quantities.ts'
import { smallWords, type SmallWords } from './small-words.ts'
import { wordsOf } from './words.ts'

/** What a sentence says, taken apart: what it is about, and what could be said otherwise about the same. */
export interface Statement {
  /** Analysed words that carry content, without those below. */
  readonly terms: ReadonlySet<string>
  readonly quantities: readonly Quantity[]
  readonly isNegated: boolean
  /** Of which there is an opposite. */
  readonly state: State | undefined
  /** Holds in some cases only. */
  readonly isConditional: boolean
  /** Says what to do: what for, only its place tells. */
  readonly isInstruction: boolean
  /** What must be and what can be don't deny what is. */
  readonly mood: string
  /** "At least 5" and "at most 10" don't differ in a number. */
  readonly bounds: string
}

const LONGEST = 400
const FULL_STOP = /[.!。।]["'”’)\]]*$/
/** Says nothing about what a sentence is about: how surely or how often. */
const HEDGES = new Set(
  'usually normally typically generally currently now about approximately around roughly also already always longer still'.split(
    ' ',
  ),
)
/** Its subject, or what it is true of, stands in another sentence. */
const LEANS =
  /^(?:it|they|that|he|she|here|there(?! (?:is|are|was|were)\b)|both|each|either|one)\b|\b(?:this|these|those|such|above|below|following|previous|other|another)\b/i
/** "Launch date: 2023" and "see figure 3" belong to a record or a place, and begin anywhere. */
const LABEL = /:\s|\b(?:figure|image|table|page|step|chapter|section|example|item|row)\s\p{N}/iu
const DUTY = /\b(?:must|mustn't|should|shouldn't|need|needs|needn't|have to|has to)\b/i
const CHANCE = /\b(?:can|can't|cannot|could|couldn't|able|unable)\b/i
const BOUND =
  /\b(?:least|most|up to|over|under|more|less|fewer|than|minimum|maximum|min|max|below|above|within|after|before|until|from|every|another)\b/gi
/** In the imperative, or said of what a button does ("Sets the spacing to 2 lines."). */
const INSTRUCTION = new RegExp(
  `^(?:(?:do not|don't|never|always|then|now|please|first|next|finally)[ ,]+)*(?:${[
    'add adjust allow apply attach avoid call change charge check choose clean clear click close configure connect',
    'contact copy create decrease define delete disable disconnect display download drag enable ensure enter follow',
    'format hold increase insert install keep leave let log make mount move open pick place plug press pull push put',
    'reboot reduce release remove repeat replace reset restart return rotate run save scroll select send set show sign',
    'slide specify start stop store swipe switch take tap touch turn type uninstall unplug update upgrade upload use',
    'verify wait write',
  ]
    .join(' ')
    .replaceAll(' ', '|')})(?:e?s)?\\b`,
  'i',
)
/** Two words of them are one denial there, and two denials elsewhere. */
const WITH_CONCORD: ReadonlySet<Language> = new Set(['fr', 'es', 'it', 'pt', 'pl', 'ru', 'uk'])

/**
 * What a sentence states; undefined for what is none or can't be judged alone: questions, headings, table rows, labels,
 * sentences about "it", and those of a language without lists.
 */
export function readStatement(sentence: string, language: Language): Statement | undefined {
  const small = smallWords(language)
  const negation = negationWords(language)
  const text = sentence.replace(LIST_MARK, '')
  if (small === undefined || negation === undefined || text.length > LONGEST || !FULL_STOP.test(text)) return undefined
  if (LABEL.test(text) || !/^["'“‘„«(¿¡]?[\p{L}\p{N}]/u.test(text)) return undefined
  const isEnglish = language === 'en'
  if (isEnglish && LEANS.test(text)) return undefined

  const words = wordsOf(text)
  const negations = words.filter(negation.denies).length
  if (negations > 1 && !WITH_CONCORD.has(language)) return undefined
  const quantities = readQuantities(text, small)
  const state = isEnglish ? findState(text) : undefined
  const terms = new Set<string>()
  for (const { surface, term, start, end } of tokenize(text, language)) {
    const word = surface.toLowerCase().replaceAll('’', "'")
    const isCounted = [...quantities, ...(state === undefined ? [] : [state])].some(
      (span) => start < span.end && end > span.start,
    )
    if (isCounted || HEDGES.has(word) || negation.denies(word) || small.conditions.has(word)) continue
    terms.add(term)
  }
  const rest = isEnglish ? '' : smallRest(text, language, small, negation)
  return {
    terms,
    quantities,
    isNegated: negations > 0,
    state,
    // "Qu'un": what is shortened stands before the apostrophe.
    isConditional: words.some((word) => small.conditions.has(word.replace(/'.*$/, ''))),
    // Nobody has listed the commands of other languages.
    isInstruction: !isEnglish || INSTRUCTION.test(text),
    mood: isEnglish ? `${DUTY.test(text)} ${CHANCE.test(text)}` : rest,
    bounds: isEnglish ? (text.toLowerCase().match(BOUND) ?? []).toSorted().join(' ') : rest,
  }
}

/** The small words that neither deny nor fill: where nobody has told what they do, they must be the same. */
function smallRest(text: string, language: Language, small: SmallWords, { denies }: NegationWords): string {
  const content = new Set(tokenize(text, language).map(({ surface }) => surface.toLowerCase()))
  return wordsOf(text)
    .map((word) => (language === 'fr' ? word.replace(/^n'/, '') : word))
    .filter((word) => !content.has(word) && !small.fillers.has(word) && !denies(word))
    .filter((word) => /^\p{L}/u.test(word) && !small.numbers.has(word))
    .toSorted()
    .join(' ')
}
