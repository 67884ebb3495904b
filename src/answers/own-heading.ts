import { analyze } from '../analysis/index.ts'
import { measureHeadingMatch, type Passage } from '../retrieval/index.ts'
import type { WeighedTerm } from './weigh-terms.ts'

/** How much the question is the heading that a passage stands under, or the title of a page that begins with it: 0 to 1. */
export function matchOwnHeading(passage: Passage, asked: readonly WeighedTerm[]): number {
  const heading = passage.headingPath.at(-1) ?? passage.title
  return measureHeadingMatch(asked, [analyze(heading, passage.language)])
}
