import { IdParams, requireId, toListRequest, withFilters, type Api } from '../http/index.ts'
import { notFound, presentList, type Clock } from '../kernel/index.ts'
import { defineAttribute, listAttributes } from './attributes.ts'
import { findContact, listContacts } from './contact-store.ts'
import { eraseContact, type EraseDeps } from './erase-contact.ts'
import { presentContact, presentReceipt } from './present.ts'
import { AttributeParams, ContactQuery, DefineAttribute } from './schemas.ts'

export interface ContactRouteDeps extends EraseDeps {
  readonly clock: Clock
  readonly publicUrl: () => string
}

const admin = { scope: 'admin' } as const
const read = { scope: 'read_conversations' } as const

/** Dorsal's own: who talked to the agent, and erasing them. */
export const contactRoutes =
  ({ db, clock, outbox, onErase, publicUrl }: ContactRouteDeps) =>
  (app: Api): void => {
    const path = '/dorsal/v1/contacts'

    app.get(path, { config: read, schema: { querystring: ContactQuery } }, async ({ workspaceId, query }) => {
      const request = toListRequest(query)
      const filter = { externalId: query.external_id, email: query.email }
      const result = await listContacts(db.reader, workspaceId, filter, request)
      return presentList(result, request, presentContact, withFilters(`${publicUrl()}${path}`, query))
    })

    app.get(`${path}/:id`, { config: read, schema: { params: IdParams } }, async ({ workspaceId, params }) => {
      const contact = await findContact(db.reader, workspaceId, requireId(params.id, 'Contact'))
      if (contact === undefined) throw notFound('Contact')
      return presentContact(contact)
    })

    app.delete(`${path}/:id`, { config: admin, schema: { params: IdParams } }, async ({ workspaceId, params }) => {
      const id = requireId(params.id, 'Contact')
      return presentReceipt(await eraseContact({ db, outbox, onErase }, workspaceId, id, new Date(clock.now())))
    })
  }

/** Dorsal's own: in 2.14 attributes are defined on a screen; a value without a definition is refused (facts §4.2). */
export const attributeRoutes =
  ({ db, clock }: Pick<ContactRouteDeps, 'db' | 'clock'>) =>
  (app: Api): void => {
    const path = '/dorsal/v1/attributes'

    app.get(path, { config: admin }, async ({ workspaceId }) => {
      const all = await listAttributes(db.reader, workspaceId)
      return { type: 'list', data: all, total_count: all.length }
    })

    app.post(path, { config: admin, schema: { body: DefineAttribute } }, async ({ workspaceId, body }) => {
      await db.transact((tx) => defineAttribute(tx, workspaceId, body, 'name', new Date(clock.now())))
      const { model, name, type } = body
      return { model, name, type }
    })

    app.delete(
      `${path}/:model/:name`,
      { config: admin, schema: { params: AttributeParams } },
      async ({ workspaceId, params }, reply) => {
        await db.transact(async (tx) => {
          const gone = await tx
            .deleteFrom('attribute')
            .where('workspace_id', '=', workspaceId)
            .where('model', '=', params.model)
            .where('name', '=', params.name)
            .returning('name')
            .executeTakeFirst()
          if (gone === undefined) throw notFound('Attribute')
        })
        return reply.code(204).send()
      },
    )
  }
