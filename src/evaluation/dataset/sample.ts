import { makeRandom } from '../statistics/random.ts'

/** `count` of the items, the same ones at every call, in their order; all of them when there are no more. */
export function sample<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items]
  const random = makeRandom()
  const places = items.map((_, index) => index)
  // The first places of a Fisher-Yates shuffle.
  for (let index = 0; index < count; index++) {
    const other = index + Math.floor(random() * (places.length - index))
    const [here, there] = [places[index] ?? 0, places[other] ?? 0]
    places[index] = there
    places[other] = here
  }
  const chosen = new Set(places.slice(0, count))
  return items.filter((_, index) => chosen.has(index))
}
