/** What the main thread and the database thread say to each other. Bytes are PostgreSQL wire protocol messages. */
export interface WorkerOptions {
  readonly directory: string
  readonly vector: boolean
  readonly textSearch: boolean
  readonly sharedBuffers: string
  /** Four shared bytes that count the fsync calls. */
  readonly syncCounter: SharedArrayBuffer
}

export type ToWorker =
  /** Connections take turns and are numbered in that order. */
  { readonly kind: 'bytes'; readonly connection: number; readonly bytes: Uint8Array } | { readonly kind: 'close' }

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'bytes'; readonly connection: number; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly reason: string }
