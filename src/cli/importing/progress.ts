import { styleText } from 'node:util'
import { ProgressLine, type ProgressOutput } from '../progress-line.ts'

/** How many pages came to which end. */
export interface Totals {
  created: number
  updated: number
  unchanged: number
  failed: number
}

/** How an import goes on: a line of progress, and the pages that failed. */
export class Progress {
  readonly #output: ProgressOutput
  readonly #line: ProgressLine

  /** @param total is undefined while nobody knows how many pages there are */
  constructor(output: ProgressOutput, total: number | undefined, now?: () => number) {
    this.#output = output
    this.#line = new ProgressLine(output, total, now)
  }

  /** Shows how far it is, if it was not shown just now. */
  update(totals: Totals): void {
    const { created, updated, unchanged, failed } = totals
    this.#line.show(created + updated + unchanged + failed, `pages${failed === 0 ? '' : `, ${failed} failed`}`)
  }

  /** Tells of a page that failed. */
  fault(origin: string, reason: string): void {
    this.clear()
    this.#output.write(`${styleText('red', 'failed', { stream: process.stderr })} ${origin}: ${reason}\n`)
  }

  /** Takes the bar away, so that something else can be written. */
  clear(): void {
    this.#line.clear()
  }

  /** The last line: what became of the pages. */
  summary(totals: Totals): string {
    const { created, updated, unchanged, failed } = totals
    const counts = [`${created} created`, `${updated} updated`, `${unchanged} unchanged`, `${failed} failed`]
    return `${counts.join(', ')} in ${this.#line.elapsedSeconds.toFixed(1)} s`
  }
}
