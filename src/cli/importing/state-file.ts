import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/** What an import sends to, and what it reads. */
export interface ImportIdentity {
  readonly baseUrl: string
  readonly sourceId: number
  /** When the server made the source: another server's source may have the same id. */
  readonly sourceCreatedAt: number
  readonly path: string
}

/**
 * The pages that a server acknowledged, so that a second run sends only what is missing or changed. Each is appended
 * as its acknowledgement arrives; a run that is killed loses none of them.
 */
export class StateFile implements Disposable {
  readonly path: string
  readonly #hashes: Map<string, string>
  readonly #file: number

  private constructor(path: string, hashes: Map<string, string>, file: number) {
    this.path = path
    this.#hashes = hashes
    this.#file = file
  }

  /** Opens the file, and starts it anew when it is another import's, or when `fresh` says so. */
  static open(path: string, identity: ImportIdentity, { fresh }: { readonly fresh: boolean }): StateFile {
    mkdirSync(dirname(path), { recursive: true })
    const header = JSON.stringify(identity)
    const lines = fresh ? [] : readWholeLines(path)
    if (lines[0] !== header) {
      const file = openSync(path, 'w', 0o600)
      writeSync(file, `${header}\n`)
      return new StateFile(path, new Map(), file)
    }
    const hashes = new Map<string, string>()
    for (const line of lines.slice(1)) {
      const record = parseRecord(line)
      if (record !== undefined) hashes.set(record[0], record[1])
    }
    const file = openSync(path, 'a', 0o600)
    writeSync(file, '\n') // ends a line that a crash cut short; empty lines are skipped
    return new StateFile(path, hashes, file)
  }

  /** True when the server has acknowledged the page with this very content. */
  has(externalId: string, hash: string): boolean {
    return this.#hashes.get(externalId) === hash
  }

  /** True when the server has acknowledged the page, whatever its content was. */
  knows(externalId: string): boolean {
    return this.#hashes.has(externalId)
  }

  add(externalId: string, hash: string): void {
    this.#hashes.set(externalId, hash)
    writeSync(this.#file, `${JSON.stringify([externalId, hash])}\n`)
  }

  [Symbol.dispose](): void {
    closeSync(this.#file)
  }
}

/** Where the state of an import is kept unless the person says otherwise. */
export function defaultStatePath(
  { baseUrl, sourceId, path }: ImportIdentity,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const home = env['XDG_STATE_HOME']
  const folder = home === undefined || home === '' ? join(homedir(), '.local', 'state') : home
  const name = createHash('sha256')
    .update(JSON.stringify([baseUrl, sourceId, path]))
    .digest('hex')
    .slice(0, 32)
  return join(folder, 'dorsal', `import-${name}.jsonl`)
}

function readWholeLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function parseRecord(line: string): [string, string] | undefined {
  try {
    const record = JSON.parse(line) as unknown
    const isRecord = Array.isArray(record) && record.length === 2 && record.every((part) => typeof part === 'string')
    return isRecord ? (record as [string, string]) : undefined
  } catch {
    return undefined // cut short by a crash: that page is sent again
  }
}
