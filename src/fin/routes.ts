import type { FastifyRequest } from 'fastify'
import { rateConversation, type RatingOutcome } from '../conversations/index.ts'
import { requireVersion, sayShortly, type Api } from '../http/index.ts'
import type { FinAccepted, FinAgent, FinAgentDeps } from './fin-agent.ts'
import { EscalateBody, ReplyBody, StartBody } from './schemas.ts'

export interface FinRouteDeps extends FinAgentDeps {
  readonly agent: FinAgent
  /** The address of the event stream for a turn. */
  readonly streamAddress: (stream: {
    readonly workspaceId: number
    readonly conversationId: number
    readonly externalId: string
    readonly afterEvent: number
    readonly rewind: boolean
  }) => Promise<string>
}

const config = { scope: 'write_conversations' } as const
const SINCE = '2.14'

/** Before the body is looked at: what is wrong with it would only mislead. */
async function requirePreview({ apiVersion }: FastifyRequest): Promise<void> {
  requireVersion(apiVersion, 'Preview')
}

/** Intercom's Fin Agent API (facts §4); `ask` and `escalate` come from Preview (facts §4.8). */
export const finRoutes =
  (deps: FinRouteDeps) =>
  (app: Api): void => {
    app.register(async (plugin) => {
      const scope = plugin as unknown as Api
      sayShortly(plugin)
      scope.addHook('preValidation', async ({ apiVersion }) => requireVersion(apiVersion, SINCE))
      const { agent } = deps

      scope.post('/fin/start', { config, schema: { body: StartBody } }, async ({ workspaceId, apiVersion, body }) =>
        present(deps, body.user.id, await agent.start(workspaceId, apiVersion, body), true),
      )

      scope.post('/fin/reply', { config, schema: { body: ReplyBody } }, async ({ workspaceId, apiVersion, body }) =>
        present(deps, body.user.id, await agent.reply(workspaceId, apiVersion, body), false),
      )

      scope.post('/fin/csat', { config }, async ({ workspaceId, body }, reply) => {
        const given = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>
        const { conversation_id: externalId, rating, remark } = given
        if (remark !== undefined && remark !== null && typeof remark !== 'string') {
          return reply.code(422).send({ errors: { remark: 'Remark must be text' } })
        }
        if (typeof remark === 'string' && remark.length > MAX_REMARK) {
          return reply.code(422).send({ errors: { remark: `Remark is longer than ${MAX_REMARK} characters` } })
        }
        const outcome = await rateConversation(
          deps,
          workspaceId,
          { channel: 'fin_agent_api', externalId: typeof externalId === 'string' ? externalId : '' },
          { rating, remark: remark ?? undefined },
        )
        if (outcome.kind !== 'rated') return reply.code(422).send({ errors: RATING_FAULTS[outcome.kind] })
        return { conversation_id: externalId, rating: outcome.rating, status: 'rated' as const }
      })

      scope.post(
        '/fin/ask',
        { config, preValidation: requirePreview, schema: { body: StartBody } },
        async ({ workspaceId, apiVersion, body }) =>
          present(deps, body.user.id, await agent.start(workspaceId, apiVersion, body, 'ask'), true),
      )

      scope.post(
        '/fin/escalate',
        { config, preValidation: requirePreview, schema: { body: EscalateBody } },
        async ({ workspaceId, apiVersion, body }) => {
          const accepted = await agent.escalate(workspaceId, apiVersion, body)
          const { conversation } = accepted
          return {
            conversation_id: conversation.external_id,
            intercom_conversation_id: String(conversation.id),
            status: 'escalated' as const,
            ...(await streamOf(deps, accepted, false)),
          }
        },
      )
    })
  }

const MAX_REMARK = 10_000

/** Not an error list: facts §4.4. */
const RATING_FAULTS: Readonly<Record<Exclude<RatingOutcome['kind'], 'rated'>, Readonly<Record<string, string>>>> = {
  not_found: { external_conversation_id: 'Conversation not found for the given external_conversation_id' },
  not_requested: { base: 'No rating survey found for this conversation' },
  not_an_option: { rating: "Rating isn't an option" },
  closed: { base: 'The rating window for this conversation has closed' },
  locked: { base: 'This rating can no longer be changed because a remark has already been submitted' },
}

/** `user_id` is the caller's own, by which clients correlate (facts §9). */
async function present(deps: FinRouteDeps, userId: string, accepted: FinAccepted, rewind: boolean) {
  const { conversation, createdAt, errors } = accepted
  const faults = {
    ...(Object.keys(errors.user).length === 0 ? {} : { user: { attributes: errors.user } }),
    ...(Object.keys(errors.conversation).length === 0 ? {} : { conversation: { attributes: errors.conversation } }),
  }
  return {
    conversation_id: conversation.external_id,
    intercom_conversation_id: String(conversation.id),
    user_id: userId,
    status: conversation.status,
    created_at_ms: createdAt.toISOString(),
    ...(await streamOf(deps, accepted, rewind)),
    ...(Object.keys(faults).length === 0 ? {} : { errors: faults }),
  }
}

async function streamOf(deps: FinRouteDeps, { conversation, afterEvent, isStreamed }: FinAccepted, rewind: boolean) {
  if (!isStreamed) return {}
  return {
    sse_subscription_url: await deps.streamAddress({
      workspaceId: conversation.workspace_id,
      conversationId: conversation.id,
      externalId: conversation.external_id,
      afterEvent,
      rewind,
    }),
  }
}
