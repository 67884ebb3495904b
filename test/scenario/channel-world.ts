import { sql } from 'kysely'
import type { Reply, TestApp } from '../support/test-app.ts'

export const JANE = { type: 'user', external_id: 'jane', name: 'Jane Doe', email: 'jane@example.com' } as const
export const PATHS = {
  begin: '/custom_channel_events/notify_new_conversation',
  say: '/custom_channel_events/notify_new_message',
  choose: '/custom_channel_events/notify_quick_reply_selected',
  collect: '/custom_channel_events/notify_attribute_collected',
} as const

type Fields = Readonly<Record<string, unknown>>

/** The body of an event; what is given replaces what everybody has. */
export function anEvent(fields: Fields = {}) {
  return { event_id: crypto.randomUUID(), external_conversation_id: 'chat', contact: JANE, ...fields }
}

/** A conversation as the application of a channel has it. */
export class Chat {
  readonly app: TestApp
  readonly externalId: string
  contact: Fields = JANE
  #id = 0
  #told = 0

  constructor(app: TestApp, externalId: string = crypto.randomUUID()) {
    this.app = app
    this.externalId = externalId
  }

  get path(): string {
    return `/dorsal/v1/conversations/${this.#id}`
  }

  begin(fields: Fields = {}): Promise<Reply<any>> {
    return this.#post(PATHS.begin, fields)
  }

  say(body: string, fields: Fields = {}): Promise<Reply<any>> {
    return this.#post(PATHS.say, { body, ...fields })
  }

  choose(optionId: string, fields: Fields = {}): Promise<Reply<any>> {
    return this.#post(PATHS.choose, { quick_reply_option_id: optionId, ...fields })
  }

  collect(id: string, value: string, fields: Fields = {}): Promise<Reply<any>> {
    return this.#post(PATHS.collect, { attribute: { id, value }, ...fields })
  }

  teammate(action: 'reply' | 'close' | 'reopen', fields: Fields = {}): Promise<Reply<any>> {
    return this.app.post(`${this.path}/${action}`, { teammate_name: 'Kim', ...fields })
  }

  /** The conversation as the team sees it. */
  async seen(): Promise<any> {
    return (await this.app.get(this.path)).body
  }

  /** What the application was told since the last call, once the agent has done all it has to. */
  async told(): Promise<any[]> {
    await this.app.app.idle()
    const { rows } = await sql<{ id: number; name: string; payload: string }>`
      select id, name, payload from event
      where conversation_id = ${this.#id} and family = 'custom_channel' and id > ${this.#told} order by id`.execute(
      this.app.app.db.reader,
    )
    this.#told = rows.at(-1)?.id ?? this.#told
    return rows.map(({ name, payload }) => {
      const event = JSON.parse(payload)
      if (event.event_type !== name) throw new Error(`the event ${name} calls itself ${event.event_type}`)
      return event
    })
  }

  /** The same in short, without `typing`: `quick_replies: Which one?`. */
  async heard(): Promise<string[]> {
    const events = (await this.told()).filter(({ event_type: type }) => type !== 'typing')
    return events.map(({ event_type: type, message }) =>
      message === undefined ? type : `${type}: ${message.body_text}`,
    )
  }

  async #post(path: string, fields: Fields): Promise<Reply<any>> {
    const base = { external_conversation_id: this.externalId, contact: this.contact }
    const reply = await this.app.post(path, anEvent({ ...base, ...fields }))
    if (reply.status === 200) this.#id = Number(reply.body.conversation_id)
    return reply
  }
}

/** Sets the channel's flow. @returns the stored steps */
export async function setFlow(app: TestApp, flow: readonly unknown[]): Promise<any[]> {
  const { status, body } = await app.put('/dorsal/v1/custom_channel', { flow })
  if (status !== 200) throw new Error(`the flow was refused: ${JSON.stringify(body)}`)
  return body.flow
}

export async function contactOf(app: TestApp, externalId: string): Promise<any> {
  return (await app.get(`/dorsal/v1/contacts?external_id=${encodeURIComponent(externalId)}`)).body.data[0]
}

/** Everything that an event or a setting may change, to compare. */
export async function everything(app: TestApp): Promise<unknown> {
  const { rows } = await sql`select
    (select json_agg(c order by c.id) from contact c) as contacts,
    (select json_agg(i order by i.external_id) from contact_identity i) as identities,
    (select json_agg(c order by c.id) from conversation c) as conversations,
    (select json_agg(p order by p.id) from conversation_part p) as parts,
    (select json_agg(e order by e.id) from event e) as events,
    (select json_agg(e order by e.event_id) from channel_event e) as taken,
    (select json_agg(a order by a.model, a.name) from attribute a) as attributes,
    (select json_agg(s.settings) from agent_settings s) as settings`.execute(app.app.db.reader)
  return rows[0]
}
