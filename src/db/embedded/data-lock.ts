import { createHash, randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** Who holds a data directory. `startedAt` tells a reused process id from the one that took the lock. */
interface Holder {
  readonly pid: number
  readonly host: string
  readonly startedAt: string | null
  /** Tells this lock from every other one that the same process takes. */
  readonly nonce: string
}

interface Found {
  readonly raw: string
  /** Undefined when the file can't be read as a lock; nobody alive wrote it. */
  readonly holder: Holder | undefined
  readonly heartbeatAt: number
}

export class DataDirectoryLockedError extends Error {
  override readonly name = 'DataDirectoryLockedError'
}

const LOCK_FILE = 'dorsal.lock'
const HEARTBEAT_MS = 5_000
/** A lock of another host (a container that shares the volume) is believed this long after its last heartbeat. */
const FOREIGN_STALE_MS = 30_000
const ATTEMPTS = 100

/**
 * Takes the exclusive lock of a data directory; the embedded database takes none itself, and two processes on one
 * directory lose rows silently. `onLost` is called when another process took it over, which happens only to a process
 * that stood still for half a minute (a paused machine): it must write nothing any more.
 *
 * @returns a function that releases the lock.
 * @throws DataDirectoryLockedError that names the holder.
 */
export function lockDataDirectory(dataDir: string, onLost: (error: Error) => void): () => void {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, LOCK_FILE)
  const nonce = randomUUID()
  const own = JSON.stringify({
    pid: process.pid,
    host: hostname(),
    startedAt: processStart(process.pid),
    nonce,
  } satisfies Holder)
  const draft = `${file}.${nonce}.new`
  writeFileSync(draft, own)
  try {
    const rival = take(file, draft, own)
    if (rival !== undefined) throw lockedError(dataDir, rival)
    return keepLock(file, own, () => onLost(new Error(`another process took over ${dataDir}`)))
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Who holds the data directory now; undefined when nobody alive does. Takes and changes nothing. */
export function findLockHolder(dataDir: string): { readonly pid: number; readonly host: string } | undefined {
  const found = readLock(join(dataDir, LOCK_FILE))
  return found?.holder !== undefined && isAlive(found.holder, found.heartbeatAt) ? found.holder : undefined
}

/**
 * Makes `file` ours unless somebody alive has it. A dead holder's file is replaced under a second lock, named after the
 * very file that it replaces: of all who found it dead only one may. Should that one die too, its lock is replaced in
 * the same way.
 *
 * @returns the living holder, or undefined when `file` is ours.
 */
function take(file: string, draft: string, own: string): Holder | undefined {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (tryLink(draft, file)) return undefined
    const found = readLock(file)
    if (found === undefined) continue // released meanwhile
    if (found.holder !== undefined && isAlive(found.holder, found.heartbeatAt)) return found.holder

    const claim = `${file}.${createHash('sha256').update(found.raw).digest('hex').slice(0, 16)}`
    const rival = take(claim, draft, own)
    if (rival !== undefined) return rival
    try {
      // Who claims late finds that the dead holder's file is no longer there.
      if (readLock(file)?.raw !== found.raw) continue
      writeFileSync(`${draft}.2`, own)
      renameSync(`${draft}.2`, file)
      return undefined
    } finally {
      rmSync(claim, { force: true })
    }
  }
  throw new DataDirectoryLockedError(`${file} changes hands all the time; try again`)
}

function keepLock(file: string, own: string, onLost: () => void): () => void {
  const heartbeat = setInterval(() => {
    const found = readLock(file)
    if (found === undefined) return // only when the directory was deleted under us; the database will say so
    if (found.raw !== own) {
      clearInterval(heartbeat)
      return onLost()
    }
    const now = new Date()
    utimesSync(file, now, now)
  }, HEARTBEAT_MS)
  heartbeat.unref()
  return () => {
    clearInterval(heartbeat)
    if (readLock(file)?.raw === own) rmSync(file, { force: true })
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

function readLock(file: string): Found | undefined {
  try {
    const raw = readFileSync(file, 'utf8')
    return { raw, holder: parseHolder(raw), heartbeatAt: statSync(file).mtimeMs }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function parseHolder(raw: string): Holder | undefined {
  try {
    const holder = JSON.parse(raw) as Partial<Holder> | null
    return typeof holder?.pid === 'number' && typeof holder.host === 'string' ? (holder as Holder) : undefined
  } catch {
    return undefined
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

/**
 * Linux: boot id and start tick of the process, null for one that ended and only waits for its parent to notice.
 * Null elsewhere, where the process id alone must do.
 */
function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (afterName[0] === 'Z') return null
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${afterName[19]}`
  } catch {
    return null
  }
}

function lockedError(dataDir: string, holder: Holder): DataDirectoryLockedError {
  const where = holder.host === hostname() ? '' : ` on host ${holder.host}`
  return new DataDirectoryLockedError(
    `${dataDir} is in use by process ${holder.pid}${where}; stop it first, or set DORSAL_DATA_DIR to another directory`,
  )
}
