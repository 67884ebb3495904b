import type { ListedDataset } from '../catalogue.ts'
import { qualifiedId } from '../column.ts'
import type { ExportJob } from './export-job.ts'

/**
 * A job in Intercom's shape (facts §6.1). A job being written is `pending` as well: clients know that word, `complete` and
 * `failed`. `download_expires_at` is ISO 8601; both are empty where there is nothing to download.
 */
export function presentExport(job: ExportJob, publicUrl: string) {
  const isComplete = job.status === 'complete'
  return {
    job_identifier: job.id,
    status: job.status === 'in_progress' ? ('pending' as const) : job.status,
    download_url: isComplete ? `${publicUrl}/download/reporting_data/${job.id}` : '',
    download_expires_at: isComplete && job.expires_at !== null ? job.expires_at.toISOString() : '',
    // Dorsal's own.
    ...(job.status === 'failed' ? { reason: job.reason } : {}),
    ...(isComplete ? { row_count: job.row_count } : {}),
  }
}

export function presentDataset(dataset: ListedDataset, withQualified: boolean) {
  return {
    id: dataset.id,
    name: dataset.name,
    description: dataset.description,
    default_time_attribute_id: dataset.defaultTimeAttributeId,
    attributes: dataset.columns.map((column) => ({
      id: column.id,
      name: column.name,
      ...(withQualified ? { qualified_id: qualifiedId(column) } : {}),
    })),
  }
}
