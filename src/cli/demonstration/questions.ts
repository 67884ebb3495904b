import type { WireAnswer } from '../write-answer.ts'

/** A question about the project's own documentation, with the page that answers it. */
export interface DemoQuestion {
  readonly text: string
  /** The path that the URL of a citation ends in; undefined: the library can't know, and must refuse. */
  readonly answeredFrom: string | undefined
}

export const DEMO_QUESTIONS: readonly DemoQuestion[] = [
  { text: 'What happens when a user lacks an attribute that an audience asks for?', answeredFrom: '/docs/audiences' },
  { text: 'How do I back up the data directory?', answeredFrom: '/docs/operating' },
  { text: 'How do I import a folder of Markdown files?', answeredFrom: '/docs/importing' },
  { text: 'How do I bake sourdough bread?', answeredFrom: undefined },
]

/** Why an answer is not the expected one; undefined when it is. */
export function findFault(
  { answeredFrom }: DemoQuestion,
  answer: Pick<WireAnswer, 'status' | 'citations'>,
): string | undefined {
  if (answeredFrom === undefined) return answer.status === 'refused' ? undefined : 'this should have been refused'
  if (answer.status === 'refused') return `this should have been answered from ${answeredFrom}`
  const isCited = answer.citations.some(({ url }) => url.endsWith(answeredFrom))
  return isCited ? undefined : `this should have been answered from ${answeredFrom}`
}
