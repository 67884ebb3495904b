import type { ColumnType, Generated, JSONColumnType } from 'kysely'

/** Workspaces, and what they are answered from. */
export interface LibraryTables {
  workspace: {
    id: Generated<number>
    name: string
    created_at: Date
    /** Signs what the workspace hands out for a while. */
    signing_key: Generated<Buffer>
    /** Counts the changes of sources, pages and audiences that can change an answer. */
    library_revision: Generated<number>
    /** The last chunk whose words are in the vocabulary. */
    learned_chunk_id: Generated<number>
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
    /** When the revision was pushed; `updated_at` moves with metadata as well, `last_ingested_at` with the rules. */
    content_changed_at: Date
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
    /** SHA-256 of title, headings and text, a line each: what a vector is made of. */
    context_hash: Buffer
    /** Why the passage may be written for a model and not for people; empty for nearly all. */
    suspicions: ColumnType<Suspicion[], readonly Suspicion[] | undefined, readonly Suspicion[]>
  }
  /** The words of a workspace's chunks with what decides who may read those, learned in the background. */
  vocabulary: {
    workspace_id: number
    term: string
    source_id: number
    ai_agent: boolean
    ai_copilot: boolean
    /** Three letters each; none of words in other scripts. */
    trigrams: string[]
    /** When it was seen in a chunk. */
    checked_at: Date
  }
  /** Models whose vectors are stored, of all workspaces. */
  embedding_model: {
    id: Generated<number>
    /** Its id by its own account. */
    name: string
    /** How it is opened again; holds no key. */
    description: JSONColumnType<object>
    state: EmbeddingModelState
    /** Length of its vectors; null until the first is made. */
    dimensions: number | null
    /** How it did beside the model that it replaces. */
    comparison: JSONColumnType<object> | null
    changed_at: Date
  }
  /**
   * What a model makes of a text, for every chunk with this text: of copies, of pages that moved, of pages pushed again.
   * Present only where the server has pgvector.
   */
  chunk_vector: {
    workspace_id: number
    model_id: number
    context_hash: Buffer
    /** Of a text that is longer than what the model reads; 0 is the first. */
    piece: Generated<number>
    /** pgvector's text form, `[1,2,3]`; null where the model could not take the text. */
    embedding: string | null
    failure: string | null
    retry_at: Date | null
  }
}

export type SyncBehavior = 'api' | 'automatic' | 'manual'
export type SourceStatus = 'active' | 'deactivated'
/** What a suspicious passage has or is surrounded by; see docs/security.md. */
export type Suspicion =
  | 'instructions_to_model'
  | 'prompt_markup'
  | 'hidden_text'
  | 'invisible_characters'
  | 'encoded_instructions'
  | 'mixed_scripts'
  | 'exfiltration_link'
  | 'keyword_stuffing'
/**
 * `serving`: searches use it. `building`: its vectors are being made to replace those that serve. `waiting`: they are
 * made, and somebody is to decide. `dropped`: somebody decided against it. `retired`: its vectors are being deleted.
 */
export type EmbeddingModelState = 'serving' | 'building' | 'waiting' | 'dropped' | 'retired'
