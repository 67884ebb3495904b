/**
 * A map that forgets: two generations of at most `capacity` entries each, so memory stays bounded and the words
 * in use survive. Cheaper than a true LRU, which would reorder on every read of a very hot path.
 */
export interface BoundedCache<V> {
  get(key: string): V | undefined
  set(key: string, value: V): void
}

/** Makes an empty cache that holds at most `2 * capacity` entries. */
export function createBoundedCache<V>(capacity: number): BoundedCache<V> {
  let young = new Map<string, V>()
  let old = new Map<string, V>()

  function set(key: string, value: V): void {
    if (young.size >= capacity) {
      old = young
      young = new Map()
    }
    young.set(key, value)
  }

  function get(key: string): V | undefined {
    const hit = young.get(key)
    if (hit !== undefined) return hit
    const older = old.get(key)
    if (older !== undefined) set(key, older)
    return older
  }

  return { get, set }
}

/**
 * A copy of the string that does not share memory with it. A slice of a page keeps the whole page alive in V8;
 * a cached key must not.
 */
export function detached(text: string): string {
  return ` ${text}`.slice(1)
}
