import type { ModelDescription } from '../embedding/index.ts'

/** What search knows besides words. */
export interface ModelSettings {
  /** Undefined: search is lexical. */
  readonly embedding: ModelDescription | undefined
  /** For the endpoint that the settings name. */
  readonly embeddingApiKey: string | undefined
  /** Whether a new model takes over by itself when its vectors are made. */
  readonly embeddingSwap: 'auto' | 'manual'
  readonly reranker: RerankerSettings | undefined
}

export type RerankerSettings =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'endpoint'; readonly baseUrl: string; readonly model: string; readonly apiKey: string | undefined }

/** How settings are read: an empty one is unset, and every bad one is told of at once. */
export interface SettingsReader {
  text(name: string): string | undefined
  httpUrl(name: string): string | undefined
  parse<T>(name: string, fallback: T, convert: (raw: string) => T | undefined, expected: string): T
  problem(message: string): void
}

const NONE = 'none'
const SWAPS = ['auto', 'manual'] as const
/** pgvector indexes no longer vectors. */
const MOST_DIMENSIONS = 2_000

export function readModelSettings(settings: SettingsReader): ModelSettings {
  const { text, parse } = settings
  return {
    embedding: readEmbedding(settings),
    embeddingApiKey: text('DORSAL_EMBEDDING_API_KEY'),
    embeddingSwap: parse<(typeof SWAPS)[number]>(
      'DORSAL_EMBEDDING_SWAP',
      'auto',
      (raw) => SWAPS.find((swap) => swap === raw),
      `one of ${SWAPS.join(', ')}`,
    ),
    reranker: readReranker(settings),
  }
}

function readEmbedding(settings: SettingsReader): ModelDescription | undefined {
  const { text, httpUrl, parse, problem } = settings
  const baseUrl = httpUrl('DORSAL_EMBEDDING_BASE_URL')
  const folder = text('DORSAL_EMBEDDING_FOLDER')
  const model = text('DORSAL_EMBEDDING_MODEL')
  const dimensions = parse<number | null>(
    'DORSAL_EMBEDDING_DIMENSIONS',
    null,
    (raw) => (/^[0-9]+$/.test(raw) && Number(raw) >= 1 && Number(raw) <= MOST_DIMENSIONS ? Number(raw) : undefined),
    `a number from 1 to ${MOST_DIMENSIONS}`,
  )
  const isEndpointSet = text('DORSAL_EMBEDDING_BASE_URL') !== undefined
  if (isEndpointSet && folder !== undefined) {
    problem('DORSAL_EMBEDDING_BASE_URL and DORSAL_EMBEDDING_FOLDER name two models: set one')
  }
  if (model === NONE) {
    if (isEndpointSet) problem('DORSAL_EMBEDDING_MODEL is none, but DORSAL_EMBEDDING_BASE_URL is set')
    if (folder !== undefined) problem('DORSAL_EMBEDDING_MODEL is none, but DORSAL_EMBEDDING_FOLDER is set')
    return undefined
  }
  if (isEndpointSet) {
    if (model === undefined) problem('DORSAL_EMBEDDING_MODEL is needed beside DORSAL_EMBEDDING_BASE_URL')
    return { kind: 'endpoint', baseUrl: baseUrl ?? '', model: model ?? '', dimensions }
  }
  for (const name of ['MODEL', 'API_KEY', 'DIMENSIONS']) {
    if (text(`DORSAL_EMBEDDING_${name}`) === undefined) continue
    problem(`DORSAL_EMBEDDING_BASE_URL is needed beside DORSAL_EMBEDDING_${name}`)
  }
  return folder === undefined ? { kind: 'packaged' } : { kind: 'folder', folder }
}

function readReranker({ text, httpUrl, problem }: SettingsReader): RerankerSettings | undefined {
  const baseUrl = httpUrl('DORSAL_RERANKER_BASE_URL')
  const folder = text('DORSAL_RERANKER_FOLDER')
  const model = text('DORSAL_RERANKER_MODEL')
  const apiKey = text('DORSAL_RERANKER_API_KEY')
  if (text('DORSAL_RERANKER_BASE_URL') !== undefined) {
    if (folder !== undefined) problem('DORSAL_RERANKER_BASE_URL and DORSAL_RERANKER_FOLDER name two rerankers: set one')
    if (model === undefined) problem('DORSAL_RERANKER_MODEL is needed beside DORSAL_RERANKER_BASE_URL')
    return { kind: 'endpoint', baseUrl: baseUrl ?? '', model: model ?? '', apiKey }
  }
  if (model !== undefined) problem('DORSAL_RERANKER_BASE_URL is needed beside DORSAL_RERANKER_MODEL')
  if (apiKey !== undefined) problem('DORSAL_RERANKER_BASE_URL is needed beside DORSAL_RERANKER_API_KEY')
  return folder === undefined ? undefined : { kind: 'folder', folder }
}
