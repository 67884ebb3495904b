import { styleText } from 'node:util'

/** How many pages came to which end. */
export interface Totals {
  created: number
  updated: number
  unchanged: number
  failed: number
}

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
export class Progress {
  readonly #output: ProgressOutput
  readonly #now: () => number
  /** How many pages there are; undefined while nobody knows. */
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

  /** Shows how far it is, if it was not shown just now. */
  update(totals: Totals): void {
    const isTerminal = this.#output.isTTY === true
    if (this.#now() - this.#shownAt < (isTerminal ? REDRAW_MS : LINE_EVERY_MS)) return
    this.#shownAt = this.#now()
    const line = describe(totals, this.#total, this.#elapsedSeconds())
    if (!isTerminal) {
      this.#output.write(`${line}\n`)
      return
    }
    const width = this.#output.columns ?? 80
    this.#output.write(`\r\u001b[K${`${bar(totals, this.#total)}${line}`.slice(0, width - 1)}`)
    this.#isDrawn = true
  }

  /** Tells of a page that failed. */
  fault(origin: string, reason: string): void {
    this.clear()
    this.#output.write(`${styleText('red', 'failed', { stream: process.stderr })} ${origin}: ${reason}\n`)
  }

  /** Takes the bar away, so that something else can be written. */
  clear(): void {
    if (this.#isDrawn) this.#output.write('\r\u001b[K')
    this.#isDrawn = false
  }

  /** The last line: what became of the pages. */
  summary(totals: Totals): string {
    const { created, updated, unchanged, failed } = totals
    const counts = [`${created} created`, `${updated} updated`, `${unchanged} unchanged`, `${failed} failed`]
    return `${counts.join(', ')} in ${this.#elapsedSeconds().toFixed(1)} s`
  }

  #elapsedSeconds(): number {
    return (this.#now() - this.#startedAt) / 1_000
  }
}

function describe(totals: Totals, total: number | undefined, seconds: number): string {
  const done = countDone(totals)
  const of = total === undefined ? '' : ` of ${total}`
  const failed = totals.failed === 0 ? '' : `, ${totals.failed} failed`
  return `${done}${of} pages${failed}, ${Math.round(done / Math.max(seconds, 0.001))} a second`
}

function bar(totals: Totals, total: number | undefined): string {
  if (total === undefined || total === 0) return ''
  const filled = Math.min(BAR_WIDTH, Math.floor((countDone(totals) / total) * BAR_WIDTH))
  return `[${'='.repeat(filled)}${' '.repeat(BAR_WIDTH - filled)}] `
}

function countDone({ created, updated, unchanged, failed }: Totals): number {
  return created + updated + unchanged + failed
}
