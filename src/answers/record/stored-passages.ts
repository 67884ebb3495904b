/** About 3 MB; a library that is asked about has fewer that answers use on a day. */
const CAPACITY = 20_000

/**
 * Passages that this process has stored today: they need not be sent again. Only of one day, since each day's use is
 * noted; and only what is committed. A passage of a page that was deleted since is never found again.
 */
export class StoredPassages {
  #day = ''
  readonly #keys = new Set<string>()

  has(day: string, workspaceId: number, hash: string): boolean {
    return day === this.#day && this.#keys.has(keyOf(workspaceId, hash))
  }

  add(day: string, workspaceId: number, hashes: readonly string[]): void {
    if (day !== this.#day || this.#keys.size > CAPACITY) this.#keys.clear()
    this.#day = day
    for (const hash of hashes) this.#keys.add(keyOf(workspaceId, hash))
  }
}

function keyOf(workspaceId: number, hash: string): string {
  return `${workspaceId} ${hash}`
}
