import type { Generated } from 'kysely'

/** What only reports and exports read. */
export interface ReportingTables {
  /** What teammates asked; people's conversations are elsewhere. */
  copilot_question: {
    workspace_id: number
    id: Generated<number>
    question: string
    /** Null when it was refused. */
    answer: string | null
    /** Titles of the pages that the answer quoted. */
    page_titles: string[]
    replied_at: Date
  }
  export_job: {
    workspace_id: number
    id: string
    dataset_id: string
    attribute_ids: string[]
    start_time: Date
    end_time: Date
    api_version: string
    status: ExportStatus
    /** Why it failed. */
    reason: string | null
    row_count: number | null
    file_bytes: number | null
    attempts: number
    leased_until: Date | null
    created_at: Date
    completed_at: Date | null
    /** When its file goes. */
    expires_at: Date | null
  }
}

export type ExportStatus = 'pending' | 'in_progress' | 'complete' | 'failed'
