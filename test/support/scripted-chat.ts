import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerHonestly, type Prompted } from './honest-model.ts'

/** A request as it arrived. */
export interface ChatCall extends Prompted {
  readonly model: string
  readonly authorization: string | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** All that was sent. */
  readonly body: Readonly<Record<string, unknown>>
}

/** How servers differ in what they send around the same words. `whole` does not stream. */
export type Shape = 'openai' | 'ollama' | 'vllm' | 'llama.cpp' | 'whole'

export interface ScriptedReply {
  readonly text?: string
  /** `openai` unless told. */
  readonly shape?: Shape
  /** Sent beside the text, as servers do with models that think. */
  readonly reasoning?: string
  /** Anything but 200 is an error with this body. */
  readonly status?: number
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Awaited before each piece of the text: what a test holds back does not arrive. */
  readonly before?: (index: number, piece: string) => Promise<void> | undefined
  /** The connection is cut before this piece; 0: before anything is sent. */
  readonly cutAt?: number
}

export type Script = (call: ChatCall, index: number) => string | ScriptedReply | Promise<string | ScriptedReply>

/** An OpenAI-compatible server whose model says what a test wants; an honest small model unless told. */
export class ScriptedChat implements AsyncDisposable {
  readonly calls: ChatCall[] = []
  /** Calls whose client left before the end. */
  abandoned = 0
  script: Script
  onAbandoned: (() => void) | undefined
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString())
      const { model, messages } = body
      const call: ChatCall = {
        model,
        messages,
        body,
        authorization: request.headers.authorization,
        headers: request.headers,
      }
      response.once('close', () => {
        if (response.writableFinished) return
        this.abandoned++
        this.onAbandoned?.()
      })
      if (request.url !== '/v1/chat/completions') return void response.writeHead(404).end()
      this.calls.push(call)
      void this.#answer(call, response)
    })
  })

  constructor(script: Script) {
    this.script = script
  }

  static async start(script: Script = answerHonestly): Promise<ScriptedChat> {
    const chat = new ScriptedChat(script)
    await new Promise<void>((resolve) => chat.#server.listen(0, '127.0.0.1', resolve))
    return chat
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`
  }

  /** The settings of a program that uses it. */
  get settings(): Record<string, string> {
    return { DORSAL_LLM_BASE_URL: this.url, DORSAL_LLM_MODEL: 'scripted', DORSAL_LLM_API_KEY: 'key-of-the-model' }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #answer(call: ChatCall, response: ServerResponse): Promise<void> {
    const said = await this.script(call, this.calls.length - 1)
    const reply = typeof said === 'string' ? { text: said } : said
    if (reply.status !== undefined) {
      response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
      response.end(reply.body ?? '{"error":{"message":"no, and key-of-the-model is wrong"}}')
    } else if (reply.body !== undefined) {
      response.writeHead(200, { 'content-type': 'text/event-stream', ...reply.headers }).end(reply.body)
    } else if (reply.shape === 'whole') await sendWhole(response, call, reply)
    else await streamReply(response, call, reply)
  }
}

/** So many tokens each side: what a test computes a cost from. */
export const SCRIPTED_USAGE = { prompt_tokens: 1_000, completion_tokens: 50, total_tokens: 1_050 }

async function sendWhole(response: ServerResponse, { model }: ChatCall, { text = '', before }: ScriptedReply) {
  await before?.(0, text)
  const choices = [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }]
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify({ id: 'x', object: 'chat.completion', model, choices, usage: SCRIPTED_USAGE }))
}

async function streamReply(response: ServerResponse, call: ChatCall, reply: ScriptedReply): Promise<void> {
  const { text = '', shape = 'openai', reasoning, before, cutAt } = reply
  // Some servers say the name of the file that they have loaded.
  const model = shape === 'llama.cpp' ? 'model.gguf' : call.model
  const send = (delta: object, rest: object = {}, finish: string | null = null) => {
    const choices = [{ index: 0, delta, finish_reason: finish, ...(shape === 'vllm' ? { stop_reason: null } : {}) }]
    const chunk = { id: 'x', object: 'chat.completion.chunk', created: 1, model, choices, ...rest }
    response.write(`data: ${JSON.stringify(chunk)}\n\n`)
  }
  if (cutAt === 0) return void response.destroy()
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  // Servers that load a model first keep the connection open with comments.
  if (shape === 'llama.cpp') response.write(': keep-alive\n\n')
  if (shape !== 'ollama') send({ role: 'assistant', content: shape === 'openai' ? '' : null })
  if (reasoning !== undefined) {
    send(shape === 'ollama' ? { role: 'assistant', content: '', reasoning } : { reasoning_content: reasoning })
  }
  for (const [index, piece] of (text.match(/\s*\S+\s?|\s+/g) ?? []).entries()) {
    await before?.(index, piece)
    if (response.destroyed) return
    // Called when everything before it is on its way.
    if (index === cutAt) return void response.write(': cut\n\n', () => response.destroy())
    send(shape === 'ollama' ? { role: 'assistant', content: piece } : { content: piece })
  }
  send(shape === 'ollama' ? { role: 'assistant', content: '' } : {}, {}, 'stop')
  if (shape === 'openai' || shape === 'vllm') {
    const chunk = { id: 'x', object: 'chat.completion.chunk', created: 1, model, choices: [], usage: SCRIPTED_USAGE }
    response.write(`data: ${JSON.stringify(chunk)}\n\n`)
  }
  // This one closes without a word.
  if (shape !== 'llama.cpp') response.write('data: [DONE]\n\n')
  response.end()
}
