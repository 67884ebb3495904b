import { sql } from 'kysely'
import { aPage, aSource, startTestApp, type Reply, type RequestOptions, type TestApp } from '../support/test-app.ts'

/** An event of the Fin Agent API as its webhooks and streams carry it, with what is not in its payload. */
export interface FinEvent extends Record<string, any> {
  readonly event_name: string
  readonly isStreamOnly: boolean
}

/** What the library of the world knows, by the question that it answers. */
export const QUESTIONS = {
  refund: 'How do I get a refund for an order?',
  refundWord: 'fourteen days',
  password: 'How do I reset my password?',
  passwordWord: 'Forgot password',
  german: 'Wie kann ich meine Rechnung herunterladen?',
  germanWord: 'Rechnungsarchiv',
} as const

const PAGES = [
  {
    external_id: 'refund',
    title: 'Refunds',
    html: '<p>To get a refund for an order, open the order and choose Refund. You have fourteen days to ask. The money arrives on your card within a week.</p>',
  },
  {
    external_id: 'password',
    title: 'Passwords',
    html: '<p>To reset your password, choose Forgot password on the sign-in page. Follow the link in the mail.</p>',
  },
  {
    external_id: 'rechnung',
    title: 'Rechnungen',
    html: '<p>Um eine Rechnung herunterzuladen, öffnen Sie das Rechnungsarchiv und wählen Sie die Rechnung aus. Sie können jede Rechnung als PDF herunterladen.</p>',
  },
]

/** A running program with a small library, and the calls of an application of the Fin Agent API. */
export class FinWorld implements AsyncDisposable {
  readonly app: TestApp
  readonly sourceId: number
  #messages = 0
  #conversations = 0

  constructor(app: TestApp, sourceId: number) {
    this.app = app
    this.sourceId = sourceId
  }

  static async open(): Promise<FinWorld> {
    const app = await startTestApp({ DORSAL_REQUESTS_PER_MINUTE: '100000000' })
    const sourceId = await aSource(app)
    for (const page of PAGES) {
      const url = `https://help.example.com/${page.external_id}`
      await app.post('/ai/external_pages', aPage(sourceId, { ...page, url }))
    }
    return new FinWorld(app, sourceId)
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.app[Symbol.asyncDispose]()
  }

  newId(): string {
    return `conversation-${++this.#conversations}`
  }

  /** A message from the user, sent now and at a time of its own. */
  message(body: string, fields: object = {}) {
    const timestamp = new Date(this.app.clock.now() + ++this.#messages).toISOString()
    return { author: 'user', body, timestamp, ...fields }
  }

  body(id: string, text: string, fields: object = {}) {
    return { conversation_id: id, message: this.message(text), user: { id: `user of ${id}` }, ...fields }
  }

  start(id: string, text: string, fields?: object, options?: RequestOptions): Promise<Reply<any>> {
    return this.app.post('/fin/start', this.body(id, text, fields), options)
  }

  reply(id: string, text: string, fields?: object, options?: RequestOptions): Promise<Reply<any>> {
    return this.app.post('/fin/reply', this.body(id, text, fields), options)
  }

  rate(id: string, rating: unknown, remark?: unknown): Promise<Reply<any>> {
    return this.app.post('/fin/csat', { conversation_id: id, rating, ...(remark === undefined ? {} : { remark }) })
  }

  settings(change: object): Promise<Reply<any>> {
    return this.app.put('/dorsal/v1/agent', change)
  }

  idle(): Promise<void> {
    return this.app.app.idle()
  }

  /** From its next message on the agent thinks about this conversation for a minute, as if another process had it. */
  async thinkUntilMoved(id: string): Promise<void> {
    const until = new Date(this.app.clock.now() + 60_000)
    await sql`update conversation set turn_leased_until = ${until} where external_id = ${id}`.execute(
      this.app.app.db.reader,
    )
  }

  /** Says this in a conversation, the first as its start, and waits for each answer. @returns the events of the last */
  async talk(id: string, ...texts: readonly string[]): Promise<FinEvent[]> {
    let before = (await this.events(id)).length
    for (const text of texts) {
      before = (await this.events(id)).length
      const isKnown = (await this.conversation(id)) !== undefined
      const { status, body } = isKnown ? await this.reply(id, text) : await this.start(id, text)
      if (status !== 200) throw new Error(JSON.stringify(body))
      await this.idle()
    }
    return (await this.events(id)).slice(before)
  }

  /** All events of a conversation, in order. */
  async events(id: string): Promise<FinEvent[]> {
    const { rows } = await sql<{ payload: string; only: boolean }>`
      select e.payload, e.is_stream_only as only from event e
      join conversation c on c.workspace_id = e.workspace_id and c.id = e.conversation_id
      where c.external_id = ${id} and e.family = 'fin_agent_api' order by e.id`.execute(this.app.app.db.reader)
    return rows.map(({ payload, only }) => ({ ...JSON.parse(payload), isStreamOnly: only }))
  }

  /** The conversation as the team sees it; undefined when there is none. */
  async conversation(id: string): Promise<any> {
    const path = '/dorsal/v1/conversations'
    const { body } = await this.app.get(`${path}?external_id=${encodeURIComponent(id)}`)
    return body.data[0] === undefined ? undefined : (await this.app.get(`${path}/${body.data[0].id}`)).body
  }

  async parts(id: string): Promise<any[]> {
    return (await this.conversation(id)).conversation_parts.conversation_parts
  }

  /** The text of the agent's last message. */
  async lastReply(id: string): Promise<{ purpose: string; body: string }> {
    return (await this.parts(id)).findLast(({ author }) => author.type === 'bot')
  }

  /** Everything that a refused request must leave as it was, in numbers. */
  async counts(): Promise<unknown> {
    const { rows } = await sql`select
      (select count(*) from contact) as contacts, (select max(updated_at) from contact) as contact_changed,
      (select count(*) from contact_identity) as identities,
      (select count(*) from conversation) as conversations, (select sum(turn) from conversation) as turns,
      (select max(updated_at) from conversation) as conversation_changed,
      (select count(*) from conversation_part) as parts, (select count(*) from part_attachment) as attachments,
      (select count(*) from event) as events, (select count(rating) from conversation) as ratings
    `.execute(this.app.app.db.reader)
    return rows[0]
  }
}

/** What an event says, in a word: its status and reason, or its name. */
export function gist(event: FinEvent): string {
  const { event_name: name, status, reason } = event
  return name === 'fin_status_updated' ? [status, reason].filter(Boolean).join(': ') : name
}
