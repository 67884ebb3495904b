import { expect } from 'vitest'
import { ScriptedChat, type Script } from '../support/scripted-chat.ts'
import { aPage, aSource, startTestApp, type TestApp } from '../support/test-app.ts'
import { answerHonestly } from '../support/honest-model.ts'
import { readableLog } from './log-lines.ts'

export const QUESTION = 'How do I get a refund for an order?'
export const REFUNDS = 'To get a refund for an order, open the order and choose Refund. You have fourteen days to ask.'

/** A program with a small library and a scripted model. */
export class ModelWorld implements AsyncDisposable {
  readonly chat: ScriptedChat
  readonly app: TestApp
  readonly log: Record<string, any>[]
  readonly source: number

  constructor(chat: ScriptedChat, app: TestApp, log: Record<string, any>[], source: number) {
    this.chat = chat
    this.app = app
    this.log = log
    this.source = source
  }

  /** @param env settings of the program @param answerMs what the model may take */
  static async open(env: Record<string, string> = {}, answerMs = 60_000): Promise<ModelWorld> {
    const chat = await ScriptedChat.start()
    const { log, lines } = readableLog()
    const chatTimeouts = { firstTokenMs: 20_000, answerMs, retryMs: 0 }
    const app = await startTestApp({ ...chat.settings, ...env }, { log, chatTimeouts })
    const world = new ModelWorld(chat, app, lines, await aSource(app))
    await world.push('refunds', REFUNDS)
    await world.push('alarm', 'To reset the alarm, press the red button for five seconds.')
    await world.push('night', 'At night the alarm is reset by the guard, who holds the key.')
    return world
  }

  /** From now on the model says this; what was said before is forgotten. */
  says(script: Script = answerHonestly): void {
    this.chat.script = script
    this.chat.calls.length = 0
    this.log.length = 0
  }

  push(id: string, text: string, fields: object = {}) {
    const url = `https://help.example.com/${id}`
    const page = { external_id: id, title: id, url, html: `<p>${text.replaceAll('<', '&lt;')}</p>`, ...fields }
    return this.app.post('/ai/external_pages', aPage(this.source, page))
  }

  async ask(question = QUESTION, fields: object = {}) {
    const { body } = await this.app.post('/dorsal/v1/answers', { question, agent: 'ai_agent', ...fields })
    for (const { page_id: id, start, end, quote } of body.citations) {
      const page = await this.app.get(`/dorsal/v1/external_pages/${id}`)
      expect(page.body.text.slice(start, end)).toBe(quote)
    }
    return body
  }

  async [Symbol.asyncDispose]() {
    await this.app[Symbol.asyncDispose]()
    await this.chat[Symbol.asyncDispose]()
  }
}
