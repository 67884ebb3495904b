import { printable, styled } from './terminal.ts'

/** The fields of `POST /dorsal/v1/answers` that are shown. */
export interface WireAnswer {
  readonly answer_id: string
  readonly status: 'answered' | 'refused'
  readonly body_text: string
  readonly citations: readonly { readonly title: string; readonly url: string }[]
  readonly took_ms: number
}

/** An answer as people read it: text, then numbered citations. */
export function writeAnswer(answer: WireAnswer): string {
  const took = styled('dim', `(${Math.round(answer.took_ms)} ms, answer ${answer.answer_id})`)
  const text = printable(answer.body_text)
  if (answer.status === 'refused') return `${styled('yellow', 'Refused:')} ${text} ${took}`
  const citations = answer.citations.map(
    ({ title, url }, index) => `  [${index + 1}] ${printable(title)}  ${styled('cyan', printable(url))}`,
  )
  // A page without a URL may be answered from, but is not named.
  const sources = citations.length === 0 ? ['  (from a page without a public URL)'] : citations
  return [text, '', ...sources, took].join('\n')
}
