const MOST_SHOWN = 20

/** Collects what is wrong with files, so that one run tells all of it; each names its file and line. */
export class Faults {
  readonly #lines: string[] = []
  #count = 0

  add(file: string, line: number | undefined, fault: string): void {
    this.#count++
    if (this.#count <= MOST_SHOWN) this.#lines.push(`${file}${line === undefined ? '' : `:${line}`}: ${fault}`)
  }

  get count(): number {
    return this.#count
  }

  /** The first faults, and how many there are besides. */
  toLines(): readonly string[] {
    const more = this.#count - this.#lines.length
    return more === 0 ? this.#lines : [...this.#lines, `and ${more} more faults`]
  }
}
