import { ageOf } from './age-of.ts'
import { printable, styled } from './terminal.ts'

/** A contradiction as the server tells it. */
export interface WireContradiction {
  readonly newer_page_id: string | null
  readonly statements: readonly {
    readonly page_id: string
    readonly title: string
    readonly url: string | null
    readonly quote: string
    /** When the page's content last changed, in Unix seconds. */
    readonly updated_at: number
  }[]
}

/**
 * Lines that tell which pages contradict each other, in which words, and which one is newer; none where none do.
 * @param now milliseconds since the epoch
 */
export function writeContradictions(contradictions: readonly WireContradiction[], now: number): string[] {
  return contradictions.flatMap(({ newer_page_id: newer, statements }) => [
    '',
    styled('yellow', 'These pages contradict each other:'),
    ...statements.flatMap(({ page_id: id, title, url, quote, updated_at: updatedAt }) => [
      `  "${printable(quote).replaceAll('\n', ' ')}"`,
      `      ${printable(title)}  ${styled('cyan', printable(url ?? ''))}  ` +
        styled('dim', `(updated ${ageOf(updatedAt, now)}${id === newer ? ', newer' : ''})`),
    ]),
  ])
}
