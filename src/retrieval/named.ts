import { analyze, isSaidIn, LIST_MARK, termsToFind, type Language, type QueryTerm } from '../analysis/index.ts'

/** What is looked at of a passage. */
export interface Named {
  readonly title: string
  readonly headingPath: readonly string[]
  readonly language: Language
  readonly text: string
  /** Of the text in its page. */
  readonly start: number
  /** Analysed terms of the passage with its title and headings. */
  readonly terms: string
}

/** Longer lines are no headings. */
const LONGEST_HEADING = 200
/** "Q:", "3.", "b)": people ask with it or without. */
const LABEL = /^\s*(?:\p{L}|\d{1,3})[.:)]\s+/u

/**
 * Whether a passage is of the section that is called what is asked, but for stop words and endings: who asks "How do I change
 * my billing address?" means the section "Changing your billing address", however often others say it. A page's title is
 * the name of its beginning.
 */
export function isNamed(question: readonly QueryTerm[], passage: Named): boolean {
  const isAsked = recognise(question, passage)
  return isAsked !== undefined && namesOf(passage).some(isAsked)
}

/**
 * Where in a passage the section begins that is called what is asked: of short sections that share a passage each has its
 * heading in a line of its own.
 * @returns UTF-16 offset into the passage's text; undefined where nothing is called so
 */
export function findNamed(question: readonly QueryTerm[], passage: Named): number | undefined {
  const isAsked = recognise(question, passage)
  if (isAsked === undefined) return undefined
  return namesOf(passage).some(isAsked) ? 0 : findLine(passage.text, isAsked)
}

/** @returns what tells whether a name is the question; undefined where no name can be */
function recognise(
  question: readonly QueryTerm[],
  { terms, language }: Named,
): ((name: string) => boolean) | undefined {
  // Its title and headings are among its terms: most passages lack one of the words, and are not read further. All
  // candidates of a search are looked at, so that a set of each one's terms would cost more than the rest of it.
  const all = ` ${terms} `
  const present = { has: (term: string) => all.includes(` ${term} `) }
  if (question.length === 0 || !question.every((word) => isSaidIn(word, present))) return undefined
  const asked = new Set(termsToFind(question))
  const isSame = (name: string) => {
    const named = new Set(analyze(name, language))
    return [...named].every((term) => asked.has(term)) && question.every((word) => isSaidIn(word, named))
  }
  return (name) => {
    if (name.length > LONGEST_HEADING) return false
    return isSame(name) || (LABEL.test(name) && isSame(name.replace(LABEL, '')))
  }
}

function namesOf({ title, headingPath, start }: Named): string[] {
  const heading = headingPath.findLast((name) => name !== title)
  if (heading === undefined) return [title]
  return start === 0 ? [heading, title] : [heading]
}

/** A line that something follows; items of lists are mostly links to what they say. */
function findLine(text: string, isAsked: (line: string) => boolean): number | undefined {
  let start = 0
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
    const line = text.slice(start, end)
    if (line !== '' && !LIST_MARK.test(line) && isAsked(line)) return start
    start = end + 1
  }
  return undefined
}
