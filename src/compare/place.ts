import { tokenize, type Language } from '../analysis/index.ts'

/** Where a passage stands. */
export interface Place {
  readonly title: string
  readonly headingPath: readonly string[]
  readonly language: Language
}

/** Words that titles are made of and that name no subject. */
const TITLE_WORDS = new Set(
  'faq faqs guide overview introduction about help how policy policies information info questions question answers general new old archive archived page article frequently asked getting start started use using understanding learn details terms'.split(
    ' ',
  ),
)

/**
 * How what two pages are about is related. `siblings` are of one kind and about different things, such as a page for each
 * product, platform or plan: their titles and headings share words, and each has one of its own. A page that names no
 * subject, such as a list of questions, may be about that of any other.
 */
export function relate(a: Place, b: Place): 'same' | 'siblings' | 'unrelated' {
  const [one, other] = [subjectOf(a), subjectOf(b)]
  const codes = [...one.codes].filter((code) => other.codes.has(code)).length
  if (codes < one.codes.size || codes < other.codes.size) return 'siblings'
  const shared = [...one.terms].filter((term) => other.terms.has(term)).length
  if (shared === Math.min(one.terms.size, other.terms.size)) return 'same'
  return shared === 0 ? 'unrelated' : 'siblings'
}

/** Whether one of a sentence's words names what the page or section is about. */
export function isNamedBy(terms: ReadonlySet<string>, place: Place): boolean {
  return [...subjectOf(place).terms].some((term) => terms.has(term))
}

interface Subject {
  readonly terms: ReadonlySet<string>
  /** Of products, models, years: with a digit in them. */
  readonly codes: ReadonlySet<string>
}

function subjectOf({ title, headingPath, language }: Place): Subject {
  const tokens = tokenize([...new Set([title, ...headingPath])].join('\n'), language).filter(
    ({ surface }) => !TITLE_WORDS.has(surface.toLowerCase()),
  )
  return {
    terms: new Set(tokens.map(({ term }) => term)),
    codes: new Set(tokens.filter(({ surface }) => /\p{N}/u.test(surface)).map(({ term }) => term)),
  }
}
