import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** Who holds a data directory. `startedAt` tells a reused process id from the one that took the lock. */
interface Holder {
  readonly pid: number
  readonly host: string
  readonly startedAt: string | null
}

export class DataDirectoryLockedError extends Error {
  override readonly name = 'DataDirectoryLockedError'
}

const LOCK_FILE = 'dorsal.lock'
const HEARTBEAT_MS = 5_000
/** A lock of another host (a container that shares the volume) is believed this long after its last heartbeat. */
const FOREIGN_STALE_MS = 30_000

/**
 * Takes the exclusive lock of a data directory; the embedded database takes none itself, and two processes on one
 * directory lose rows silently.
 *
 * @returns a function that releases the lock.
 * @throws DataDirectoryLockedError that names the holder.
 */
export function lockDataDirectory(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, LOCK_FILE)
  const own: Holder = { pid: process.pid, host: hostname(), startedAt: processStart(process.pid) }
  const draft = `${file}.${process.pid}.new`
  writeFileSync(draft, JSON.stringify(own))
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      if (tryLink(draft, file)) return keepLock(file, own)
      const found = readHolder(file)
      if (found !== undefined && isAlive(found.holder, found.heartbeatAt)) throw lockedError(dataDir, found.holder)
      removeStale(file, found?.raw)
    }
    throw new DataDirectoryLockedError(`${dataDir} is being opened by another process; try again`)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Who holds the data directory now; undefined when nobody alive does. Takes and changes nothing. */
export function findLockHolder(dataDir: string): { readonly pid: number; readonly host: string } | undefined {
  const found = readHolder(join(dataDir, LOCK_FILE))
  return found !== undefined && isAlive(found.holder, found.heartbeatAt) ? found.holder : undefined
}

function keepLock(file: string, own: Holder): () => void {
  const heartbeat = setInterval(() => {
    const now = new Date()
    try {
      utimesSync(file, now, now)
    } catch {
      // The file is gone only when the directory was deleted under us; the database will say so.
    }
  }, HEARTBEAT_MS)
  heartbeat.unref()
  return () => {
    clearInterval(heartbeat)
    if (readHolder(file)?.holder.pid === own.pid) rmSync(file, { force: true })
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to) // atomic: fails when the lock exists
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function readHolder(file: string): { holder: Holder; raw: string; heartbeatAt: number } | undefined {
  try {
    const raw = readFileSync(file, 'utf8')
    return { holder: JSON.parse(raw) as Holder, raw, heartbeatAt: statSync(file).mtimeMs }
  } catch {
    return undefined // gone meanwhile, or unreadable: not a live holder's
  }
}

function isAlive(holder: Holder, heartbeatAt: number): boolean {
  if (holder.host !== hostname()) return Date.now() - heartbeatAt < FOREIGN_STALE_MS
  if (holder.pid === process.pid) return holder.startedAt === processStart(process.pid)
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return holder.startedAt === null || holder.startedAt === processStart(holder.pid)
}

/** Linux: boot id and start tick of the process; null elsewhere, where the process id alone must do. */
function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${afterName[19]}`
  } catch {
    return null
  }
}

/** Moves the stale lock away; puts it back when another process had replaced it in between. */
function removeStale(file: string, staleRaw: string | undefined): void {
  const aside = `${file}.${process.pid}.stale`
  try {
    renameSync(file, aside)
  } catch {
    return // somebody else removed it
  }
  if (staleRaw !== undefined && readFileSync(aside, 'utf8') !== staleRaw) tryLink(aside, file)
  rmSync(aside, { force: true })
}

function lockedError(dataDir: string, holder: Holder): DataDirectoryLockedError {
  const where = holder.host === hostname() ? '' : ` on host ${holder.host}`
  return new DataDirectoryLockedError(
    `${dataDir} is in use by process ${holder.pid}${where}; stop it first, or set DORSAL_DATA_DIR to another directory`,
  )
}
