import { fsyncSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { syncPath } from './sync-files.ts'

/** The part of Emscripten's NODEFS that is needed to reach the real file behind a stream. */
interface EmscriptenStream {
  readonly nfd?: number
  readonly node: object
}
interface EmscriptenNodeFs {
  readonly stream_ops: { fsync?: (stream: EmscriptenStream) => number }
  readonly realPath: (node: object) => string
}

/**
 * PGlite's file system with an fsync that reaches the disk. Emscripten's NODEFS has none, so PostgreSQL's own calls
 * would silently succeed without doing anything.
 */
export class DurableFileSystem extends NodeFS {
  readonly #onSync: () => void

  constructor(dataDir: string, onSync: () => void) {
    super(dataDir)
    this.#onSync = onSync
  }

  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const result = await super.init(...args)
    const addFsync = (module: { FS: { filesystems: Record<string, unknown> } }) => {
      const nodeFs = module.FS.filesystems['NODEFS'] as EmscriptenNodeFs
      nodeFs.stream_ops.fsync = (stream) => {
        this.#sync(nodeFs, stream)
        return 0
      }
    }
    const preRun = [...(result.emscriptenOpts.preRun ?? []), addFsync] as NonNullable<
      typeof result.emscriptenOpts.preRun
    >
    return { emscriptenOpts: { ...result.emscriptenOpts, preRun } }
  }

  #sync(nodeFs: EmscriptenNodeFs, stream: EmscriptenStream): void {
    if (stream.nfd === undefined) {
      // PostgreSQL also syncs directories, which NODEFS opens without a descriptor.
      syncPath(nodeFs.realPath(stream.node))
    } else {
      fsyncSync(stream.nfd)
    }
    this.#onSync()
  }
}
