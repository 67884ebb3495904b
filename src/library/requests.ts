import { MAX_ID } from '../kernel/index.ts'
import type { AvailabilityChange, PageContent, PagePush, PageUpdate } from './page.ts'
import type { CreatePage, CreateSource, UpdatePage, UpdateSource } from './schemas.ts'

/** An id that can't be stored can't exist: 0, which no source has, makes it unknown instead of an error of storage. */
function sourceId(id: number): number {
  return id > 0 && id <= MAX_ID ? id : 0
}

function toAvailability(body: CreatePage | UpdatePage): AvailabilityChange {
  return {
    agent: body.ai_agent_availability ?? body.fin_availability,
    copilot: body.ai_copilot_availability ?? body.fin_availability,
    salesAgent: body.ai_sales_agent_availability,
  }
}

/** A url that is left out is no url, on create and on update alike (facts §1.3, §9). */
function toContent({ title, html, url, locale }: CreatePage | UpdatePage): PageContent {
  return { title, html, url: url ?? null, locale }
}

export function toPagePush(body: CreatePage): PagePush {
  return {
    ...toContent(body),
    sourceId: sourceId(body.source_id),
    externalId: body.external_id,
    availability: toAvailability(body),
  }
}

export function toPageUpdate(body: UpdatePage): PageUpdate {
  return {
    ...toContent(body),
    sourceId: sourceId(body.source_id),
    externalId: body.external_id,
    availability: toAvailability(body),
  }
}

export function toSyncBehavior(value: UpdateSource['sync_behavior']): 'api' | 'automatic' | 'manual' {
  return value === 'automated' ? 'automatic' : value
}

/** One id, several or null (facts §1.5); each once. Ids that can't exist are kept, to be named as unknown. */
export function toAudienceIds(value: CreateSource['audience_ids']): number[] | undefined {
  if (value === undefined) return undefined
  if (value === null) return []
  return [...new Set(typeof value === 'number' ? [value] : value)]
}
