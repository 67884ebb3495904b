import { randomUUID } from 'node:crypto'
import { IdParams, requireId, type Api } from '../http/index.ts'
import { parameterInvalid, type Clock } from '../kernel/index.ts'
import type { Deliveries } from './deliveries.ts'
import { presentAnswer, presentWebhook, presentWebhookWithSecrets } from './present.ts'
import { CreateWebhook, ReplayWebhook, UpdateWebhook } from './schemas.ts'
import { post, probe, type Answer, type ReceiverFetch } from './send.ts'
import { signTest, type SenderIdentity } from './signed-request.ts'
import type { Webhooks } from './webhooks.ts'

export interface WebhookRouteDeps {
  readonly webhooks: Webhooks
  readonly deliveries: Deliveries
  readonly fetch: ReceiverFetch
  readonly sender: SenderIdentity
  readonly clock: Clock
  /** Told when deliveries became due. */
  readonly onDue: () => void
}

const config = { scope: 'admin' } as const
const path = '/dorsal/v1/webhooks'

/** Dorsal's own: at Intercom callback URLs and webhooks have only screens (facts §2.8, §4.6). */
export const webhookRoutes =
  ({ webhooks, deliveries, fetch, sender, clock, onDue }: WebhookRouteDeps) =>
  (app: Api): void => {
    app.get(path, { config }, async ({ workspaceId }) => {
      const all = await webhooks.list(workspaceId)
      return { type: 'list', data: all.map(presentWebhook), total_count: all.length }
    })

    app.post(path, { config, schema: { body: CreateWebhook } }, async ({ workspaceId, body }) => {
      const probed = await probeUrl(fetch, body.url)
      const webhook = await webhooks.create(workspaceId, {
        family: body.family,
        url: body.url,
        topics: body.topics,
        secret: body.secret,
        authenticationToken: body.authentication_token,
      })
      return { ...presentWebhookWithSecrets(webhook), probe: presentAnswer(probed) }
    })

    app.get(`${path}/:id`, { config, schema: { params: IdParams } }, async ({ workspaceId, params }) =>
      presentWebhookWithSecrets(await webhooks.get(workspaceId, webhookId(params.id))),
    )

    app.put(
      `${path}/:id`,
      { config, schema: { params: IdParams, body: UpdateWebhook } },
      async ({ workspaceId, params, body }) => {
        const { id } = await webhooks.get(workspaceId, webhookId(params.id))
        const probed = body.url === undefined ? undefined : await probeUrl(fetch, body.url)
        const update = { ...body, authenticationToken: body.authentication_token }
        const webhook = await webhooks.update(workspaceId, id, update)
        onDue()
        return { ...presentWebhook(webhook), ...(probed === undefined ? {} : { probe: presentAnswer(probed) }) }
      },
    )

    app.delete(`${path}/:id`, { config, schema: { params: IdParams } }, async ({ workspaceId, params }, reply) => {
      await webhooks.delete(workspaceId, webhookId(params.id))
      return reply.code(204).send()
    })

    app.post(`${path}/:id/rotate_secret`, { config, schema: { params: IdParams } }, async ({ workspaceId, params }) =>
      presentWebhookWithSecrets(await webhooks.rotateSecret(workspaceId, webhookId(params.id))),
    )

    app.post(`${path}/:id/test`, { config, schema: { params: IdParams } }, async ({ workspaceId, params }) => {
      const webhook = await webhooks.get(workspaceId, webhookId(params.id))
      const receiver = { ...webhook, workspaceId, authenticationToken: webhook.authentication_token }
      const request = signTest(receiver, `notif_${randomUUID()}`, new Date(clock.now()), sender)
      const answer = await post(fetch, webhook.url, request)
      const isOk = answer.kind === 'answered' && answer.status >= 200 && answer.status < 300
      return { type: 'webhook_test', ok: isOk, ...presentAnswer(answer), request }
    })

    app.post(
      `${path}/:id/replay`,
      { config, schema: { params: IdParams, body: ReplayWebhook } },
      async ({ workspaceId, params, body }) => {
        const since = new Date(body.since * 1000)
        const id = webhookId(params.id)
        const { replayed, created } = await deliveries.replayMissed(workspaceId, id, since, body.state ?? 'failed')
        return { type: 'webhook_replay', count: replayed + created, replayed, created }
      },
    )
  }

/** @throws `parameter_invalid` that names `url`, for one that must not be asked; other faults may pass in time. */
async function probeUrl(fetch: ReceiverFetch, url: string): Promise<Answer> {
  const parsed = URL.parse(url)
  if (parsed === null) throw parameterInvalid('url', 'url must be an http or https URL')
  if (parsed.username !== '' || parsed.password !== '') {
    throw parameterInvalid('url', 'url must not hold a user name or password')
  }
  const answer = await probe(fetch, url)
  if (answer.kind === 'unreachable' && answer.reason === 'refused') {
    throw parameterInvalid('url', `url can not be used: ${answer.error}`)
  }
  return answer
}

function webhookId(raw: string): number {
  return requireId(raw, 'Webhook')
}
