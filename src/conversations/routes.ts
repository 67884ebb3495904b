import { findContact } from '../contacts/index.ts'
import type { Database, Reader } from '../db/index.ts'
import { IdParams, requireId, toListRequest, withFilters, type Api } from '../http/index.ts'
import { notFound, parameterInvalid, parseId, presentList, type Clock } from '../kernel/index.ts'
import { findConversation, listConversations } from './conversation-store.ts'
import { readMessageBody, type MessageBody } from './message-body.ts'
import { listAttachments, listParts, listSources } from './part-store.ts'
import { presentConversation, presentConversationWithParts, presentPart } from './present.ts'
import { ConversationQuery, TeammateActionBody, TeammateReplyBody } from './schemas.ts'
import { AgentSettingsChange, changeAgentSettings, readAgentSettings } from './settings.ts'
import type { Teammates } from './teammates.ts'

export interface ConversationRouteDeps {
  readonly db: Database
  readonly teammates: Teammates
  readonly publicUrl: () => string
}

const read = { scope: 'read_conversations' } as const
const write = { scope: 'write_conversations' } as const
const admin = { scope: 'admin' } as const

/** Dorsal's own: conversations as the team sees them. */
export const conversationRoutes =
  ({ db, teammates, publicUrl }: ConversationRouteDeps) =>
  (app: Api): void => {
    const path = '/dorsal/v1/conversations'

    app.get(path, { config: read, schema: { querystring: ConversationQuery } }, async ({ workspaceId, query }) => {
      const request = toListRequest(query)
      const filter = {
        isOpen: query.state === undefined ? undefined : query.state === 'open',
        status: query.status,
        channel: query.channel,
        // What can't be an id is nobody's.
        contactId: query.contact_id === undefined ? undefined : (parseId(query.contact_id) ?? 0),
        externalId: query.external_id,
      }
      const result = await listConversations(db.reader, workspaceId, filter, request)
      const listUrl = withFilters(`${publicUrl()}${path}`, query)
      return presentList(result, request, (item) => presentConversation(item, undefined), listUrl)
    })

    app.get(`${path}/:id`, { config: read, schema: { params: IdParams } }, ({ workspaceId, params }) =>
      readWhole(db.reader, workspaceId, idOf(params.id)),
    )

    app.post(
      `${path}/:id/reply`,
      { config: write, schema: { params: IdParams, body: TeammateReplyBody } },
      async ({ workspaceId, params, body }) =>
        presentPart(
          await teammates.reply(workspaceId, idOf(params.id), {
            body: readWords(body.body),
            teammate: body.teammate_name,
            isNote: body.message_type === 'note',
          }),
        ),
    )

    app.post(
      `${path}/:id/close`,
      { config: write, schema: { params: IdParams, body: TeammateActionBody } },
      async ({ workspaceId, params, body }) => {
        await teammates.close(workspaceId, idOf(params.id), body.teammate_name)
        return readWhole(db.reader, workspaceId, idOf(params.id))
      },
    )

    app.post(
      `${path}/:id/reopen`,
      { config: write, schema: { params: IdParams, body: TeammateActionBody } },
      async ({ workspaceId, params, body }) => {
        await teammates.reopen(workspaceId, idOf(params.id), body.teammate_name)
        return readWhole(db.reader, workspaceId, idOf(params.id))
      },
    )
  }

/** @throws `parameter_invalid` for html that nobody sees anything of */
function readWords(raw: string): MessageBody {
  const body = readMessageBody(raw)
  if (body.text === '') throw parameterInvalid('body', 'body must not be blank')
  return body
}

function idOf(raw: string): number {
  return requireId(raw, 'Conversation')
}

async function readWhole(db: Reader, workspaceId: number, id: number) {
  const conversation = await findConversation(db, workspaceId, id)
  if (conversation === undefined) throw notFound('Conversation')
  const contact = await findContact(db, workspaceId, conversation.contact_id)
  const parts = await listParts(db, conversation)
  const partIds = parts.map((part) => part.id)
  return presentConversationWithParts(
    conversation,
    contact,
    parts,
    await listSources(db, workspaceId, partIds),
    await listAttachments(db, workspaceId, partIds),
  )
}

/** Dorsal's own: how the agent behaves; at Intercom this is set on screens. */
export const agentSettingsRoutes =
  ({ db, clock }: { readonly db: Database; readonly clock: Clock }) =>
  (app: Api): void => {
    const path = '/dorsal/v1/agent'

    app.get(path, { config: admin }, ({ workspaceId }) => readAgentSettings(db.reader, workspaceId))

    app.put(path, { config: admin, schema: { body: AgentSettingsChange } }, ({ workspaceId, body }) =>
      changeAgentSettings(db, workspaceId, body, new Date(clock.now())),
    )
  }
