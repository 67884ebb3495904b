import type { Answer, WrittenSentence } from '../answer.ts'
import { presentAnswer } from '../routes.ts'

/** What was said, and what a conversation makes of it: the response on the wire, then what it doesn't tell. */
export type Outcome = ReturnType<typeof toOutcome>

function toOutcome(answer: Answer) {
  const isAnswered = answer.status === 'answered'
  return {
    ...presentAnswer(answer),
    quotes: (isAnswered ? answer.quotes : []).map(({ pageId, revision, text, start, end }) => ({
      page_id: String(pageId),
      revision,
      text,
      start,
      end,
    })),
    wording: ((isAnswered ? answer.wording : undefined) ?? null) as readonly WrittenSentence[] | null,
    is_vague: answer.isVague,
    // An answer that is clear has no use for them.
    nearest_page_ids: isAnswered && !answer.isVague ? [] : answer.nearest.map(({ id }) => String(id)),
  }
}

export function readOutcome(written: string | undefined): Outcome | undefined {
  return written === undefined ? undefined : (JSON.parse(written) as Outcome)
}

/** The exact text that a replay must give again. */
export function writeOutcome(answer: Answer): string {
  return JSON.stringify(toOutcome(answer))
}
