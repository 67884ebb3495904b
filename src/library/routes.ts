import {
  atLeast,
  IdParams,
  ListQuery,
  requireId,
  requireVersion,
  toListRequest,
  withFilters,
  type Api,
} from '../http/index.ts'
import { notFound, presentList } from '../kernel/index.ts'
import type { Reader } from '../db/index.ts'
import { findIndexedPage } from './indexed-page.ts'
import { parseAudienceRule } from './audience-rule.ts'
import type { Audiences } from './audiences.ts'
import type { PageWriter } from './page-writer.ts'
import type { Pages } from './pages.ts'
import { presentAudience, presentPage, presentSource, presentSuspiciousPassage } from './present.ts'
import { toAudienceIds, toPagePush, toPageUpdate, toSyncBehavior } from './requests.ts'
import { CreatePage, CreateSource, SuspiciousQuery, UpdatePage, UpdateSource, WriteAudience } from './schemas.ts'
import type { Sources } from './sources.ts'
import { listSuspiciousPassages } from './suspicious-passages.ts'

export interface LibraryRouteDeps {
  readonly sources: Sources
  readonly pages: Pages
  readonly writer: PageWriter
  readonly audiences: Audiences
  /** Where clients reach this server, without a trailing slash. */
  readonly publicUrl: () => string
}

/** The AI Content endpoints came with 2.12 (facts §1.1). */
const AI_CONTENT_SINCE = '2.12'
/** Audiences came to sources with 2.15 (facts §1.5). */
const AUDIENCES_SINCE = '2.15'

/** Intercom's AI Content API: content import sources and external pages. */
export const aiContentRoutes =
  ({ sources, pages, writer, publicUrl }: LibraryRouteDeps) =>
  (app: Api): void => {
    app.register(async (scope) => {
      scope.addHook('preValidation', async ({ apiVersion, body }) => {
        requireVersion(apiVersion, AI_CONTENT_SINCE)
        if (!atLeast(apiVersion, AUDIENCES_SINCE)) forgetAudiences(body)
      })
      sourceRoutes(scope as unknown as Api, sources, publicUrl)
      pageRoutes(scope as unknown as Api, pages, writer, publicUrl)
    })
  }

const config = { scope: 'read_write_ai_content' } as const

function sourceRoutes(app: Api, sources: Sources, publicUrl: () => string): void {
  const path = '/ai/content_import_sources'

  app.get(path, { config, schema: { querystring: ListQuery } }, async ({ workspaceId, apiVersion, query }) => {
    const request = toListRequest(query)
    const result = await sources.list(workspaceId, request)
    return presentList(result, request, (source) => presentSource(source, apiVersion), `${publicUrl()}${path}`)
  })

  app.post(path, { config, schema: { body: CreateSource } }, async ({ workspaceId, apiVersion, body }) => {
    const source = { url: body.url, syncBehavior: body.sync_behavior, status: body.status ?? 'active' }
    const audienceIds = toAudienceIds(body.audience_ids)
    return presentSource(await sources.create(workspaceId, source, audienceIds), apiVersion)
  })

  app.get(`${path}/:id`, { config, schema: { params: IdParams } }, async ({ workspaceId, apiVersion, params }) =>
    presentSource(await sources.get(workspaceId, sourceId(params.id)), apiVersion),
  )

  app.put(
    `${path}/:id`,
    { config, schema: { params: IdParams, body: UpdateSource } },
    async ({ workspaceId, apiVersion, params, body }) => {
      const update = {
        url: body.url,
        syncBehavior: toSyncBehavior(body.sync_behavior),
        status: body.status,
        audienceIds: toAudienceIds(body.audience_ids),
      }
      return presentSource(await sources.update(workspaceId, sourceId(params.id), update), apiVersion)
    },
  )

  app.delete(`${path}/:id`, { config, schema: { params: IdParams } }, async ({ workspaceId, params }, reply) => {
    await sources.delete(workspaceId, sourceId(params.id))
    return reply.code(204).send()
  })
}

