import type { Reader } from '../../db/index.ts'
import { versionName, type ApiVersion } from '../../http/index.ts'
import { DorsalError } from '../../kernel/index.ts'
import { findDataset, listColumns, resolveColumns } from '../catalogue.ts'
import { LAST_SECOND } from '../dataset.ts'

/** What a job is to export; its parts fit each other. */
export interface NewExport {
  readonly datasetId: string
  readonly attributeIds: readonly string[]
  readonly start: Date
  readonly end: Date
  readonly apiVersion: string
}

/** Names of several hundred attributes are more than any dataset has. */
const MAX_ATTRIBUTES = 1_000
/** Of what was given, in messages. */
const MAX_SHOWN = 1_000

/**
 * Checks a request by hand, since Intercom's messages are its own here (facts §6.1).
 * @throws `bad_request`
 */
export async function parseEnqueue(
  db: Reader,
  workspaceId: number,
  version: ApiVersion,
  body: unknown,
): Promise<NewExport> {
  const given: Readonly<Record<string, unknown>> = isObject(body) ? body : {}
  const datasetId = required(given, 'dataset_id')
  const dataset = typeof datasetId === 'string' ? findDataset(datasetId) : undefined
  if (dataset === undefined) throw badRequest('dataset_id', `${display(datasetId)} is not a valid dataset_id`)

  const ids = required(given, 'attribute_ids')
  if (!Array.isArray(ids)) throw badRequest('attribute_ids', `'attribute_ids' ${display(ids)} must be of type Array`)
  if (ids.length === 0) throw badRequest('attribute_ids', 'attribute_ids must contain at least one attribute_id')
  if (ids.length > MAX_ATTRIBUTES) {
    throw badRequest('attribute_ids', `attribute_ids must contain at most ${MAX_ATTRIBUTES} attribute_ids`)
  }
  const texts = ids.map((id: unknown) => (typeof id === 'string' ? id : display(id)))
  const columns = resolveColumns(await listColumns(db, workspaceId, dataset), texts)
  const unknown = texts.filter((_id, index) => columns[index] === undefined)
  if (unknown.length > 0) {
    const names = shorten(unknown.join(', '))
    throw badRequest('attribute_ids', `attribute_ids invalid for ${dataset.id} dataset: ${names}`)
  }

  const start = time(given, 'start_time')
  const end = time(given, 'end_time')
  if (end < start) throw badRequest('end_time', "'end_time' must not be before 'start_time'")
  return { datasetId: dataset.id, attributeIds: texts, start, end, apiVersion: versionName(version) }
}

function required(given: Readonly<Record<string, unknown>>, field: string): unknown {
  const value = Object.hasOwn(given, field) ? given[field] : undefined
  if (value === undefined || value === null || value === '') {
    throw badRequest(field, `'${field}' is a required parameter`)
  }
  return value
}

/** Unix seconds. */
function time(given: Readonly<Record<string, unknown>>, field: string): Date {
  const value = required(given, field)
  if (!Number.isInteger(value)) throw badRequest(field, `'${field}' ${display(value)} must be of type Integer`)
  const seconds = Number(value)
  if (seconds < 0 || seconds > LAST_SECOND) throw badRequest(field, `'${field}' ${seconds} is out of range`)
  return new Date(seconds * 1_000)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function display(value: unknown): string {
  return shorten(typeof value === 'string' ? value : JSON.stringify(value))
}

function shorten(text: string): string {
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}…`
}

function badRequest(field: string, message: string): DorsalError {
  return new DorsalError('bad_request', message, { field })
}
