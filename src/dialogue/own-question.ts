import { analyze, type Language } from '../analysis/index.ts'
import { LANGUAGES } from './languages.ts'
import { foldMessage } from './message-pattern.ts'

/** A kind of things that the user has some of, such as orders, in the words that people have for them. */
export interface OwnThing {
  /** "Order", "package". */
  readonly names: readonly string[]
  /** Of its attributes: "Tracking number". */
  readonly labels: readonly string[]
  /** Values that many things share: "Shipped". */
  readonly options: readonly string[]
  /** What one of them is known by: "ORDER-12345". */
  readonly ids: readonly string[]
}

/** A thing that was asked for: those with the ids, or all when none is named. */
export interface OwnMention<T extends OwnThing> {
  readonly thing: T
  readonly ids: readonly string[]
}

/** What a piece of a message says, as bits: a whole message says what its pieces do. */
const NOTHING = 0
const MINE = 1
const NAME = 2
const ASK = 4
const LABEL = 8
const ID = 16

/** Longer messages tell of something else, too. */
const MAX_UNITS = 60
/** Of a phrase, a label or an id. */
const MAX_PHRASE_UNITS = 24
/** A name's forms begin alike. */
const SAME_BEGINNING = 3

const SPACELESS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
/** Words; single characters where no spaces tell words apart, or particles are written onto them. */
const UNIT = new RegExp(`[${SPACELESS}ー]|[^ ${SPACELESS}ー]+`, 'gu')
const SPACELESS_UNIT = new RegExp(`^[${SPACELESS}]`, 'u')

/** What a phrase (units with spaces between) can say. */
type Lexicon = Map<string, number[]>

/**
 * The things of the user's own that a message asks for the state of, and for nothing else: "Where is my order?", "Is
 * ORDER-12345 shipped?", but neither "How do I cancel my order?" nor "When do orders arrive?". Precision comes first:
 * every word of the message must be known as a part of such a question, in one language.
 * @param language the conversation's; the others are tried as well, since short messages hardly tell theirs
 * @param options.isFollowUp the message follows an answer about these things, so that it need not name them
 */
export function readOwnQuestion<T extends OwnThing>(
  message: string,
  language: Language,
  things: readonly T[],
  options: { readonly isFollowUp?: boolean } = {},
): OwnMention<T>[] {
  const units = unitsOf(message)
  if (units.length === 0 || units.length > MAX_UNITS) return []
  const said = joined(units)
  const isFollowUp = options.isFollowUp === true
  const isAsked = isFollowUp ? asksOn : asksForOwn
  const codes = [...new Set([language, 'en', ...Object.keys(LANGUAGES)])]
  return things.flatMap((thing) => {
    const ids = thing.ids.filter((id) => isIn(said, joined(unitsOf(id))))
    const names = thing.names.map(unitsOf)
    const isMeant = codes.some((code) => {
      const words = wordsOf(code)
      if (words === undefined) return false
      const owned = ownForms(names, words.endings)
      // Most questions end here: nothing in them is anybody's own.
      const mayBe = isFollowUp || ids.length > 0 || [...words.owners, ...owned].some((phrase) => isIn(said, phrase))
      return mayBe && readings(units, words.lexicon, describe(thing, ids, names, owned, code), code).some(isAsked)
    })
    return isMeant ? [{ thing, ids }] : []
  })
}

/** A label may be a verb as well ("Refund"): it is one only beside a word that asks. */
function asksForOwn(said: number): boolean {
  const isNamed = (said & ID) !== 0 || ((said & MINE) !== 0 && (said & NAME) !== 0)
  return isNamed && ((said & LABEL) === 0 || (said & ASK) !== 0)
}

function asksOn(said: number): boolean {
  return (said & ASK) !== 0
}

/** All that a message can say when it is cut into known pieces; nothing when it cannot. */
function readings(units: readonly string[], words: Lexicon, thing: Description, language: Language): number[] {
  const stems = units.map((unit) => stemOf(unit, language))
  const reached = Array.from({ length: units.length + 1 }, () => new Set<number>())
  reached[0]?.add(NOTHING)
  for (const [at, before] of reached.entries()) {
    if (before.size === 0) continue
    for (let end = at + 1; end <= Math.min(units.length, at + MAX_PHRASE_UNITS); end++) {
      const phrase = units.slice(at, end).join(' ')
      const pieces = [
        ...(words.get(phrase) ?? []),
        ...(thing.words.get(phrase) ?? []),
        ...(thing.stems.get(stems.slice(at, end).join(' ')) ?? []),
      ]
      for (const piece of pieces) for (const said of before) reached[end]?.add(said | piece)
    }
  }
  return [...(reached.at(-1) ?? [])]
}

