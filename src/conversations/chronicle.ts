import type { Channel, Transaction } from '../db/index.ts'
import type { NewEvent, Outbox } from '../events/index.ts'
import type { Part } from './conversation.ts'
import type { Happening, Narrator } from './happening.ts'
import { presentConversationWithParts } from './present.ts'
import type { Scene } from './scene.ts'
import { toTopic } from './topics.ts'

/** Tells what happened in a conversation: to its own application, and to those who subscribed to general topics. */
export class Chronicle {
  readonly #outbox: Outbox
  readonly #narrators: Readonly<Record<Channel, Narrator>>

  constructor(deps: { readonly outbox: Outbox; readonly narrators: Readonly<Record<Channel, Narrator>> }) {
    this.#outbox = deps.outbox
    this.#narrators = deps.narrators
  }

  /**
   * Writes the events of these happenings, in order, in the transaction of the change.
   * @returns the id of the last event; undefined when nobody is told anything
   */
  async tell(
    tx: Transaction,
    { conversation, contact, settings }: Scene,
    happenings: readonly Happening[],
    at: Date,
  ): Promise<number | undefined> {
    const workspaceId = conversation.workspace_id
    const context = { conversation, userId: contact.external_id, settings, at }
    const events: NewEvent[] = []
    for (const happening of happenings) {
      const told = this.#narrators[conversation.channel](happening, context)
      if (told !== undefined) events.push(told)
      const topic = toTopic(happening)
      if (topic === undefined) continue
      const payload = JSON.stringify(presentConversationWithParts(conversation, contact, partsOf(happening)))
      events.push({ family: 'notification', name: topic, conversationId: conversation.id, payload })
    }
    return (await this.#outbox.append(tx, workspaceId, events)).at(-1)
  }
}

function partsOf(happening: Happening): Part[] {
  return 'part' in happening ? [happening.part] : []
}
