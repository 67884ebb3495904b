/** One message of a conversation. */
export interface Turn {
  readonly role: 'user' | 'agent'
  readonly text: string
}

/** A follow-up ("and on Android?") is shorter than this many words and needs what was asked before. */
const FOLLOW_UP_WORDS = 5

/** The question as it would be asked alone: a short one borrows the user's previous words. */
export function toStandaloneQuestion(question: string, history: readonly Turn[]): string {
  const previous = history.findLast(({ role }) => role === 'user')
  const words = question.trim().split(/\s+/).length
  return previous === undefined || words >= FOLLOW_UP_WORDS ? question : `${previous.text}\n${question}`
}
