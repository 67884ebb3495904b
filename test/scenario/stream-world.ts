import { makeStreamAddresses, type StreamAddresses } from '../../src/streams/index.ts'
import { aConversation as insertConversation } from '../support/conversations.ts'
import { EventStream } from '../support/event-stream.ts'
import type { TestApp } from '../support/test-app.ts'

/** A conversation whose events a test adds by hand. */
export class Conversation {
  readonly app: TestApp
  readonly id: number
  readonly externalId: string
  readonly workspaceId: number
  readonly addresses: StreamAddresses
  /** The id of the last event. */
  last = 0

  constructor(app: TestApp, id: number, externalId: string, workspaceId: number) {
    this.app = app
    this.id = id
    this.externalId = externalId
    this.workspaceId = workspaceId
    const { clock, url } = app
    this.addresses = makeStreamAddresses({ db: app.app.db.reader, clock, publicUrl: () => url })
  }

  /** An address as it would be issued now. */
  address(rewind = false): Promise<string> {
    return this.addresses.address({
      workspaceId: this.workspaceId,
      appId: 'app1',
      conversationId: this.id,
      externalId: this.externalId,
      afterEvent: this.last,
      rewind,
    })
  }

  async open(rewind = false): Promise<EventStream> {
    return EventStream.open(await this.address(rewind))
  }

  /** Adds events in one transaction. @returns their ids */
  add(...payloads: readonly string[]): Promise<number[]> {
    return this.#add(payloads, false)
  }

  /** The same, and the turn ends with the last of them. */
  addAndClose(...payloads: readonly string[]): Promise<number[]> {
    return this.#add(payloads, true)
  }

  async #add(payloads: readonly string[], isEnd: boolean): Promise<number[]> {
    const ids = await this.app.app.db.transact(async (tx) => {
      const added = await this.app.app.outbox.append(
        tx,
        this.workspaceId,
        payloads.map((payload) => ({
          family: 'fin_agent_api',
          name: 'fin_replied',
          conversationId: this.id,
          payload,
        })),
      )
      if (isEnd) {
        await tx
          .updateTable('conversation')
          .set({ stream_closed_at_event: added.at(-1) ?? 0 })
          .where('workspace_id', '=', this.workspaceId)
          .where('id', '=', this.id)
          .execute()
      }
      return added
    })
    this.last = ids.at(-1) ?? this.last
    return ids
  }
}

export async function aConversation(app: TestApp, externalId = 'ext-1', workspaceId = 1): Promise<Conversation> {
  return new Conversation(app, await insertConversation(app, externalId, workspaceId), externalId, workspaceId)
}
