import type { Database, Transaction } from '../db/index.ts'
import { DorsalError, notFound, type Clock } from '../kernel/index.ts'
import type { Chronicle } from './chronicle.ts'
import { concludeTurn, NO_TIMER } from './conclude-turn.ts'
import type { Conversation, Part } from './conversation.ts'
import { updateConversation } from './conversation-store.ts'
import type { Happening } from './happening.ts'
import type { MessageBody } from './message-body.ts'
import { insertPart } from './part-store.ts'
import { lockScene, type Scene } from './scene.ts'

export interface TeammateReply {
  readonly body: MessageBody
  readonly teammate: string
  /** A note is seen by the team only. */
  readonly isNote: boolean
}

/** What people of the team do in conversations. */
export class Teammates {
  readonly #db: Database
  readonly #clock: Clock
  readonly #chronicle: Chronicle

  constructor(deps: { readonly db: Database; readonly clock: Clock; readonly chronicle: Chronicle }) {
    this.#db = deps.db
    this.#clock = deps.clock
    this.#chronicle = deps.chronicle
  }

  /** A reply to the user takes the conversation over from the agent, which then stays silent. @throws `not_found` */
  reply(workspaceId: number, id: number, reply: TeammateReply): Promise<Part> {
    return this.#change(workspaceId, id, async (tx, scene, now) => {
      const conversation = reply.isNote ? scene.conversation : await this.#takeOver(tx, scene, now)
      const part = await insertPart(
        tx,
        conversation,
        conversation.turn,
        {
          kind: reply.isNote ? 'note' : 'message',
          author: 'agent',
          authorName: reply.teammate,
          purpose: null,
          ...reply.body,
          sentAt: null,
          metadata: {},
        },
        now,
      )
      const replied = reply.isNote
        ? conversation
        : await updateConversation(tx, conversation, { is_open: true, handler: 'team' }, now)
      await this.#chronicle.tell(tx, { ...scene, conversation: replied }, [{ kind: 'teammate_said', part }], now)
      return part
    })
  }

  /** @throws `not_found`; `conflict` when it is closed already */
  close(workspaceId: number, id: number, teammate: string): Promise<Conversation> {
    return this.#change(workspaceId, id, async (tx, scene, now) => {
      if (!scene.conversation.is_open) throw new DorsalError('conflict', 'The conversation is closed already')
      const conversation = await this.#takeOver(tx, scene, now)
      // Who writes next writes to the agent again.
      return this.#setState(tx, { ...scene, conversation }, { is_open: false, handler: 'agent' }, teammate, now)
    })
  }

  /** @throws `not_found`; `conflict` when it is open already */
  reopen(workspaceId: number, id: number, teammate: string): Promise<Conversation> {
    return this.#change(workspaceId, id, async (tx, scene, now) => {
      if (scene.conversation.is_open) throw new DorsalError('conflict', 'The conversation is open already')
      return this.#setState(tx, scene, { is_open: true, handler: 'team' }, teammate, now)
    })
  }

  #change<T>(
    workspaceId: number,
    id: number,
    work: (tx: Transaction, scene: Scene, now: Date) => Promise<T>,
  ): Promise<T> {
    return this.#db.transact(async (tx) => {
      const scene = await lockScene(tx, workspaceId, { id })
      if (scene === undefined) throw notFound('Conversation')
      return work(tx, scene, new Date(this.#clock.now()))
    })
  }

  /** Ends what the agent was doing; its application is told that the conversation went to a person. */
  async #takeOver(tx: Transaction, scene: Scene, now: Date): Promise<Conversation> {
    const { conversation } = scene
    if (conversation.status === 'complete') {
      return conversation.timer === null ? conversation : updateConversation(tx, conversation, NO_TIMER, now)
    }
    return concludeTurn(
      tx,
      this.#chronicle,
      scene,
      {
        sayings: [],
        next: { kind: 'escalate', reason: 'Routed to team', resolution: 'routed_to_team' },
        memory: conversation.memory,
      },
      now,
    )
  }

  async #setState(
    tx: Transaction,
    scene: Scene,
    change: { readonly is_open: boolean; readonly handler: 'agent' | 'team' },
    teammate: string,
    now: Date,
  ): Promise<Conversation> {
    const state = change.is_open ? 'open' : 'close'
    await insertPart(
      tx,
      scene.conversation,
      scene.conversation.turn,
      {
        kind: 'state',
        author: 'agent',
        authorName: teammate,
        purpose: null,
        html: '',
        text: '',
        sentAt: null,
        metadata: { state },
      },
      now,
    )
    const conversation = await updateConversation(tx, scene.conversation, change, now)
    const happening: Happening = { kind: change.is_open ? 'opened' : 'closed' }
    await this.#chronicle.tell(tx, { ...scene, conversation }, [happening], now)
    return conversation
  }
}
