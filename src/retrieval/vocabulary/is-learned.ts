/** Shorter words have no neighbours worth the name, and what is longer is a code or a hash. */
export const SHORTEST = 3
export const LONGEST = 40

/** Whether the vocabulary would have the term if a page had it: of others it can't tell that no page has them. */
export function isLearned(term: string): boolean {
  return term.length >= SHORTEST && term.length <= LONGEST && /^[a-z]/.test(term)
}
