import { splitSentences } from '../../src/analysis/index.ts'

/** A prompt. */
export interface Prompted {
  readonly messages: readonly { readonly role: string; readonly content: string }[]
}

export interface PromptPassage {
  readonly n: number
  readonly title: string
  readonly text: string
}

/** The passages of a prompt, as the model sees them. */
export function passagesOf({ messages }: Prompted): PromptPassage[] {
  const lines = messages.flatMap(({ role, content }) => (role === 'user' ? content.split('\n') : []))
  return lines.filter((line) => line.startsWith('{"n":')).map((line) => JSON.parse(line) as PromptPassage)
}

/** The question that is to be answered, standing alone where it was rewritten. */
export function questionOf({ messages }: Prompted): string {
  const content = messages.find(({ role }) => role === 'user')?.content ?? ''
  const found = /^Meaning: (".*")$/m.exec(content) ?? /^Question: (".*")$/m.exec(content)
  return JSON.parse(found?.[1] ?? '""')
}

/** Whether a question is to be rewritten, not answered. */
export function isRewrite(call: Prompted): boolean {
  return passagesOf(call).length === 0
}

/** A sentence as an answer that claims to be one of a passage. */
export function cite(text: string, n = 1, quote = text): string {
  return `${text} [${n}] "${quote}"`
}

/**
 * An honest small model: it repeats the sentence that has most words of the question, of the first passage that has
 * any; a question is made to stand alone by what was asked before.
 */
export function answerHonestly(call: Prompted): string {
  const question = questionOf(call)
  if (isRewrite(call)) {
    const turns = [...(call.messages[1]?.content ?? '').matchAll(/^\{"role":"user","text":(".*")\}$/gm)]
    const before: string = JSON.parse(turns.at(-1)?.[1] ?? '""')
    return `${before} ${question}`
  }
  const asked = wordsOf(question)
  for (const { n, text } of passagesOf(call)) {
    const sentences = splitSentences(text, 'en').map(({ start, end }) => text.slice(start, end))
    const shared = sentences.map((sentence) => [...wordsOf(sentence)].filter((word) => asked.has(word)).length)
    const best = Math.max(...shared)
    if (best > 0) return cite(sentences[shared.indexOf(best)] ?? '', n)
  }
  return 'NO_ANSWER'
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter(({ length }) => length > 3))
}
