import { isNewer, passagesAgainst, type Stretch } from '../compare/index.ts'
import type { Passage } from '../retrieval/index.ts'

interface Rated {
  readonly passage: Passage
  readonly rating: number
  readonly isSupported: boolean
}

/**
 * The passage to answer from: the chosen one, or a newer one of another page that contradicts it and is nearly as good.
 * @param nearly the share of the chosen one's rating that is nearly as good
 * @param quote what would be quoted of a passage
 */
export function preferNewer<T extends Rated>(
  chosen: T | undefined,
  ranked: readonly T[],
  nearly: number,
  quote: (passage: Passage) => Stretch,
): T | undefined {
  if (chosen === undefined || !chosen.isSupported) return chosen
  const rivals = ranked.filter(
    ({ passage, rating, isSupported }) =>
      isSupported &&
      passage.suspicions.length === 0 &&
      rating >= nearly * chosen.rating &&
      isNewer(passage, chosen.passage),
  )
  if (rivals.length === 0) return chosen
  const against = passagesAgainst(quote(chosen.passage), [chosen.passage, ...rivals.map(({ passage }) => passage)])
  return rivals.find(({ passage }) => against.includes(passage)) ?? chosen
}
