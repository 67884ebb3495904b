import { setTimeout } from 'node:timers/promises'
import { answerHonestly } from '../test/support/honest-model.ts'
import { ScriptedChat } from '../test/support/scripted-chat.ts'
import { generateEnglishPages } from './english-pages.ts'
import { BENCH_TOKEN, ServerProcess } from './server-process.ts'
import { round, summarize } from './statistics.ts'

/** So long the model takes for its first token and for each of the others. */
const FIRST_TOKEN_MS = 200
const TOKEN_MS = 10
const WARM_UP = 3

/**
 * How soon the first text of an answer arrives that a language model words, beside the same request to the same model
 * without Dorsal between: its first token, and the end of its first sentence, before which nothing can be proved.
 * @param dataDir with the pages of `benchStages`
 */
export async function benchFirstText(dataDir: string, count: number) {
  const { questions } = generateEnglishPages(17)
  await using chat = await ScriptedChat.start((call) => ({
    text: `${answerHonestly(call)}\n${answerHonestly(call)}`,
    before: (index) => setTimeout(index === 0 ? FIRST_TOKEN_MS : TOKEN_MS),
  }))
  const server = await ServerProcess.start(dataDir, chat.settings)
  try {
    const texts: number[] = []
    const tokens: number[] = []
    const sentences: number[] = []
    for (const question of questions.slice(0, WARM_UP + count)) {
      const [text] = await arrivals(`${server.url}/dorsal/v1/answers`, BENCH_TOKEN, { question, stream: true }, [
        'event: text',
      ])
      const body = chat.calls.at(-1)?.body ?? {}
      // A line break, as JSON writes it, ends the sentence.
      const marks = ['"delta":{"content":', String.raw`\n`]
      const [token, sentence] = await arrivals(`${chat.url}/chat/completions`, 'any', body, marks)
      texts.push(text ?? NaN)
      tokens.push(token ?? NaN)
      sentences.push(sentence ?? NaN)
    }
    const [text, token, sentence] = [texts, tokens, sentences].map((samples) => summarize(samples.slice(WARM_UP)))
    if (text === undefined || token === undefined || sentence === undefined) throw new Error('nothing was measured')
    return {
      first_text: text,
      model_first_token: token,
      model_first_sentence: sentence,
      ratio: round(text.p50 / sentence.p50),
      extra_ms: round(text.p50 - sentence.p50, 1),
    }
  } finally {
    await server.stop()
  }
}

/** The milliseconds until each of the marks had arrived, in this order. */
async function arrivals(url: string, token: string, body: unknown, marks: readonly string[]): Promise<number[]> {
  const startedAt = performance.now()
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const found: number[] = []
  let text = ''
  for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += piece
    for (let mark = marks[found.length]; mark !== undefined && text.includes(mark); mark = marks[found.length]) {
      found.push(performance.now() - startedAt)
    }
  }
  if (found.length < marks.length) throw new Error(`${url} never said ${marks[found.length]}: ${text.slice(0, 500)}`)
  return found
}