interface Description {
  readonly words: Lexicon
  readonly stems: Lexicon
}

/** A thing's own words in a language. Names and labels are known in all their forms, options and ids as they are. */
function describe(
  thing: OwnThing,
  ids: readonly string[],
  names: readonly (readonly string[])[],
  owned: readonly string[],
  language: Language,
): Description {
  const words: Lexicon = new Map()
  const stems: Lexicon = new Map()
  for (const name of names) add(stems, stemsOf(name, language), NAME)
  for (const form of owned) add(words, form, MINE | NAME)
  for (const label of thing.labels.map(unitsOf)) {
    // Several words in a row are no verb.
    const isPhrase = label.length > 1 && !SPACELESS_UNIT.test(label[0] ?? '')
    add(stems, stemsOf(label, language), isPhrase ? LABEL | ASK : LABEL)
  }
  for (const option of thing.options) add(words, joined(unitsOf(option)), LABEL)
  for (const id of ids) add(words, joined(unitsOf(id)), ID)
  return { words, stems }
}

/** The forms of names that say by their ending that the thing is the speaker's, as phrases. */
function ownForms(names: readonly (readonly string[])[], endings: readonly string[]): string[] {
  if (endings.length === 0) return []
  const regular = names.flatMap((name) => endings.map((ending) => `${joined(name)}${ending}`))
  return [...regular, ...names.filter((name) => isPossessed(name, names, endings)).map(joined)]
}

/** Whether a name is given in its possessive form beside its plain one, for languages that change the word itself. */
function isPossessed(
  [word = '', ...more]: readonly string[],
  names: readonly (readonly string[])[],
  endings: readonly string[],
): boolean {
  if (more.length > 0 || !endings.some((ending) => word.endsWith(ending))) return false
  const beginning = word.slice(0, SAME_BEGINNING)
  return names.some(([other = '', ...rest]) => {
    return rest.length === 0 && other.length < word.length && other.startsWith(beginning)
  })
}

interface Words {
  readonly lexicon: Lexicon
  /** My and our, as phrases. */
  readonly owners: readonly string[]
  readonly endings: readonly string[]
}
const known = new Map<string, Words>()

/** A language's words are prepared at first use. */
function wordsOf(code: string): Words | undefined {
  const prepared = known.get(code)
  if (prepared !== undefined) return prepared
  const words = LANGUAGES[code]
  if (words === undefined) return undefined
  const { mine, endings, asks, around } = words.own
  const lexicon: Lexicon = new Map()
  const owners = phrasesOf(mine)
  for (const phrase of owners) add(lexicon, phrase, MINE)
  for (const phrase of phrasesOf(asks)) add(lexicon, phrase, ASK)
  for (const phrase of phrasesOf(`${around}|${words.fillers}`)) add(lexicon, phrase, NOTHING)
  const made = { lexicon, owners, endings: endings === undefined ? [] : phrasesOf(endings) }
  known.set(code, made)
  return made
}

function phrasesOf(list: string): string[] {
  return list.split('|').map((phrase) => joined(unitsOf(phrase)))
}

function add(lexicon: Lexicon, phrase: string, says: number): void {
  if (phrase !== '') lexicon.set(phrase, [...(lexicon.get(phrase) ?? []), says])
}

function unitsOf(text: string): string[] {
  return foldMessage(text).match(UNIT) ?? []
}

function joined(units: readonly string[]): string {
  return units.join(' ')
}

function isIn(said: string, phrase: string): boolean {
  return phrase !== '' && ` ${said} `.includes(` ${phrase} `)
}

function stemsOf(units: readonly string[], language: Language): string {
  return units.map((unit) => stemOf(unit, language)).join(' ')
}

function stemOf(unit: string, language: Language): string {
  return analyze(unit, language)[0] ?? unit
}
