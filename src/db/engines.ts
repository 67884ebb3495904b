import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Engine } from './database.ts'
import { makePool } from './database.ts'
import { lockDataDirectory } from './embedded/data-lock.ts'
import { syncPath, syncTree } from './embedded/sync-files.ts'
import { openNotifications } from './notifications.ts'
import { keepPlans } from './prepared.ts'
import { openEmbeddedPostgres, type EmbeddedOptions } from './embedded/embedded-postgres.ts'

/** PostgreSQL elsewhere, by its connection URL. */
export function serverEngine(url: string): Engine {
  const pool = makePool({ connectionString: url, max: 10 })
  return {
    pool,
    notifications: openNotifications(url),
    syncCount: () => undefined,
    close: () => Promise.resolve(),
  }
}

export interface EmbeddedEngineOptions {
  readonly dataDir: string
  readonly onFatal: (error: Error) => void
  /** Left out only by tests, to see what a server without these extensions does. */
  readonly extensions?: EmbeddedOptions['extensions']
}

/**
 * PostgreSQL in this process, its files in `dataDir`, which is locked meanwhile.
 * @throws DataDirectoryLockedError when another process has it open.
 */
export async function embeddedEngine(options: EmbeddedEngineOptions): Promise<Engine> {
  const unlock = lockDataDirectory(options.dataDir, options.onFatal)
  try {
    const directory = await ensureCluster(options)
    const postgres = await openEmbeddedPostgres({ ...embedded(options), directory })
    // One connection: the embedded PostgreSQL has one session, and the pool makes callers wait their turn.
    const pool = makePool({
      max: 1,
      idleTimeoutMillis: 0,
      stream: () => postgres.stream(),
      user: 'postgres',
      database: 'postgres',
    })
    pool.on('connect', keepPlans)
    return {
      pool,
      syncCount: () => postgres.syncCount(),
      async close() {
        try {
          await postgres.close()
        } finally {
          unlock()
        }
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

function embedded(options: EmbeddedEngineOptions) {
  return { extensions: options.extensions ?? { vector: true, textSearch: true }, onFatal: options.onFatal }
}

/** A new cluster is made aside and renamed when whole: a crash while making it leaves nothing half-made behind. */
async function ensureCluster(options: EmbeddedEngineOptions): Promise<string> {
  const directory = join(options.dataDir, 'postgres')
  if (existsSync(directory)) return directory
  const draft = join(options.dataDir, 'postgres.new')
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  const postgres = await openEmbeddedPostgres({ ...embedded(options), directory: draft })
  await postgres.close()
  // A lost power supply must not undo the name, nor files that no later write touches.
  syncTree(draft)
  renameSync(draft, directory)
  syncPath(options.dataDir)
  syncPath(dirname(options.dataDir))
  return directory
}
