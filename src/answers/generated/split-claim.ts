import { splitSentences } from '../../analysis/index.ts'
import type { Claim } from './read-line.ts'

/** Each sentence of a claim by itself, with all of its support: a true one must not carry a false one through. */
export function splitClaim({ text, supports }: Claim, language: string): Claim[] {
  const sentences = splitSentences(text, language)
    .map(({ start, end }) => text.slice(start, end))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
  return sentences.map((sentence) => ({ text: sentence, supports }))
}
