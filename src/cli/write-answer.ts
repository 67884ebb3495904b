import { ageOf } from './age-of.ts'
import { printable, styled } from './terminal.ts'

interface Titled {
  readonly title: string
  readonly url: string
}

/** The fields of `POST /dorsal/v1/answers` that are shown. */
export interface WireAnswer {
  readonly status: 'answered' | 'refused'
  readonly body_text: string
  readonly citations: readonly (Titled & {
    /** Unix seconds. */
    readonly updated_at: number
    readonly also_on: readonly Titled[]
  })[]
  /** For teammates only. */
  readonly contradictions?: readonly {
    readonly statements: readonly (Titled & { readonly quote: string; readonly updated_at: number })[]
  }[]
  readonly took_ms: number
}

/**
 * An answer as people read it: text, numbered citations with their age, then pages that contradict it.
 * @param now milliseconds since the epoch
 */
export function writeAnswer(answer: WireAnswer, now: number): string {
  const took = styled('dim', `(${Math.round(answer.took_ms)} ms)`)
  const text = printable(answer.body_text)
  if (answer.status === 'refused') return `${styled('yellow', 'Refused:')} ${text} ${took}`
  const age = (updatedAt: number) => styled('dim', `(updated ${ageOf(updatedAt, now)})`)
  const citations = answer.citations.flatMap((citation, index) => [
    `  [${index + 1}] ${named(citation)}  ${age(citation.updated_at)}`,
    ...citation.also_on.map((page) => `      also on: ${named(page)}`),
  ])
  const contradictions = (answer.contradictions ?? []).flatMap(({ statements }) => [
    '',
    styled('yellow', 'These pages contradict each other:'),
    ...statements.flatMap((statement) => [
      `  "${printable(statement.quote).replaceAll('\n', ' ')}"`,
      `      ${named(statement)}  ${age(statement.updated_at)}`,
    ]),
  ])
  // A page without a URL may be answered from, but is not named.
  const sources = citations.length === 0 ? ['  (from a page without a public URL)'] : citations
  return [text, '', ...sources, ...contradictions, took].join('\n')
}

function named({ title, url }: Titled): string {
  return `${printable(title)}  ${styled('cyan', printable(url))}`
}
