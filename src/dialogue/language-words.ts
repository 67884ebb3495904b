/** What the words of a user mean, besides a question about the library. */
export const INTENTS = ['human', 'unhelpful', 'thanks', 'no', 'yes', 'greeting', 'vague'] as const
export type SpokenIntent = (typeof INTENTS)[number]

/** What the agent says by itself. */
export const PHRASES = [
  'greeting',
  'clarifyingQuestion',
  'clarifyingChoice',
  'noAnswerWithOffer',
  'noAnswer',
  'askForDetail',
  'offerHuman',
  'handingOver',
  'closing',
  'anythingElse',
  'checkIn',
  'checkInWithOffer',
  'chooseOption',
  'invalidValue',
] as const
export type Phrase = (typeof PHRASES)[number]

export const RATING_KEYS = ['terrible', 'bad', 'ok', 'good', 'amazing'] as const
export type RatingKey = (typeof RATING_KEYS)[number]

/**
 * How people ask after something of their own ("Where is my order?"), each with `|` between. A message counts only when it
 * is wholly made of these, fillers, and the names of a thing and its parts: so none of them may be a word for doing
 * something to the thing, nor one for how to.
 */
export interface OwnWords {
  /** My and our, in all their forms. */
  readonly mine: string
  /** What a noun ends with when it is mine, where languages say it so. */
  readonly endings?: string
  /** Words that ask for a state: where, when, status, arrive. */
  readonly asks: string
  /** Articles, auxiliaries, pronouns and the like. */
  readonly around: string
}

/**
 * One language of the dialogue.
 *
 * Patterns describe whole messages, lower case, without punctuation and apostrophes: `(a|b)` is one of several, `[a|b]`
 * the same or nothing, and a word stands for itself. A message is understood when it consists of patterns of one intent
 * with fillers around them, and at most one between two parts of a pattern; so a pattern must not be something that a
 * question about a product could be made of.
 */
export interface LanguageWords {
  /** Written without spaces between words: patterns and messages are compared without any. */
  readonly isSpaceless?: boolean
  /** Politeness and small talk that change nothing, with `|` between: `please|well|by the way`. */
  readonly fillers: string
  readonly patterns: Readonly<Record<SpokenIntent, readonly string[]>>
  readonly own: OwnWords
  /** `{topics}` in `clarifyingChoice` stands for up to three titles. */
  readonly phrases: Readonly<Record<Phrase, string>>
  /** Labels under the faces of a rating. */
  readonly ratings: Readonly<Record<RatingKey, string>>
}
