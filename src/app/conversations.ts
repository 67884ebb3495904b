import type { Logger } from 'pino'
import type { Answerer } from '../answers/index.ts'
import { makeAttachmentReader } from '../attachments/index.ts'
import {
  channelSettingsRoutes,
  CustomChannel,
  customChannelRoutes,
  makeChannelPolicy,
  narrateToCustomChannel,
  readChannelSettings,
} from '../channels/index.ts'
import { attributeRoutes, contactRoutes } from '../contacts/index.ts'
import {
  agentSettingsRoutes,
  Chronicle,
  conversationRoutes,
  giveUp,
  makeAgentPolicy,
  makeInactivityWork,
  makeTurnWork,
  Teammates,
} from '../conversations/index.ts'
import type { Database, Transaction } from '../db/index.ts'
import type { Outbox } from '../events/index.ts'
import { FinAgent, finRoutes, narrateToFinClient } from '../fin/index.ts'
import type { Api } from '../http/index.ts'
import { startDueWorker, type DueWorker } from '../jobs/index.ts'
import type { Clock } from '../kernel/index.ts'
import { findOwnObjects } from '../objects/index.ts'
import type { SafeFetch } from '../outbound/index.ts'
import type { StreamAddresses } from '../streams/index.ts'
import { appIdOf } from './workspace.ts'

export interface ConversationsDeps {
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
  readonly answer: Answerer
  readonly outbox: Outbox
  readonly addresses: StreamAddresses
  /** For what users attach by address. */
  readonly fetch: SafeFetch
  readonly publicUrl: () => string
  /** Withdraws what has an erased person in it elsewhere. */
  readonly onErase: (tx: Transaction, workspaceId: number) => Promise<number>
}

/** Conversations with the agent, whichever way they come in. */
export interface Conversations {
  readonly routes: readonly ((api: Api) => void)[]
  /** Answer what is asked, and see to silences. */
  readonly workers: readonly DueWorker[]
}

export function startConversations(deps: ConversationsDeps): Conversations {
  const { db, clock, log, outbox, addresses, publicUrl } = deps
  const chronicle = new Chronicle({
    outbox,
    narrators: { fin_agent_api: narrateToFinClient, custom_channel: narrateToCustomChannel },
  })
  const agent = makeAgentPolicy({ answer: deps.answer, findOwnObjects: (asker) => findOwnObjects(db.reader, asker) })
  const turns = startDueWorker(
    makeTurnWork({
      db,
      clock,
      chronicle,
      policies: {
        fin_agent_api: agent,
        custom_channel: makeChannelPolicy({ agent, readSettings: (id) => readChannelSettings(db.reader, id) }),
      },
      giveUp,
      readAttachment: makeAttachmentReader({ fetch: deps.fetch }),
    }),
    { clock, log },
  )
  const silences = startDueWorker(makeInactivityWork({ db, clock, chronicle }), { clock, log })

  const receiving = { db, clock, outbox, chronicle, wakeAgent: () => turns.wake() }
  const finAgent = new FinAgent(receiving)
  return {
    routes: [
      finRoutes({
        ...receiving,
        agent: finAgent,
        streamAddress: (target) => addresses.address({ ...target, appId: appIdOf(target.workspaceId) }),
      }),
      customChannelRoutes({ channel: new CustomChannel(receiving) }),
      conversationRoutes({ db, teammates: new Teammates({ db, clock, chronicle }), publicUrl }),
      contactRoutes({ db, clock, outbox, publicUrl, onErase: deps.onErase }),
      attributeRoutes({ db, clock }),
      agentSettingsRoutes({ db, clock }),
      channelSettingsRoutes({ db, clock }),
    ],
    workers: [turns, silences],
  }
}
