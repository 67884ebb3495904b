import type { Selectable } from 'kysely'
import type { Schema } from '../db/index.ts'

/** A stored page without what is derived from its html. */
export type Page = Omit<
  Selectable<Schema['page']>,
  'text' | 'hidden' | 'language' | 'content_hash' | 'index_state' | 'index_version' | 'content_changed_at'
>

/** Columns of a Page, for selects. */
export const PAGE_COLUMNS = [
  'workspace_id',
  'id',
  'source_id',
  'external_id',
  'title',
  'html',
  'url',
  'ai_agent_availability',
  'ai_copilot_availability',
  'ai_sales_agent_availability',
  'locale',
  'revision',
  'created_at',
  'updated_at',
  'last_ingested_at',
] as const

/** Which assistants may use a page; an absent flag keeps the stored value, or is false on a new page (facts §1.3). */
export interface AvailabilityChange {
  readonly agent?: boolean | undefined
  readonly copilot?: boolean | undefined
  readonly salesAgent?: boolean | undefined
}

/** The whole content of a page, as a client states it. */
export interface PageContent {
  readonly title: string
  readonly html: string
  readonly url: string | null
  readonly locale: string
}

/** A page pushed by its identity in the source. */
export interface PagePush extends PageContent {
  readonly sourceId: number
  readonly externalId: string
  readonly availability: AvailabilityChange
}

/** A change of a page by its id. */
export interface PageUpdate extends PageContent {
  readonly sourceId: number
  /** Absent: unchanged. */
  readonly externalId?: string | undefined
  readonly availability: AvailabilityChange
}
