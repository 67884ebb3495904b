import type { Logger } from 'pino'
import type { Database } from '../db/index.ts'
import type { EventSignal } from '../events/index.ts'
import type { Api } from '../http/index.ts'
import type { DueWorker } from '../jobs/index.ts'
import type { Clock } from '../kernel/index.ts'
import {
  Deliveries,
  deliveryRoutes,
  startDeliveries,
  webhookRoutes,
  Webhooks,
  type DeliveriesDeps,
} from '../webhooks/index.ts'
import { VERSION } from './version.ts'
import { appIdOf } from './workspace.ts'

/** How receivers are asked; tests have their own. */
export type Sending = Pick<DeliveriesDeps, 'fetch' | 'random'>

interface WebhookDeps {
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
  readonly signal: EventSignal
  readonly sending: Sending
  readonly publicUrl: () => string
}

export interface RunningWebhooks {
  readonly routes: readonly ((api: Api) => void)[]
  readonly worker: DueWorker
}

/** Webhooks: the worker that delivers events, and the routes that manage it. */
export function startWebhooks({ db, clock, log, signal, sending, publicUrl }: WebhookDeps): RunningWebhooks {
  const sender = { appId: appIdOf, version: VERSION }
  const worker = startDeliveries({ db, clock, log, sender, ...sending })
  signal.subscribe(() => worker.wake())
  const onDue = () => worker.wake()
  const deliveries = new Deliveries({ db, clock, onDue })
  const webhooks = new Webhooks({ db, clock })
  return {
    routes: [
      webhookRoutes({ webhooks, deliveries, fetch: sending.fetch, sender, clock, onDue }),
      deliveryRoutes({ deliveries, sender, clock, publicUrl }),
    ],
    worker,
  }
}
