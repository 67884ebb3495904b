import { splitSentences } from '../analysis/index.ts'
import type { TurnContext } from './turn-outcome.ts'

/** So much of an attachment is taken for a question. */
const ATTACHMENT = 300
/** Longer questions are searched by their beginning. */
const QUESTION = 2_000
/** So many sentences are tried one by one. */
const SENTENCES = 5

/**
 * What the user may be asking, most likely first: the message as a whole; what came with it, when the message says too
 * little by itself; then each sentence with a question mark, since the rest of a mail is greetings and circumstances.
 */
export function findQuestions(
  message: string,
  { attachments, language }: Pick<TurnContext, 'attachments' | 'language'>,
): string[] {
  const read = attachments.map(({ text }) => text?.trim() ?? '').filter((text) => text !== '')
  const beginnings = read.map((text) => text.slice(0, ATTACHMENT))
  const wholes = [message, ...beginnings.flatMap((text) => [`${message}\n${text}`.trim(), text])]
  const sentences = [message, ...read].flatMap((text) => findSentencesAsked(text, language)).slice(0, SENTENCES)
  const questions = [...wholes, ...sentences].filter((text) => text !== '')
  return [...new Set(questions.map((text) => text.slice(0, QUESTION)))]
}

/** The sentences with a question mark. */
export function findSentencesAsked(text: string, language: string): string[] {
  return splitSentences(text, language)
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter((sentence) => /[?？؟⁇⁈⁉][^\p{L}\p{N}]*$/u.test(sentence))
}
