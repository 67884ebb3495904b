import type { ColumnType, Generated, JSONColumnType } from 'kysely'

/** The tables as the program sees them. `workspace_id` comes first in every tenant-owned key. */
export interface Schema {
  workspace: {
    id: Generated<number>
    name: string
    created_at: Date
  }
  access_token: {
    workspace_id: number
    id: Generated<number>
    name: string
    /** SHA-256 of the token; the token itself is shown once and never stored. */
    token_hash: Buffer
    scopes: string[]
    created_at: Date
  }
  source: {
    workspace_id: number
    id: Generated<number>
    url: string
    sync_behavior: SyncBehavior
    status: SourceStatus
    last_synced_at: Date
    created_at: Date
    updated_at: Date
  }
  audience: {
    workspace_id: number
    id: Generated<number>
    name: string
    rule: JSONColumnType<object>
    created_at: Date
    updated_at: Date
  }
  source_audience: {
    workspace_id: number
    source_id: number
    audience_id: number
  }
  page: {
    workspace_id: number
    id: Generated<number>
    source_id: number
    external_id: string
    title: string
    html: string
    url: string | null
    ai_agent_availability: boolean
    ai_copilot_availability: boolean
    ai_sales_agent_availability: boolean
    locale: string
    /** Detected from the text, never taken from `locale`. */
    language: string
    /** What a reader sees of the html; citations' offsets count UTF-16 units in it. */
    text: string
    hidden: JSONColumnType<object>
    content_hash: Buffer
    /** Counts content changes, from 1. */
    revision: number
    /** `stale`: the page is saved but its chunks are not, and a job will index it. */
    index_state: 'indexed' | 'stale'
    /** Version of the ingest rules that made the chunks; older ones are indexed again in the background. */
    index_version: number
    created_at: Date
    updated_at: Date
    last_ingested_at: Date
  }
  /** Derived from pages and rebuildable at any time. */
  chunk: {
    workspace_id: number
    id: Generated<number>
    page_id: number
    source_id: number
    ordinal: number
    ai_agent: boolean
    ai_copilot: boolean
    heading_path: ColumnType<string[], string[], string[]>
    start_offset: number
    end_offset: number
    text: string
    /** Analysed terms of title, headings and text, joined by spaces. */
    terms: string
    content_hash: Buffer
  }
  /** Present only where the server has pgvector. */
  chunk_vector: {
    workspace_id: number
    chunk_id: number
    model: string
    /** pgvector's text form, `[1,2,3]`. */
    embedding: string
  }
}

export type SyncBehavior = 'api' | 'automatic' | 'manual'
export type SourceStatus = 'active' | 'deactivated'
