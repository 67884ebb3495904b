import type { Grades } from '../dataset/dataset.ts'

/** Pages as they were ranked, by external id, best first, each once. */
type Ranking = readonly string[]

/**
 * Normalised discounted cumulative gain: a page's grade counts less the lower it stands, and all is measured by the best
 * possible order. The gain is the grade itself, as trec_eval and the published BEIR figures have it. 0 to 1.
 */
export function ndcg(ranking: Ranking, grades: Grades, depth: number): number {
  const ideal = [...grades.values()].toSorted((a, b) => b - a)
  const found = ranking.map((page) => grades.get(page) ?? 0)
  return discountedGain(found, depth) / (discountedGain(ideal, depth) || 1)
}

/** The share of the relevant pages that stands in the first `depth`. */
export function recall(ranking: Ranking, grades: Grades, depth: number): number {
  const relevant = [...grades].filter(([, grade]) => grade > 0).map(([page]) => page)
  const top = new Set(ranking.slice(0, depth))
  return relevant.filter((page) => top.has(page)).length / (relevant.length || 1)
}

/** One over the rank of the first relevant page in the first `depth`; 0 without one. */
export function reciprocalRank(ranking: Ranking, grades: Grades, depth: number): number {
  const index = ranking.slice(0, depth).findIndex((page) => isRelevant(page, grades))
  return index === -1 ? 0 : 1 / (index + 1)
}

/** 1 when a relevant page stands in the first `depth`, else 0. */
export function hit(ranking: Ranking, grades: Grades, depth: number): number {
  return ranking.slice(0, depth).some((page) => isRelevant(page, grades)) ? 1 : 0
}

export function isRelevant(page: string, grades: Grades): boolean {
  return (grades.get(page) ?? 0) > 0
}

function discountedGain(grades: readonly number[], depth: number): number {
  return grades.slice(0, depth).reduce((sum, grade, index) => sum + grade / Math.log2(index + 2), 0)
}
