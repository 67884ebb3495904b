import { IdParams, toListRequest, type Api, withFilters } from '../http/index.ts'
import { notFound, parameterInvalid, parseId, presentList, type Clock } from '../kernel/index.ts'
import type { Deliveries, DeliveryFilter } from './deliveries.ts'
import { presentDelivery, presentDeliveryDetail } from './present.ts'
import { ListDeliveries } from './schemas.ts'
import type { SenderIdentity } from './signed-request.ts'

export interface DeliveryRouteDeps {
  readonly deliveries: Deliveries
  readonly sender: SenderIdentity
  readonly clock: Clock
  /** Where clients reach this server, without a trailing slash. */
  readonly publicUrl: () => string
}

const path = '/dorsal/v1/deliveries'
const config = { scope: 'read_conversations' } as const

/** Dorsal's own: what was sent to webhooks, what the receivers said, and sending it again. */
export const deliveryRoutes =
  ({ deliveries, sender, clock, publicUrl }: DeliveryRouteDeps) =>
  (app: Api): void => {
    app.get(path, { config, schema: { querystring: ListDeliveries } }, async ({ workspaceId, query }) => {
      const request = toListRequest(query)
      const result = await deliveries.list(workspaceId, toFilter(query), request)
      return presentList(result, request, presentDelivery, withFilters(`${publicUrl()}${path}`, query))
    })

    app.get(`${path}/:id`, { config, schema: { params: IdParams } }, async ({ workspaceId, params }) => {
      const delivery = await deliveries.get(workspaceId, deliveryId(params.id))
      return presentDeliveryDetail(workspaceId, delivery, sender, new Date(clock.now()))
    })

    app.post(
      `${path}/:id/replay`,
      { config: { scope: 'admin' }, schema: { params: IdParams } },
      async ({ workspaceId, params }) => {
        const id = deliveryId(params.id)
        await deliveries.replay(workspaceId, id)
        return presentDelivery(await deliveries.get(workspaceId, id))
      },
    )
  }

function toFilter(query: ListDeliveries): DeliveryFilter {
  return {
    state: query.state,
    webhookId: filterId('webhook_id', query.webhook_id),
    conversationId: filterId('conversation_id', query.conversation_id),
    eventName: query.event_name,
  }
}

function filterId(field: string, raw: string | undefined): number | undefined {
  if (raw === undefined) return undefined
  const id = parseId(raw)
  if (id === undefined) throw parameterInvalid(field, `${field} must be an id`)
  return id
}

/** Deliveries are counted further than other ids, and no Intercom client reads them. */
function deliveryId(raw: string): number {
  const id = /^[1-9][0-9]{0,15}$/.test(raw) ? Number(raw) : Number.NaN
  if (!Number.isSafeInteger(id)) throw notFound('Delivery')
  return id
}
