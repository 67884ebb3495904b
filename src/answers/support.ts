import { isSaidIn } from '../analysis/index.ts'
import { measureProximity, MOST_RARE, type Impacts, type Passage } from '../retrieval/index.ts'
import { coverage, type WeighedContextTerm, type WeighedTerm } from './weigh-terms.ts'

/** What is seen of how well a passage answers a question. */
export interface Support {
  /** The share of the words' weight that the passage has, title included: 0 to 1. */
  readonly coverage: number
  /** Shares of the words' weight that are neighbours as in the question, and near each other: 0 to 1. */
  readonly adjacent: number
  readonly near: number
  /** Words of the question that the passage has; the only word of one counts twice, earlier words by their shares. */
  readonly shared: number
  /** Cosine of both meanings; null without vectors. */
  readonly meaning: number | null
}

/**
 * @param asked the question's own words
 * @param context words of earlier messages, which count by their shares
 */
export function measureSupport(
  { terms, scores }: Pick<Passage, 'terms' | 'scores'>,
  asked: readonly WeighedTerm[],
  context: readonly WeighedContextTerm[] = [],
): Support {
  const present = new Set(terms.split(' '))
  const { adjacent, near } = measureProximity(asked, terms)
  const shared = asked.filter((term) => isSaidIn(term, present)).length
  const sharedContext = context.reduce((sum, term) => sum + (isSaidIn(term, present) ? term.share : 0), 0)
  // One shared word is chance, unless it is all that was asked: then the whole question stands there.
  const isOneWord = asked.length === 1
  return {
    coverage: coverage([...asked, ...context], terms),
    adjacent: isOneWord ? near : adjacent,
    near,
    shared: (isOneWord ? shared * 2 : shared) + sharedContext,
    meaning: scores.semantic,
  }
}

/** In the order in which they are summed. */
export const FEATURES = ['coverage', 'adjacent', 'near', 'shared', 'meaning'] as const
export type Features = Readonly<Record<(typeof FEATURES)[number], number>>

/** What is weighed. Of shared words the logarithm: the first tell most. */
export function featuresOf({ shared, meaning, ...support }: Support): Features {
  return { ...support, shared: Math.log(1 + shared), meaning: meaning ?? 0 }
}

/** How much each feature speaks for an answer, in logits. */
interface Weights extends Features {
  readonly bias: number
}

/**
 * Logistic regression of "the best passage is of a right page" on the questions of emanual, and as many about other
 * things, by `npm run bench:calibrate`; docs/quality.md reports it on the other sets.
 */
const BY_WORDS: Weights = { coverage: 2.03, adjacent: 1.36, near: 1.32, shared: 2.86, meaning: 0, bias: -6.79 }
const BY_MEANING: Weights = { coverage: 0.9, adjacent: 0.96, near: 1.66, shared: 1.79, meaning: 4.19, bias: -6.69 }

/**
 * In logits, for each that the rarest word weighs less than in the libraries that the weights were fitted to. Some passage
 * of a large library has half of any question by chance; of a small one hardly any has.
 */
const SMALL_LIBRARY = 0.25

/**
 * How likely the passage is to answer the question, where as many questions can be answered as not: 0 to 1.
 * @param rarest what the rarest word of the library weighs
 */
export function confidenceOf(support: Support, { rarest }: Pick<Impacts, 'rarest'>): number {
  const weights = support.meaning === null ? BY_WORDS : BY_MEANING
  const features = featuresOf(support)
  const ofSupport = FEATURES.reduce((sum, name) => sum + weights[name] * features[name], 0)
  const logit = ofSupport + weights.bias + SMALL_LIBRARY * (MOST_RARE - rarest)
  return 1 / (1 + Math.exp(-logit))
}
