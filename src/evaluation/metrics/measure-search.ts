import type { Grades } from '../dataset/dataset.ts'
import type { Measures } from './metric.ts'
import { hit, isRelevant, ndcg, recall, reciprocalRank } from './ranking.ts'

/** How many results are asked for. */
export const SEARCH_DEPTH = 10

/** What an answerable question adds to the metrics of search; nothing when no page is relevant to it. */
export function measureSearch(ranking: readonly string[], grades: Grades): Measures {
  if (![...grades.keys()].some((page) => isRelevant(page, grades))) return {}
  return {
    'ndcg@10': [ndcg(ranking, grades, SEARCH_DEPTH), 1],
    'recall@10': [recall(ranking, grades, SEARCH_DEPTH), 1],
    'mrr@10': [reciprocalRank(ranking, grades, SEARCH_DEPTH), 1],
    'hit@5': [hit(ranking, grades, 5), 1],
  }
}
