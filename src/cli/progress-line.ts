/** Where progress is shown. */
export interface ProgressOutput {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

const REDRAW_MS = 100
const LINE_EVERY_MS = 5_000
const BAR_WIDTH = 24

/** A bar that is redrawn on a terminal; elsewhere a line every few seconds. */
export class ProgressLine {
  readonly #output: ProgressOutput
  readonly #now: () => number
  /** How many there are; undefined while nobody knows. */
  readonly #total: number | undefined
  readonly #startedAt: number
  #shownAt: number
  #isDrawn = false

  constructor(output: ProgressOutput, total: number | undefined, now: () => number = () => performance.now()) {
    this.#output = output
    this.#total = total
    this.#now = now
    this.#startedAt = now()
    this.#shownAt = this.#startedAt
  }

  get elapsedSeconds(): number {
    return (this.#now() - this.#startedAt) / 1_000
  }

  /**
   * Shows how far it is, if it was not shown just now.
   * @param what is being counted, and what else there is to say
   */
  show(done: number, what: string): void {
    const isTerminal = this.#output.isTTY === true
    if (this.#now() - this.#shownAt < (isTerminal ? REDRAW_MS : LINE_EVERY_MS)) return
    this.#shownAt = this.#now()
    const of = this.#total === undefined ? '' : ` of ${this.#total}`
    const line = `${done}${of} ${what}, ${Math.round(done / Math.max(this.elapsedSeconds, 0.001))} a second`
    if (!isTerminal) {
      this.#output.write(`${line}\n`)
      return
    }
    const width = this.#output.columns ?? 80
    this.#output.write(`\r\u001b[K${`${bar(done, this.#total)}${line}`.slice(0, width - 1)}`)
    this.#isDrawn = true
  }

  /** Takes the bar away, so that something else can be written. */
  clear(): void {
    if (this.#isDrawn) this.#output.write('\r\u001b[K')
    this.#isDrawn = false
  }
}

function bar(done: number, total: number | undefined): string {
  if (total === undefined || total === 0) return ''
  const filled = Math.min(BAR_WIDTH, Math.floor((done / total) * BAR_WIDTH))
  return `[${'='.repeat(filled)}${' '.repeat(BAR_WIDTH - filled)}] `
}