function pageRoutes(app: Api, pages: Pages, writer: PageWriter, publicUrl: () => string): void {
  const path = '/ai/external_pages'

  app.get(path, { config, schema: { querystring: ListQuery } }, async ({ workspaceId, apiVersion, query }) => {
    const request = toListRequest(query)
    const result = await pages.list(workspaceId, request)
    return presentList(result, request, (page) => presentPage(page, apiVersion), `${publicUrl()}${path}`)
  })

  app.post(path, { config, schema: { body: CreatePage } }, async ({ workspaceId, apiVersion, body }) => {
    const outcome = await writer.write(workspaceId, toPagePush(body))
    if (outcome.kind === 'rejected') throw outcome.error
    return presentPage(outcome.page, apiVersion)
  })

  app.get(`${path}/:id`, { config, schema: { params: IdParams } }, async ({ workspaceId, apiVersion, params }) =>
    presentPage(await pages.get(workspaceId, pageId(params.id)), apiVersion),
  )

  app.put(
    `${path}/:id`,
    { config, schema: { params: IdParams, body: UpdatePage } },
    async ({ workspaceId, apiVersion, params, body }) =>
      presentPage(await pages.update(workspaceId, pageId(params.id), toPageUpdate(body)), apiVersion),
  )

  app.delete(`${path}/:id`, { config, schema: { params: IdParams } }, async ({ workspaceId, apiVersion, params }) => {
    const page = await pages.delete(workspaceId, pageId(params.id))
    return presentPage({ ...page, html: '' }, apiVersion)
  })
}

/** Dorsal's own: the text that a page's citations quote, how it was cut, and which passages are suspicious. */
export const indexedPageRoutes =
  ({ db, publicUrl }: { readonly db: Reader } & Pick<LibraryRouteDeps, 'publicUrl'>) =>
  (app: Api): void => {
    app.get(
      '/dorsal/v1/external_pages/:id',
      { config, schema: { params: IdParams } },
      async ({ workspaceId, params }) => {
        const page = await findIndexedPage(db, workspaceId, pageId(params.id))
        if (page === undefined) throw notFound('External page')
        return page
      },
    )

    const path = '/dorsal/v1/suspicious_passages'
    app.get(path, { config, schema: { querystring: SuspiciousQuery } }, async ({ workspaceId, query }) => {
      const request = toListRequest(query)
      const result = await listSuspiciousPassages(db, workspaceId, query.source_id, request)
      return presentList(result, request, presentSuspiciousPassage, withFilters(`${publicUrl()}${path}`, query))
    })
  }

/** Dorsal's own: in 2.14 audiences have no API, only a screen (facts §7.3). */
export const audienceRoutes =
  ({ audiences }: Pick<LibraryRouteDeps, 'audiences'>) =>
  (app: Api): void => {
    const admin = { scope: 'admin' } as const
    const path = '/dorsal/v1/audiences'

    app.get(path, { config: admin }, async ({ workspaceId }) => {
      const all = await audiences.list(workspaceId)
      return { type: 'list', data: all.map(presentAudience), total_count: all.length }
    })

    app.post(path, { config: admin, schema: { body: WriteAudience } }, async ({ workspaceId, body }) => {
      const rule = parseAudienceRule(body.rule)
      return presentAudience(await audiences.create(workspaceId, { name: body.name, rule }))
    })

    app.put(
      `${path}/:id`,
      { config: admin, schema: { params: IdParams, body: WriteAudience } },
      async ({ workspaceId, params, body }) => {
        const rule = parseAudienceRule(body.rule)
        return presentAudience(await audiences.update(workspaceId, audienceId(params.id), { name: body.name, rule }))
      },
    )

    app.delete(
      `${path}/:id`,
      { config: admin, schema: { params: IdParams } },
      async ({ workspaceId, params }, reply) => {
        await audiences.delete(workspaceId, audienceId(params.id))
        return reply.code(204).send()
      },
    )
  }

/** An older client may use the name for something of its own: it is as unknown as any other. */
function forgetAudiences(body: unknown): void {
  if (typeof body === 'object' && body !== null && 'audience_ids' in body) delete body.audience_ids
}

function sourceId(raw: string): number {
  return requireId(raw, 'Content import source')
}

function pageId(raw: string): number {
  return requireId(raw, 'External page')
}

function audienceId(raw: string): number {
  return requireId(raw, 'Audience')
}
