import { tokenize } from '../analysis/index.ts'
import type { Excerpt } from './contradictions.ts'
import type { Statement } from './read-statement.ts'

interface InPlace {
  readonly statement: Statement
  readonly excerpt: Pick<Excerpt, 'title' | 'headingPath' | 'language'>
}

/** Two words may be all that a sentence is about ("Shipping costs $5."). */
const FEWEST_TERMS = 2
/** A sentence of so many words may lack one of them. */
const TERMS_FOR_A_GAP = 4

/** Whether two sentences are about the same: their content words are the same but for one, and so is what they stand under. */
export function isSameMatter(a: InPlace, b: InPlace): boolean {
  const [few, many] = [a.statement.terms, b.statement.terms].toSorted((x, y) => x.size - y.size)
  if (few === undefined || many === undefined || few.size < FEWEST_TERMS) return false
  const gap = few.size >= TERMS_FOR_A_GAP && a.statement.isConditional === b.statement.isConditional ? 1 : 0
  if (many.size - few.size > gap || [...few].some((term) => !many.has(term))) return false
  return !areSiblings(placeOf(a), placeOf(b))
}

/** Words that titles are made of and that name no subject. */
const TITLE_WORDS = new Set(
  'faq faqs guide overview introduction about help how policy policies information info questions question answers general new old archive archived page article frequently asked getting started start using use understanding learn details terms'.split(
    ' ',
  ),
)

interface Place {
  readonly terms: ReadonlySet<string>
  /** Of products, models, years: with a digit in them. */
  readonly codes: ReadonlySet<string>
}

function placeOf({ excerpt: { title, headingPath, language } }: InPlace): Place {
  const tokens = tokenize([...new Set([title, ...headingPath])].join('\n'), language).filter(
    ({ surface }) => !TITLE_WORDS.has(surface.toLowerCase()),
  )
  return {
    terms: new Set(tokens.map(({ term }) => term)),
    codes: new Set(tokens.filter(({ surface }) => /\p{N}/u.test(surface)).map(({ term }) => term)),
  }
}

/**
 * Pages of one kind about different things, such as a page for each product, platform or plan: their titles and headings
 * share words, and each has one of its own. Two that name no subject, or quite different ones, may be about the same.
 */
function areSiblings(a: Place, b: Place): boolean {
  const codes = [...a.codes].filter((code) => b.codes.has(code)).length
  if (codes < a.codes.size || codes < b.codes.size) return true
  const shared = [...a.terms].filter((term) => b.terms.has(term)).length
  return shared > 0 && shared < a.terms.size && shared < b.terms.size
}
