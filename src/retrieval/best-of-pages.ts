import type { Passage } from './passage.ts'

/**
 * The best passages, best first, at most so many of each page.
 * @param passages each text once
 */
export function bestOfPages(passages: readonly Passage[], perPage: number): Passage[] {
  const ofPage = new Map<number, number>()
  const ordered = passages.toSorted((a, b) => b.scores.fused - a.scores.fused || a.chunkId - b.chunkId)
  return ordered.filter(({ pageId }) => {
    const before = ofPage.get(pageId) ?? 0
    ofPage.set(pageId, before + 1)
    return before < perPage
  })
}
