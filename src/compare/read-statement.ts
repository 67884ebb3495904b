import { tokenize, type Language } from '../analysis/index.ts'
import { sideOf, tellsState } from './opposites.ts'
import { readQuantities, type Quantity } from './quantities.ts'
import { isNegation, smallWords } from './small-words.ts'

/** What a sentence says, taken apart: what it is about, and what could be said otherwise about the same. */
export interface Statement {
  /** Analysed words that carry content, without those below. */
  readonly terms: ReadonlySet<string>
  readonly quantities: readonly Quantity[]
  readonly isNegated: boolean
  /** States of which there is an opposite: by axis, whether it is the second side. */
  readonly sides: ReadonlyMap<string, boolean>
  /** Holds in some cases only. */
  readonly isConditional: boolean
  /** What must be and what can be don't deny what is; told of English only. */
  readonly mood: string
}

const LONGEST = 400
const FULL_STOP = /[.!。।]["'”’)\]]*$/
const LIST_MARK = /^\s*(?:\d{1,3}[.)]|[-•*])\s+/
/** Says nothing about what a sentence is about: how surely or how often. */
const HEDGES = new Set(
  'usually normally typically generally currently now about approximately around roughly also already always longer still'.split(
    ' ',
  ),
)
/** Its subject, or what it is true of, stands in another sentence. */
const LEANS =
  /^(?:it|they|that|he|she|here|there|both|each|either|one)\b|\b(?:this|these|those|such|above|below|following|previous)\b/i
/** "Launch date: 2023" and "see figure 3" belong to a record or a place, and begin anywhere. */
const LABEL = /:\s|\b(?:figure|image|table|page|step|chapter|section|example|item|row)\s\p{N}/iu
const DUTY = /\b(?:must|mustn't|should|shouldn't|need|needs|needn't|have to|has to)\b/i
const CHANCE = /\b(?:can|can't|cannot|could|couldn't|able|unable)\b/i

/**
 * What a sentence states; undefined for what is none or can't be judged alone: questions, headings, table rows, labels,
 * sentences about "it", and those of a language without lists.
 */
export function readStatement(sentence: string, language: Language): Statement | undefined {
  const small = smallWords(language)
  const text = sentence.replace(LIST_MARK, '')
  if (small === undefined || text.length > LONGEST || !FULL_STOP.test(text)) return undefined
  if (LABEL.test(text) || !/^["'“‘„«(]?[\p{L}\p{N}]/u.test(text)) return undefined
  if (language === 'en' && LEANS.test(text)) return undefined

  const quantities = readQuantities(text, small)
  const words = (text.toLowerCase().match(/[\p{L}\p{M}]+(?:['’]\p{L}+)*/gu) ?? []).map((word) =>
    word.replaceAll('’', "'"),
  )
  const telling = language === 'en' && tellsState(text)
  const sides = new Map<string, boolean>()
  for (const word of telling ? words : []) {
    const side = sideOf(word)
    if (side !== undefined) sides.set(side.axis, side.isSecond)
  }
  const terms = new Set<string>()
  for (const { surface, term, start, end } of tokenize(text, language)) {
    const word = surface.toLowerCase().replaceAll('’', "'")
    const isCounted = quantities.some((quantity) => start < quantity.end && end > quantity.start)
    if (isCounted || isNegation(word, small) || small.conditions.has(word)) continue
    if ((telling && sideOf(word) !== undefined) || HEDGES.has(word)) continue
    terms.add(term)
  }
  return {
    terms,
    quantities,
    isNegated: words.filter((word) => isNegation(word, small)).length % 2 === 1,
    sides,
    isConditional: words.some((word) => small.conditions.has(word)),
    mood: language === 'en' ? `${DUTY.test(text)} ${CHANCE.test(text)}` : '',
  }
}
