import { inContext } from '../analysis/index.ts'

/** What search needs of a reranker: a score a passage, higher is better; undefined when it can't answer now. */
export type PassageReranker = (query: string, passages: readonly string[]) => Promise<readonly number[] | undefined>

/** What is read of a passage, and what is told of it. */
interface Readable {
  readonly title: string
  readonly headingPath: readonly string[]
  readonly text: string
  readonly scores: { readonly reranked: number | null; readonly fused: number }
}

/** Passages that the reranker reads, best first. */
export const RERANKED = 30

/** Share of the reranker in the order; the rest is what words and vectors found, which it may not throw over alone. */
const RERANKER_WEIGHT = 0.8

/**
 * Passages in a new order: those that the reranker read, by its scores and by theirs, then the rest.
 * @returns undefined when the reranker can't answer now
 */
export async function rerankPassages<P extends Readable>(
  reranker: PassageReranker,
  query: string,
  passages: readonly P[],
): Promise<readonly P[] | undefined> {
  const read = passages.slice(0, RERANKED)
  const scores = await reranker(
    query,
    read.map(({ title, headingPath, text }) => inContext(title, headingPath, text)),
  )
  if (scores === undefined) return undefined
  const reach = spread(scores)
  const most = Math.max(...read.map((passage) => passage.scores.fused), Number.MIN_VALUE)
  const reranked = read
    .map((passage, index) => {
      const score = scores[index] ?? 0
      const share = reach.width === 0 ? 1 : (score - reach.least) / reach.width
      // Rerankers have scales of their own: only where a score stands among the others counts.
      const fused = RERANKER_WEIGHT * share * most + (1 - RERANKER_WEIGHT) * passage.scores.fused
      return { ...passage, scores: { ...passage.scores, reranked: score, fused } }
    })
    .toSorted((a, b) => b.scores.fused - a.scores.fused)
  const least = reranked.at(-1)?.scores.fused ?? 0
  const rest = passages.slice(RERANKED).map((passage) => ({
    ...passage,
    scores: { ...passage.scores, fused: Math.min(passage.scores.fused, least) },
  }))
  return [...reranked, ...rest]
}

function spread(scores: readonly number[]): { least: number; width: number } {
  const least = Math.min(...scores)
  return { least, width: Math.max(...scores) - least }
}
