import { isSaidIn, type QueryTerm } from '../analysis/index.ts'

/**
 * How much a question and one of these headings are the same words: those they share among those that either has, 0 to 1.
 * "What is a citation?" is the heading "Citations", and hardly "How citation precision is measured".
 * @param headings analysed terms of each, the title among them
 */
export function measureHeadingMatch(question: readonly QueryTerm[], headings: readonly (readonly string[])[]): number {
  let best = 0
  for (const heading of headings) {
    const words = new Set(heading)
    const shared = question.filter((term) => isSaidIn(term, words)).length
    if (shared > 0) best = Math.max(best, shared / Math.max(question.length, question.length + words.size - shared))
  }
  return best
}
