import { atLeast, toListRequest, withFilters, type Api } from '../http/index.ts'
import { DorsalError, parseId, presentList } from '../kernel/index.ts'
import type { InstanceKey } from './instance-store.ts'
import type { ObjectInstances } from './object-instances.ts'
import type { ObjectType } from './object-type.ts'
import type { ObjectTypes } from './object-types.ts'
import { presentType } from './present-type.ts'
import {
  DefineObjectType,
  DeleteTypeQuery,
  InstanceParams,
  InstanceQuery,
  TypeParams,
  UpsertInstance,
} from './schemas.ts'

const admin = { scope: 'admin' } as const
const read = { scope: 'read_custom_object_instances' } as const
const write = { scope: 'write_custom_object_instances' } as const

/** The list of instances came with 2.16 (facts §5). */
const LIST_SINCE = '2.16'

/** Dorsal's own: types of custom objects; at Intercom they have a screen and no API (facts §5). */
export const objectTypeRoutes =
  ({ types }: { readonly types: ObjectTypes }) =>
  (app: Api): void => {
    const path = '/dorsal/v1/object_types'

    app.get(path, { config: admin }, async ({ workspaceId }) => {
      const all = await types.list(workspaceId)
      return { type: 'list', data: all.map(presentType), total_count: all.length }
    })

    app.get(`${path}/:type`, { config: admin, schema: { params: TypeParams } }, async ({ workspaceId, params }) =>
      presentType(await types.get(workspaceId, params.type)),
    )

    app.put(
      `${path}/:type`,
      { config: admin, schema: { params: TypeParams, body: DefineObjectType } },
      async ({ workspaceId, params, body }) => presentType(await types.define(workspaceId, params.type, body)),
    )

    app.delete(
      `${path}/:type`,
      { config: admin, schema: { params: TypeParams, querystring: DeleteTypeQuery } },
      async ({ workspaceId, params, query }, reply) => {
        await types.delete(workspaceId, params.type, query.delete_instances ?? false)
        return reply.code(204).send()
      },
    )
  }

export interface InstanceRouteDeps {
  readonly instances: ObjectInstances
  /** Where clients reach this server, without a trailing slash. */
  readonly publicUrl: () => string
}

/** Intercom's Custom Object Instances (facts §5). */
export const objectInstanceRoutes =
  ({ instances, publicUrl }: InstanceRouteDeps) =>
  (app: Api): void => {
    app.register(async (plugin) => {
      const scope = plugin as unknown as Api
      const path = '/custom_object_instances'
      // An older client may use the names of the list's parameters for something of its own.
      scope.addHook('preValidation', async (request) => {
        if (atLeast(request.apiVersion, LIST_SINCE)) return
        const { external_id } = (request.query ?? {}) as Record<string, unknown>
        request.query = external_id === undefined ? {} : { external_id }
      })

      scope.post(
        `${path}/:type`,
        { config: write, schema: { params: TypeParams, body: UpsertInstance } },
        ({ workspaceId, params, body }) => instances.upsert(workspaceId, params.type, body),
      )

      scope.get(
        `${path}/:type`,
        { config: read, schema: { params: TypeParams, querystring: InstanceQuery } },
        async ({ workspaceId, apiVersion, params, query }) => {
          const { external_id, references_contact_id, references_conversation_id } = query
          if (external_id !== undefined || !atLeast(apiVersion, LIST_SINCE)) {
            return instances.get(workspaceId, params.type, toKey(external_id))
          }
          const request = toListRequest(query)
          const filter = {
            contactId: toFilter(references_contact_id),
            conversationId: toFilter(references_conversation_id),
          }
          const result = await instances.list(workspaceId, params.type, filter, request)
          const listUrl = `${publicUrl()}${path}/${encodeURIComponent(params.type)}`
          return presentList(result, request, (instance) => instance, withFilters(listUrl, query))
        },
      )

      scope.delete(
        `${path}/:type`,
        { config: write, schema: { params: TypeParams, querystring: InstanceQuery } },
        async ({ workspaceId, params, query }) =>
          presentDeleted(await instances.delete(workspaceId, params.type, toKey(query.external_id))),
      )

      scope.get(`${path}/:type/:id`, { config: read, schema: { params: InstanceParams } }, ({ workspaceId, params }) =>
        instances.getByEither(workspaceId, params.type, params.id),
      )

      scope.delete(
        `${path}/:type/:id`,
        { config: write, schema: { params: InstanceParams } },
        async ({ workspaceId, params }) =>
          presentDeleted(await instances.delete(workspaceId, params.type, { id: parseId(params.id) ?? NOBODY })),
      )
    })
  }

/** What can't be an id is that of nothing. */
const NOBODY = 0

function toFilter(id: string | undefined): number | undefined {
  return id === undefined ? undefined : (parseId(id) ?? NOBODY)
}

/** @throws `parameter_not_found` */
function toKey(externalId: string | undefined): InstanceKey {
  if (externalId !== undefined) return { externalId }
  throw new DorsalError('parameter_not_found', 'external_id is a required parameter', { field: 'external_id' })
}

function presentDeleted({ id, type }: { readonly id: number; readonly type: ObjectType }) {
  return { id: String(id), object: type.identifier, deleted: true as const }
}
